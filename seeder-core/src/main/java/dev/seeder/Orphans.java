package dev.seeder;

import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.ReferringTables;
import dev.seeder.schema.UncheckedReferences;
import dev.seeder.transaction.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Rows that refer to rows which are not there, where the database does not check its foreign keys:
 * a seed leaves no more of them than it found. Not safe for use by several threads.
 *
 * <p>They are counted before a table is first written while it is not checked, and at the end of
 * the seed. SQLite can count those of all tables at once, and its connections cannot be switched
 * within a transaction: there they are counted when the seed begins.
 */
final class Orphans {

  private final DSLContext dsl;
  private final boolean sqlite;
  private final Map<ForeignKey, Long> before = new LinkedHashMap<>();
  private final Set<String> noted = new HashSet<>();
  private @Nullable UncheckedReferences unchecked;
  private boolean sqliteChecks = true;
  private String last = "";

  private Orphans(Session open) {
    this.dsl = open.own();
    this.sqlite = open.dialect().family() == SQLDialect.SQLITE;
  }

  static Orphans before(Session open) {
    var orphans = new Orphans(open);
    if (orphans.sqlite) {
      orphans.beginSqlite();
    }
    return orphans;
  }

  private void beginSqlite() {
    if (sqliteChecksItself()) {
      return;
    }
    try {
      before.putAll(ForeignKey.ofSqlite(dsl));
      sqliteChecks = false;
    } catch (DataAccessException e) {
      // a foreign key that SQLite cannot resolve, in a table that may have nothing to do with us
    }
  }

  /** With foreign keys that are deferred, only the commit would fail. */
  private boolean sqliteChecksItself() {
    return Integer.valueOf(1).equals(dsl.fetchValue("pragma foreign_keys"))
        && dsl.fetch("select 1 from sqlite_master where sql like '%deferred%'").isEmpty();
  }

  /** Looks at a statement of the seed before it is sent. */
  void sending(String sql) {
    // what is executed again and again says nothing new
    if (sqlite || sql.equals(last)) {
      return;
    }
    last = sql;
    boolean switches = SentSql.switchesChecks(sql);
    if (!switches && unchecked != null && unchecked.isEmpty()) {
      return;
    }
    if (switches) {
      // a script may write before, after and in between
      unchecked = UncheckedReferences.all();
      noted.clear();
    }
    boolean changes = SentSql.changes(sql);
    List<String> names = changes ? SentSql.changed(sql) : SentSql.inserted(sql);
    if (!names.isEmpty() && !isChecked()) {
      names.forEach(name -> writing(dsl, SentSql.table(name), changes));
    }
    if (switches) {
      unchecked = null;
      noted.clear();
    }
  }

  /**
   * Counts before a table is written.
   *
   * @param named jOOQ that knows its name
   * @param changes whether its rows may be changed or deleted
   */
  void writing(DSLContext named, Table<?> table, boolean changes) {
    if (isChecked() || !noted.add(named.render(table) + changes)) {
      return;
    }
    LiveTable live = LiveSchema.table(named, table);
    if (live == null) {
      return;
    }
    count(live);
    if (changes) {
      ReferringTables.of(dsl, live).forEach(this::count);
    }
  }

  private boolean isChecked() {
    if (sqlite) {
      return true;
    }
    if (unchecked == null) {
      unchecked = UncheckedReferences.of(dsl);
    }
    return unchecked.isEmpty();
  }

  private void count(LiveTable table) {
    if (unchecked != null) {
      unchecked
          .of(table)
          .forEach(
              each -> before.computeIfAbsent(ForeignKey.of(table, each), key -> key.orphans(dsl)));
    }
  }

  /**
   * Counts again.
   *
   * @throws IllegalStateException if there are more of them
   */
  void requireNoMore() {
    List<String> more = new ArrayList<>();
    Map<ForeignKey, Long> now = new LinkedHashMap<>();
    if (!sqlite) {
      before.keySet().forEach(key -> now.put(key, key.orphans(dsl)));
    } else if (!sqliteChecks) {
      now.putAll(ForeignKey.ofSqlite(dsl));
    }
    now.forEach(
        (key, count) -> {
          long others = before.getOrDefault(key, 0L);
          if (count > others) {
            more.add(key.inWords(count - others));
          }
        });
    if (!more.isEmpty()) {
      throw new IllegalStateException(
          "the seed leaves "
              + String.join(", and ", more)
              + ", and the database does not check it.\n"
              + "  To fix: insert the rows referred to, or take the keys from their table; delete"
              + " no row that others refer to.");
    }
  }
}
