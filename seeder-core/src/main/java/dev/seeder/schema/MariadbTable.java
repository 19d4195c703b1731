package dev.seeder.schema;

import static dev.seeder.schema.CatalogRows.by;
import static dev.seeder.schema.CatalogRows.is;
import static dev.seeder.schema.CatalogRows.text;
import static dev.seeder.schema.CatalogRows.texts;

import dev.seeder.schema.LiveColumn.Filling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Makes a table of MariaDB or MySQL of what their catalogs have of it. */
record MariadbTable(
    Name name,
    List<Record> columns,
    List<Record> keys,
    List<Record> references,
    List<Record> checks) {

  private static final Pattern ONLY_JSON = Pattern.compile("json_valid\\(([`\"])[^`\"]*\\1\\)");

  LiveTable read() {
    return new LiveTable(
        name,
        columns.stream().map(this::column).toList(),
        by("name", keys).values().stream().map(this::key).toList(),
        by("name", references).values().stream().map(MariadbTable::reference).toList(),
        liveChecks());
  }

  private LiveColumn column(Record row) {
    String column = text(row, "name");
    return new LiveColumn(
        column,
        MariadbTypes.of(row, checks.stream().anyMatch(check -> isJson(check, column))),
        is(row, "nullable"),
        Filling.valueOf(text(row, "filling")),
        text(row, "expression"));
  }

  /** Tells whether a check has a column hold JSON, quoted in whichever way the session does. */
  private static boolean isJson(Record check, String column) {
    String clause = text(check, "clause");
    return clause.contains("json_valid(`" + column + "`)")
        || clause.contains("json_valid(\"" + column + "\")");
  }

  private LiveKey key(List<Record> parts) {
    String named = text(parts.get(0), "name");
    var inKey = new LinkedHashSet<String>();
    for (Record part : parts) {
      String expression = text(part, "expression");
      if (expression.isEmpty()) {
        inKey.add(text(part, "part"));
      } else {
        texts(columns, "name").stream()
            .filter(column -> expression.contains("`" + column + "`"))
            .forEach(inKey::add);
      }
    }
    return new LiveKey(
        named,
        List.copyOf(inKey),
        named.equals("PRIMARY"),
        false,
        null,
        parts.stream().anyMatch(part -> is(part, "cut") || text(part, "part").isEmpty()),
        columns.stream()
            .anyMatch(column -> is(column, "caseless") && inKey.contains(text(column, "name"))));
  }

  private static LiveReference reference(List<Record> parts) {
    Record first = parts.get(0);
    String parent = text(first, "parent");
    return new LiveReference(
        text(first, "name"),
        texts(parts, "part"),
        is(first, "current") ? DSL.name(parent) : DSL.name(text(first, "parent_schema"), parent),
        texts(parts, "parent_part"),
        false);
  }

  private List<LiveCheck> liveChecks() {
    var all = new ArrayList<LiveCheck>();
    for (Record check : checks) {
      if (ONLY_JSON.matcher(text(check, "clause")).matches()) {
        continue; // the type says it
      }
      all.add(new LiveCheck(text(check, "name"), text(check, "clause")));
    }
    for (Record column : columns) {
      String declared = text(column, "declared");
      if (declared.contains(" unsigned") && !text(column, "type").endsWith("int")) {
        all.add(new LiveCheck("", "`" + text(column, "name") + "` >= 0"));
      }
    }
    return all;
  }
}
