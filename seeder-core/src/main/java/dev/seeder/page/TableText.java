package dev.seeder.page;

import dev.seeder.SeedReport.Entry;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One table as HTML. */
final class TableText {

  /** With more tables than this, each is closed until somebody opens it. */
  static final int OPEN = 12;

  private final Markup page;
  private final TableLook look;

  TableText(Markup page, TableLook look) {
    this.page = page;
    this.look = look;
  }

  /** Returns what leads to a table inside of the page. */
  static String id(LiveTable table) {
    return "table-" + table.name().toString().replaceAll("\\s", "_");
  }

  void add(boolean open) {
    page.open("section", "id", id(look.table()));
    page.open("details", open ? new String[] {"open", "open"} : new String[0]);
    page.open("summary").element("h2", look.table().simpleName());
    page.element("span", about(), "class", "note").close("summary");
    if (!look.hidden().isEmpty()) {
      page.element("p", look.hidden(), "class", "note");
    }
    if (!look.looked().isEmpty()) {
      page.element("p", "Values are of " + look.looked() + ".", "class", "note");
    }
    page.open("div", "class", "cards").line();
    look.columns().forEach(this::column);
    page.close("div");
    references();
    samples();
    page.close("details").close("section").line();
  }

  private String about() {
    List<String> about = new ArrayList<>(List.of(Texts.rows(look.rows())));
    for (Entry entry : look.filled().by()) {
      String rate = Texts.rate(entry);
      about.add("by " + entry.seed() + (rate.isEmpty() ? "" : " at " + rate));
    }
    return String.join(", ", about);
  }

  private void column(ColumnLook column) {
    LiveColumn live = column.column();
    page.open("div", "class", "card").open("h3").text(live.name()).text(" ");
    page.element("small", live.type().name()).close("h3");
    page.element("p", nulls(column), "class", "nulls");
    ShapeChart.draw(page, column.shape());
    page.close("div").line();
  }

  private String nulls(ColumnLook column) {
    if (!column.column().nullable()) {
      return "NOT NULL";
    }
    if (column.nulls() < 0) {
      return "NULLs not counted";
    }
    if (column.nulls() == 0 || look.rows() == 0) {
      return "no NULL";
    }
    double rate = 100.0 * column.nulls() / look.rows();
    return String.format(
        Locale.ROOT, "%s%% NULL", rate < 0.1 ? "< 0.1" : String.format(Locale.ROOT, "%.1f", rate));
  }

  private void references() {
    if (look.references().isEmpty()) {
      return;
    }
    page.element("h3", "Foreign keys: how many parents have how many rows here");
    page.open("div", "class", "cards").line();
    for (ReferenceLook reference : look.references()) {
      page.open("div", "class", "card");
      page.open("h3").text(Texts.columns(reference.reference())).text(" → ");
      page.text(LiveTable.simple(reference.reference().parent())).close("h3");
      page.element("p", parents(reference), "class", "nulls");
      ShapeChart.draw(page, reference.shape());
      page.close("div").line();
    }
    page.close("div");
  }

  private static String parents(ReferenceLook reference) {
    if (reference.used() < 0) {
      return "";
    }
    String average =
        reference.used() == 0
            ? ""
            : String.format(
                Locale.ROOT, ", %.1f rows each", (double) reference.children() / reference.used());
    return reference.parents() < 0
        ? Texts.number(reference.used()) + " parents are used" + average
        : Texts.number(reference.used())
            + " of "
            + Texts.number(reference.parents())
            + " parents are used"
            + average;
  }

  private void samples() {
    if (look.samples().isEmpty()) {
      return;
    }
    page.element("h3", "The first " + Texts.rows(look.samples().size()));
    page.scroll("Rows of " + look.table().simpleName()).open("table").open("thead").open("tr");
    look.columns().forEach(column -> heading(column.column()));
    page.close("tr").close("thead").open("tbody").line();
    for (List<String> row : look.samples()) {
      page.open("tr");
      for (int i = 0; i < row.size(); i++) {
        page.element("td", row.get(i), "class", kind(look.columns().get(i).column(), row.get(i)));
      }
      page.close("tr").line();
    }
    page.close("tbody").close("table").close("div");
  }

  private void heading(LiveColumn column) {
    if (isNumber(column)) {
      page.numbers(column.name());
    } else {
      page.heading(column.name());
    }
  }

  private static String kind(LiveColumn column, String value) {
    if (value.equals("null")) {
      return isNumber(column) ? "n null" : "null";
    }
    return isNumber(column) ? "n" : "t";
  }

  private static boolean isNumber(LiveColumn column) {
    return switch (column.type().kind()) {
      case INTEGER, DECIMAL, FLOAT -> true;
      default -> false;
    };
  }
}
