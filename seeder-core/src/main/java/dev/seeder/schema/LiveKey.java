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
 */
public record LiveKey(
    String name,
    List<String> columns,
    boolean primary,
    boolean nullsEqual,
    @Nullable String where,
    boolean expressions) {

  /** Makes a key; the columns are copied. */
  public LiveKey {
    columns = List.copyOf(columns);
  }
}
