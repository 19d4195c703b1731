package dev.seeder.faults;

import static dev.seeder.faults.Library.ACCOUNT;
import static dev.seeder.faults.Library.ACCOUNTS;
import static dev.seeder.faults.Library.AUTHOR;
import static dev.seeder.faults.Library.AUTHORS;
import static dev.seeder.faults.Library.BOOK;
import static dev.seeder.faults.Library.BOOKS;
import static dev.seeder.faults.Library.ID;
import static dev.seeder.faults.Library.SEEN;
import static dev.seeder.faults.Library.TEXT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;

/** What has to hold of a database whatever happened to the seed: the one check of all trials. */
final class Invariants {

  /** What is there of the seed. */
  enum Found {
    NOTHING,
    PART,
    EVERYTHING
  }

  private static final Field<String> SEED = field(name("seed"), String.class);
  private static final Field<String> REVISION = field(name("revision"), String.class);
  private static final Field<Long> ROWS = field(name("inserted_rows"), Long.class);

  private final FaultDatabase database;
  private final DSLContext dsl;
  private final Way way;
  private final List<String> damage = new ArrayList<>();
  private Found found = Found.NOTHING;

  private Invariants(FaultDatabase database, DSLContext dsl, Way way) {
    this.database = database;
    this.dsl = dsl;
    this.way = way;
  }

  /**
   * Looks at a database on which nobody works any more.
   *
   * @param acknowledged whether a run has said that it applied the seed
   */
  static Invariants check(FaultDatabase database, DSLContext dsl, Way way, boolean acknowledged) {
    var checked = new Invariants(database, dsl, way);
    try {
      checked.check(acknowledged);
    } catch (DataAccessException e) {
      checked.damage.add("cannot be read: " + e.getMessage());
    }
    return checked;
  }

  /** Returns what is broken, in words; empty if all is well. */
  List<String> damage() {
    return damage;
  }

  Found found() {
    return found;
  }

  private void check(boolean acknowledged) {
    integrity();
    Boolean seen = accounts();
    int authors = dsl.fetchCount(AUTHOR);
    int books = dsl.fetchCount(BOOK);
    List<Long> progress = progress();
    boolean recorded = isRecorded();
    String rows =
        "seen %s, %d authors, %d books, recorded %s, progress %s"
            .formatted(seen, authors, books, recorded, progress);
    boolean all = Boolean.TRUE.equals(seen) && authors == AUTHORS && books == BOOKS;
    boolean none = Boolean.FALSE.equals(seen) && authors == 0 && books == 0;
    boolean begun =
        Boolean.TRUE.equals(seen)
            && !progress.isEmpty()
            && progress.get(0) == authors
            && (progress.size() > 1 ? progress.get(1) : 0) == books;
    found = recorded ? Found.EVERYTHING : none ? Found.NOTHING : Found.PART;
    boolean well =
        (recorded || isCommittedBeforeItsRecord())
            ? (all && progress.isEmpty())
            : progress.isEmpty() ? none : (way.isInParts() && begun);
    require(well, "rows and record do not agree: " + rows);
    require(recorded || !acknowledged, "was said to be applied, and is not recorded: " + rows);
  }

  private void integrity() {
    if (database.isSqlite()) {
      List<String> answer = dsl.fetch("pragma integrity_check(1)").getValues(0, String.class);
      require(answer.equals(List.of("ok")), "integrity_check: " + answer);
    }
    int orphans =
        dsl.fetchSingle(
                "select count(*) from \"book\" where \"author_id\" not in"
                    + " (select \"id\" from \"author\")")
            .get(0, int.class);
    require(orphans == 0, orphans + " books without their author");
  }

  /** Returns whether the seed has changed the user's own rows; null if only some of them. */
  private Boolean accounts() {
    List<String> texts = dsl.select(TEXT).from(ACCOUNT).orderBy(ID).fetch(TEXT);
    require(
        texts.equals(
            IntStream.rangeClosed(1, ACCOUNTS).mapToObj(id -> "the user's own row " + id).toList()),
        "the user's own rows are not what they were");
    List<Integer> seen = dsl.selectDistinct(SEEN).from(ACCOUNT).fetch(SEEN);
    require(seen.size() == 1, "some of the user's own rows are changed, and some are not");
    return seen.size() == 1 ? Boolean.valueOf(seen.get(0) == 1) : null;
  }

  private List<Long> progress() {
    return exists("seeder_history")
        ? dsl.select(ROWS)
            .from(table(name("seeder_history")))
            .where(SEED.eq("library").and(REVISION.like("1 #%")))
            .orderBy(REVISION)
            .fetch(ROWS)
        : List.of();
  }

  private boolean isRecorded() {
    Table<Record> history = table(name("seeder_history"));
    boolean ours =
        exists("seeder_history")
            && dsl.fetchCount(history, SEED.eq("library").and(REVISION.eq("1"))) == 1;
    if (!way.isFlyway()) {
      return ours;
    }
    Table<Record> flyway = table(name("flyway_schema_history"));
    boolean theirs =
        dsl.fetchCount(
                flyway,
                field(name("version"), String.class)
                    .eq("2")
                    .and(field(name("success"), Boolean.class).isTrue()))
            == 1;
    require(
        way.recordsFailures(database)
            || dsl.fetchCount(flyway, field(name("success"), Boolean.class).isFalse()) == 0,
        "Flyway has recorded a failure");
    if (way == Way.FLYWAY_IN_PARTS) {
      require(ours || !theirs, "recorded by Flyway only");
      return ours;
    }
    return theirs;
  }

  /** On PostgreSQL Flyway records after the commit of the rows, which we mark until then. */
  private boolean isCommittedBeforeItsRecord() {
    return way == Way.FLYWAY
        && exists("seeder_flyway")
        && dsl.fetchCount(table(name("seeder_flyway"))) == 1;
  }

  private boolean exists(String table) {
    return dsl.connectionResult(
        connection -> {
          DatabaseMetaData data = connection.getMetaData();
          try (ResultSet tables =
              data.getTables(connection.getCatalog(), connection.getSchema(), table, null)) {
            return tables.next();
          }
        });
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      damage.add(otherwise);
    }
  }

  /** Returns a digest of all rows, to compare two databases. */
  static String content(DSLContext dsl) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Table<?> table : List.of(ACCOUNT, AUTHOR, BOOK)) {
        dsl.select()
            .from(table)
            .orderBy(ID)
            .forEach(
                row ->
                    digest.update(
                        List.of(row.intoArray()).toString().getBytes(StandardCharsets.UTF_8)));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
