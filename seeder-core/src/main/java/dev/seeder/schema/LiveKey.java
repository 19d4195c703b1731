package dev.seeder.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns that are unique together: a primary key, a UNIQUE constraint or a unique index.
 *
 * @param name the name of the constraint or index; empty if it has none
 * @param columns the columns, those inside of expressions among them
 * @param primary whether it is the primary key
 * @param nullsEqual whether two NULLs are taken as the same
 * @param where the condition of the rows that a partial index holds; null if it holds all
 * @param expressions whether it holds expressions of its columns rather than the columns alone,
 *     such as {@code lower(email)}
 * @param caseless whether texts are taken as the same that differ in the case of their letters
 *     only, as the collation of one of its columns says
 */
public record LiveKey(
    String name,
    List<String> columns,
    boolean primary,
    boolean nullsEqual,
    @Nullable String where,
    boolean expressions,
    boolean caseless) {

  /** Makes a key; the columns are copied. */
  public LiveKey {
    columns = List.copyOf(columns);
  }

  /** Makes a key to which the case of letters matters; the columns are copied. */
  public LiveKey(
      String name,
      List<String> columns,
      boolean primary,
      boolean nullsEqual,
      @Nullable String where,
      boolean expressions) {
    this(name, columns, primary, nullsEqual, where, expressions, false);
  }

  /** Returns the key with other columns. */
  public LiveKey withColumns(List<String> others) {
    return new LiveKey(name, others, primary, nullsEqual, where, expressions, caseless);
  }
}
