package dev.seeder.rows;

import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why rows have nothing to refer to. */
final class MissingParents {

  private MissingParents() {}

  static IllegalStateException rows(LiveTable table, LiveReference reference) {
    String parent = LiveTable.simple(reference.parent());
    return new IllegalStateException(
        columnOf(table, reference)
            + " refers to \""
            + parent
            + "\", which has no row.\n  To fix: fill \""
            + parent
            + "\" first, in this seed or in one that this seed depends on.");
  }

  static IllegalStateException agreement(LiveTable table, List<LiveReference> references) {
    return new IllegalStateException(
        "The foreign keys of \""
            + table.simpleName()
            + "\" share columns, and no rows of \""
            + parents(references).sorted().collect(Collectors.joining("\", \""))
            + "\" agree in them.\n  Columns: "
            + references.stream()
                .map(MissingParents::columns)
                .sorted()
                .collect(Collectors.joining(" / "))
            + "\n  To fix: fill these tables with rows that belong together.");
  }

  static IllegalStateException key(LiveTable table, LiveReference reference) {
    return new IllegalStateException(
        columnOf(table, reference)
            + " refers to \""
            + LiveTable.simple(reference.parent())
            + "\", which is no table with such a key.\n"
            + "  To fix: create it, with a primary key, before the rows are inserted.");
  }

  static IllegalStateException ownKeys(LiveTable table, LiveReference reference) {
    return new IllegalStateException(
        columnOf(table, reference)
            + " refers to its own table, whose keys only the database makes.\n"
            + "  To fix: give it by generate(...), as in existing(...) of rows that are there.");
  }

  static IllegalStateException reference(LiveTable table, Asked.Children children) {
    String names = parents(table.references()).collect(Collectors.joining(", "));
    return new IllegalStateException(
        "Rows of \""
            + table.simpleName()
            + "\" are wanted for each row of \""
            + LiveTable.simple(children.parent())
            + "\", but it has no foreign key to it that is left to be inferred.\n"
            + "  Foreign keys refer to: "
            + (names.isEmpty() ? "no table" : names));
  }

  private static String columnOf(LiveTable table, LiveReference reference) {
    return "Column \"" + table.simpleName() + "." + columns(reference) + "\"";
  }

  private static String columns(LiveReference reference) {
    return String.join(", ", reference.columns());
  }

  private static Stream<String> parents(List<LiveReference> references) {
    return references.stream().map(each -> LiveTable.simple(each.parent())).distinct();
  }
}
