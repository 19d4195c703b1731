package dev.seeder;

import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** A foreign key whose orphans are counted here: the rows that refer to a row that is not there. */
record ForeignKey(Name child, List<String> columns, Name parent, List<String> parentColumns) {

  private static final String OF_SQLITE =
      "select \"table\" as child, parent, fkid, count(*) as orphans from pragma_foreign_key_check"
          + " group by \"table\", parent, fkid order by \"table\", parent, fkid";

  static ForeignKey of(LiveTable table, LiveReference reference) {
    return new ForeignKey(
        table.name(), reference.columns(), reference.parent(), reference.parentColumns());
  }

  /** Returns the foreign keys of a SQLite database that have orphans, with their numbers. */
  static Map<ForeignKey, Long> ofSqlite(DSLContext dsl) {
    var orphans = new LinkedHashMap<ForeignKey, Long>();
    for (Record found : dsl.fetch(OF_SQLITE)) {
      String child = found.get("child", String.class);
      List<String> columns =
          dsl.fetch(
                  "select \"from\" from pragma_foreign_key_list({0}) where id = {1} order by seq",
                  DSL.val(child), DSL.val(found.get("fkid", Integer.class)))
              .getValues(0, String.class);
      Name parent = DSL.name(found.get("parent", String.class));
      orphans.merge(
          new ForeignKey(DSL.name(child), columns, parent, List.of()),
          found.get("orphans", Long.class),
          Long::sum);
    }
    return orphans;
  }

  /** Counts the orphans; a key with a NULL in it refers to nothing. */
  long orphans(DSLContext dsl) {
    Table<?> from = DSL.table(child).as("child");
    Table<?> to = DSL.table(parent).as("parent");
    List<Condition> same = new ArrayList<>();
    List<Condition> alone = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Field<Object> refers = DSL.field(DSL.name("child", columns.get(i)));
      Field<Object> referred = DSL.field(DSL.name("parent", parentColumns.get(i)));
      same.add(referred.eq(refers));
      alone.add(refers.isNotNull());
      if (i == 0) {
        alone.add(referred.isNull());
      }
    }
    return dsl.selectCount()
        .from(from)
        .leftJoin(to)
        .on(DSL.and(same))
        .where(alone)
        .fetchSingle()
        .value1()
        .longValue();
  }

  /** Returns so many orphans in words. */
  String inWords(long orphans) {
    return String.format(
        Locale.ROOT,
        "%,d %s of \"%s\" whose %s %s to no row of \"%s\"",
        orphans,
        orphans == 1 ? "row" : "rows",
        LiveTable.simple(child),
        columns.stream().map(column -> "\"" + column + "\"").collect(Collectors.joining(", ")),
        columns.size() == 1 ? "refers" : "refer",
        LiveTable.simple(parent));
  }
}
