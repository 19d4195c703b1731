package dev.seeder.schema;

import java.util.List;
import org.jooq.Name;

/**
 * A foreign key.
 *
 * @param name the name of the constraint; empty if it has none
 * @param columns the columns that refer
 * @param parent the table referred to, spelled as its {@link LiveTable#name()}
 * @param parentColumns the columns referred to, in the order of those that refer
 * @param deferrable whether it can be checked at the end of the transaction
 */
public record LiveReference(
    String name,
    List<String> columns,
    Name parent,
    List<String> parentColumns,
    boolean deferrable) {

  /** Makes a reference; the lists are copied. */
  public LiveReference {
    columns = List.copyOf(columns);
    parentColumns = List.copyOf(parentColumns);
  }
}
