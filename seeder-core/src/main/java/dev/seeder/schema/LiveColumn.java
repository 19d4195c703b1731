package dev.seeder.schema;

/**
 * A column as the database has it.
 *
 * @param name as the database spells it
 * @param nullable whether it takes NULL
 * @param filling what the database does when an insert leaves it out
 * @param expression what the database computes it by; empty if it does not, or does not say
 */
public record LiveColumn(
    String name, LiveType type, boolean nullable, Filling filling, String expression) {

  /** Makes a column that is not computed. */
  public LiveColumn(String name, LiveType type, boolean nullable, Filling filling) {
    this(name, type, nullable, filling, "");
  }

  /** What the database does for a column that an insert leaves out. */
  public enum Filling {
    /** It sets NULL, or refuses the row if the column takes none. */
    NOTHING,
    /** It sets a default. */
    DEFAULT,
    /** It counts; a value may be given instead, after which the counter may be behind. */
    IDENTITY,
    /** It makes the value and takes no other: computed, or identity always. */
    ALWAYS
  }
}
