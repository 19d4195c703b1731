package dev.seeder.transaction;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows without their parent on SQLite, whose connections leave foreign keys unchecked unless
 * told otherwise, and cannot be told inside a transaction.
 */
public final class ForeignKeyCheck {

  private final DSLContext dsl;
  private final Map<Reference, Long> before;

  private record Reference(String child, String parent, int foreignKey) {}

  private ForeignKeyCheck(DSLContext dsl, Map<Reference, Long> before) {
    this.dsl = dsl;
    this.before = before;
  }

  /** Notes which orphans are there already; null where the database itself checks. */
  public static @Nullable ForeignKeyCheck begin(Session session) {
    if (session.dialect().family() != SQLDialect.SQLITE) {
      return null;
    }
    if (checksItself(session.own())) {
      return null;
    }
    try {
      return new ForeignKeyCheck(session.own(), orphans(session.own()));
    } catch (DataAccessException e) {
      // a foreign key that SQLite cannot resolve, in a table that may have nothing to do with us
      return null;
    }
  }

  /** With foreign keys that are deferred, only the commit would fail. */
  private static boolean checksItself(DSLContext dsl) {
    return Integer.valueOf(1).equals(dsl.fetchValue("pragma foreign_keys"))
        && dsl.fetch("select 1 from sqlite_master where sql like '%deferred%'").isEmpty();
  }

  /** Returns what orphans have come since, in words, or null. */
  public @Nullable String newOrphans() {
    for (Map.Entry<Reference, Long> entry : orphans(dsl).entrySet()) {
      Reference reference = entry.getKey();
      long more = entry.getValue() - before.getOrDefault(reference, 0L);
      if (more > 0) {
        return String.format(
            Locale.ROOT,
            "%,d %s of \"%s\" without a parent in \"%s\"",
            more,
            more == 1 ? "row" : "rows",
            reference.child(),
            reference.parent());
      }
    }
    return null;
  }

  private static Map<Reference, Long> orphans(DSLContext dsl) {
    var orphans = new LinkedHashMap<Reference, Long>();
    for (Record row :
        dsl.fetch(
            "select \"table\", parent, fkid, count(*) from pragma_foreign_key_check"
                + " group by \"table\", parent, fkid order by \"table\", parent, fkid")) {
      orphans.put(
          new Reference(
              row.get(0, String.class), row.get(1, String.class), row.get(2, Integer.class)),
          row.get(3, Long.class));
    }
    return orphans;
  }
}
