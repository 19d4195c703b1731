package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.by;
import static dev.seeder.schema.CatalogRows.is;
import static dev.seeder.schema.CatalogRows.number;
import static dev.seeder.schema.CatalogRows.text;
import static dev.seeder.schema.CatalogRows.texts;

import dev.seeder.schema.LiveColumn.Filling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Makes one of H2's tables of the rows that each view has of it. */
final class H2Table {

  private final String current;
  private final String schema;
  private final String table;
  private final Map<H2View, Map<String, List<Record>>> rows;
  private final Map<String, List<Record>> keyColumns;
  private final Map<String, List<Record>> indexColumns;
  private final Set<String> caseless;
  private final H2Types types;

  H2Table(Record found, Map<H2View, Map<String, List<Record>>> rows) {
    this.current = text(found, "current");
    this.schema = text(found, "schema");
    this.table = text(found, "name");
    this.rows = rows;
    keyColumns = by("name", of(H2View.KEY_COLUMNS, table));
    indexColumns = by("name", of(H2View.INDEX_COLUMNS, table));
    types =
        new H2Types(by("name", of(H2View.ELEMENTS, table)), by("name", of(H2View.LABELS, table)));
    caseless = new HashSet<>();
    for (Record column : of(H2View.COLUMNS, table)) {
      if (text(column, "type").equals("VARCHAR_IGNORECASE")) {
        caseless.add(text(column, "name"));
      }
    }
  }

  private List<Record> of(H2View view, String owner) {
    return rows.getOrDefault(view, Map.of()).getOrDefault(owner, List.of());
  }

  LiveTable read() {
    var keys = new ArrayList<LiveKey>();
    var references = new ArrayList<LiveReference>();
    var checks = new ArrayList<LiveCheck>();
    var indexes = new HashSet<String>();
    for (Record constraint : of(H2View.CONSTRAINTS, table)) {
      String name = text(constraint, "name");
      switch (text(constraint, "type")) {
        case "PRIMARY KEY", "UNIQUE" -> keys.add(key(constraint, keyColumns));
        case "FOREIGN KEY" -> references.add(reference(name));
        case "CHECK" ->
            checks.add(new LiveCheck(name, text(of(H2View.CHECKS, name).get(0), "condition")));
        default -> {} // of a later H2
      }
      indexes.add(text(constraint, "index"));
    }
    for (Record index : of(H2View.INDEXES, table)) {
      if (!indexes.contains(text(index, "name"))) {
        keys.add(key(index, indexColumns));
      }
    }
    List<Record> columns = of(H2View.COLUMNS, table);
    columns.forEach(column -> checks.addAll(domainChecks(column)));
    return new LiveTable(
        name(schema, table), columns.stream().map(this::column).toList(), keys, references, checks);
  }

  private Name name(String in, String named) {
    return in.equals(current) ? DSL.name(named) : DSL.name(in, named);
  }

  private LiveColumn column(Record column) {
    Filling filling = Filling.valueOf(text(column, "filling"));
    boolean byDomain =
        domains(column).stream()
            .anyMatch(domain -> is(of(H2View.DOMAINS, domain).get(0), "filled"));
    return new LiveColumn(
        text(column, "name"),
        types.of(column),
        is(column, "nullable"),
        filling == Filling.NOTHING && byDomain ? Filling.DEFAULT : filling,
        text(column, "expression"));
  }

  private LiveKey key(Record row, Map<String, List<Record>> columnsOf) {
    String name = text(row, "name");
    List<String> columns = texts(columnsOf.getOrDefault(name, List.of()), "column");
    return new LiveKey(
        name,
        columns,
        text(row, "type").equals("PRIMARY KEY"),
        is(row, "nulls_equal"),
        null,
        false,
        columns.stream().anyMatch(caseless::contains));
  }

  private LiveReference reference(String name) {
    List<Record> columns = keyColumns.getOrDefault(name, List.of());
    List<Record> parent =
        of(H2View.PARENT_COLUMNS, text(of(H2View.REFERENCES, name).get(0), "key"));
    return new LiveReference(
        name,
        texts(columns, "column"),
        name(text(parent.get(0), "schema"), text(parent.get(0), "parent")),
        columns.stream()
            .map(column -> text(parent.get(number(column, "position") - 1), "column"))
            .toList(),
        false);
  }

  private List<LiveCheck> domainChecks(Record column) {
    var checks = new ArrayList<LiveCheck>();
    for (String domain : domains(column)) {
      for (Record check : of(H2View.DOMAIN_CHECKS, domain)) {
        String condition = DomainChecks.of(text(column, "name"), text(check, "condition"));
        checks.add(new LiveCheck(text(check, "name"), condition));
      }
    }
    return checks;
  }

  /** Returns the domain of a column, the domain of that, and so on. */
  private List<String> domains(Record column) {
    var domains = new ArrayList<String>();
    String domain = text(column, "full_domain");
    while (!domain.isEmpty()) {
      domains.add(domain);
      domain = text(of(H2View.DOMAINS, domain).get(0), "parent");
    }
    return domains;
  }
}
