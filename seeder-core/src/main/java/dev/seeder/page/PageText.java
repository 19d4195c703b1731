package dev.seeder.page;

import dev.seeder.Seed;
import dev.seeder.SeedReport;
import dev.seeder.SeedReport.Entry;
import dev.seeder.SeedReport.Outcome;
import dev.seeder.schema.LiveTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The page as HTML. */
final class PageText {

  private final Markup page = new Markup();
  private final SeedReport report;
  private final Collection<? extends Seed> seeds;
  private final List<TableLook> tables;

  private PageText(SeedReport report, Collection<? extends Seed> seeds, List<TableLook> tables) {
    this.report = report;
    this.seeds = seeds;
    this.tables = tables;
  }

  static String of(SeedReport report, Collection<? extends Seed> seeds, List<TableLook> tables) {
    var text = new PageText(report, seeds, tables);
    text.head();
    text.warnings();
    text.graphs();
    text.seeds();
    tables.forEach(table -> new TableText(text.page, table).add(tables.size() <= TableText.OPEN));
    text.page.close("main").close("body").close("html").line();
    return "<!DOCTYPE html>\n" + text.page;
  }

  private void head() {
    page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").open("head");
    page.empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    page.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'");
    page.element("title", "Seeded data").line().style(css()).close("head").line();
    page.open("body").open("main").open("header").element("h1", "Seeded data");
    long applied = report.names(Outcome.APPLIED).size();
    page.open("p", "class", "totals");
    total(Texts.number(applied) + " of " + report.entries().size(), "seeds applied");
    total(Texts.number(report.totalRows()), "rows inserted");
    total(Texts.time(report.time()), "for all seeds");
    total(Texts.number(tables.size()), tables.size() == 1 ? "table" : "tables");
    page.close("p");
    page.open("p", "class", "note").text("To repeat: ").element("code", report.repeat());
    page.text(" with " + report.generator()).close("p").close("header").line();
  }

  private void total(String number, String of) {
    page.open("span").element("b", number).text(" " + of).close("span").text(" ");
  }

  private void warnings() {
    List<String> warnings = Warnings.of(report, tables);
    if (warnings.isEmpty()) {
      return;
    }
    page.open("section", "class", "warnings").element("h2", "Warnings").open("ul");
    warnings.forEach(warning -> page.element("li", warning));
    page.close("ul").close("section").line();
  }

  private void graphs() {
    page.open("div", "class", "graphs");
    page.open("section").element("h2", "Seeds in their order");
    StopGraph.draw(page, seedStops(), "Seeds from top to bottom, with what they depend on");
    page.close("section");
    if (!tables.isEmpty()) {
      page.open("section").element("h2", "Tables and what they refer to");
      StopGraph.draw(page, tableStops(), "Tables from top to bottom, with what they refer to");
      page.close("section");
    }
    page.close("div").line();
  }

  private List<Stop> seedStops() {
    List<Stop> stops = new ArrayList<>();
    for (Entry entry : report.entries()) {
      Seed seed =
          seeds.stream().filter(each -> each.name().equals(entry.seed())).findFirst().orElse(null);
      String kind = seed == null ? "" : seed.isReferenceData() ? ", reference data" : ", demo data";
      stops.add(
          new Stop(
              entry.seed(),
              entry.seed(),
              Texts.outcome(entry) + ", " + Texts.rows(entry.totalRows()) + kind,
              Texts.outcome(entry),
              "",
              seed == null ? List.of() : List.copyOf(seed.dependsOn())));
    }
    return stops;
  }

  private List<Stop> tableStops() {
    List<Stop> stops = new ArrayList<>();
    for (TableLook look : tables) {
      String name = look.table().name().toString();
      stops.add(
          new Stop(
              name,
              look.table().simpleName(),
              Texts.rows(look.rows()) + ", " + look.columns().size() + " columns",
              look.rows() == 0 ? "skipped" : "applied",
              "#" + TableText.id(look.table()),
              look.table().references().stream()
                  .map(reference -> reference.parent().toString())
                  .filter(parent -> !parent.equals(name))
                  .toList()));
    }
    return stops;
  }

  private void seeds() {
    boolean reasons = report.entries().stream().anyMatch(entry -> !entry.reason().isEmpty());
    page.open("section").element("h2", "Seeds").scroll("Seeds");
    page.open("table").open("thead").open("tr");
    List.of("seed", "outcome", "table").forEach(page::heading);
    List.of("rows", "time", "rate").forEach(page::numbers);
    if (reasons) {
      page.heading("reason");
    }
    page.close("tr").close("thead").open("tbody").line();
    report.entries().forEach(entry -> seed(entry, reasons));
    page.close("tbody").close("table").close("div").close("section").line();
  }

  private void seed(Entry entry, boolean reasons) {
    List<String> written = List.copyOf(entry.changes().keySet());
    for (int i = 0; i < Math.max(1, written.size()); i++) {
      boolean first = i == 0;
      String table = written.isEmpty() ? "" : written.get(i);
      page.open("tr");
      page.element("td", first ? entry.seed() : "");
      page.element("td", first ? Texts.outcome(entry) : "");
      page.open("td");
      LiveTable known =
          tables.stream()
              .map(TableLook::table)
              .filter(each -> each.simpleName().equalsIgnoreCase(table))
              .findFirst()
              .orElse(null);
      if (known == null) {
        page.text(table);
      } else {
        page.element("a", table, "href", "#" + TableText.id(known));
      }
      page.close("td");
      page.element(
          "td", table.isEmpty() ? "" : String.valueOf(entry.changes().get(table)), "class", "n");
      page.element(
          "td", first && !entry.time().isZero() ? Texts.time(entry.time()) : "", "class", "n");
      page.element("td", first ? Texts.rate(entry) : "", "class", "n");
      if (reasons) {
        page.element("td", first ? Texts.reason(entry) : "", "class", "reason");
      }
      page.close("tr").line();
    }
  }

  private static String css() {
    try (InputStream css = PageText.class.getResourceAsStream("page.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
