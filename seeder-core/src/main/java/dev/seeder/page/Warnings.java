package dev.seeder.page;

import dev.seeder.SeedReport;
import dev.seeder.SeedReport.Entry;
import dev.seeder.SeedReport.Outcome;
import dev.seeder.schema.LiveTable;
import java.util.ArrayList;
import java.util.List;

/** What somebody should look at. */
final class Warnings {

  private Warnings() {}

  static List<String> of(SeedReport report, List<TableLook> tables) {
    List<String> warnings = new ArrayList<>();
    for (Entry entry : report.entries()) {
      if (entry.outcome() == Outcome.SKIPPED || entry.outcome() == Outcome.FAILED) {
        warnings.add(
            "Seed \""
                + entry.seed()
                + "\" "
                + (entry.outcome() == Outcome.FAILED ? "failed" : "was skipped")
                + (entry.reason().isEmpty() ? "." : ": " + Texts.reason(entry) + "."));
      }
    }
    tables.forEach(table -> add(warnings, table));
    return warnings;
  }

  private static void add(List<String> warnings, TableLook look) {
    String table = look.table().simpleName();
    if (look.rows() == 0) {
      warnings.add("Table \"" + table + "\" is empty.");
    }
    if (look.rows() < 0) {
      warnings.add(
          "The rows of \"" + table + "\" were not counted: that failed, or took too long.");
    }
    for (ColumnLook column : look.columns()) {
      if (look.rows() > 0 && column.nulls() == look.rows()) {
        warnings.add(
            "Column \"" + column.column().name() + "\" of \"" + table + "\" is NULL in every row.");
      }
    }
    for (ReferenceLook reference : look.references()) {
      if (reference.used() == 1 && reference.parents() > 1 && reference.children() > 1) {
        warnings.add(
            "All "
                + Texts.rows(reference.children())
                + " of \""
                + table
                + "\" refer by \""
                + Texts.columns(reference.reference())
                + "\" to the same one of "
                + Texts.rows(reference.parents())
                + " of \""
                + LiveTable.simple(reference.reference().parent())
                + "\".");
      }
    }
  }
}
