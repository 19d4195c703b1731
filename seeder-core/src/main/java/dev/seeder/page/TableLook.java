package dev.seeder.page;

import dev.seeder.schema.LiveTable;
import java.util.List;

/**
 * One table.
 *
 * @param rows how many; -1 if it is not known
 * @param looked what the shapes of its columns were made of; may be empty
 * @param samples some of its rows, as texts in the order of the columns; none if they are not to be
 *     shown
 * @param hidden why values are not shown; empty if they are
 */
record TableLook(
    LiveTable table,
    Filled filled,
    long rows,
    String looked,
    List<ColumnLook> columns,
    List<ReferenceLook> references,
    List<List<String>> samples,
    String hidden) {

  TableLook {
    columns = List.copyOf(columns);
    references = List.copyOf(references);
    samples = List.copyOf(samples);
  }
}
