package dev.seeder;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.LOCALDATETIME;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.transaction.Session;
import dev.seeder.transaction.Transactions;
import java.math.BigDecimal;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DDLQuery;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;

/**
 * The table of applied seeds, and the lock that is a row of it.
 *
 * <p>The lock is taken by updating that row, as the first statement of a seed's transaction: it is
 * given back with the transaction, whatever becomes of the process.
 */
final class SeedHistory {

  /** Set by Seeder's own parts where a transaction holds nothing yet that a commit could keep. */
  static final String COMMITS_NOTHING = "dev.seeder.commitsNothing";

  /** The name under which the lock is kept. */
  static final String LOCK = "(lock)";

  static final Field<String> SEED = field(name("seed"), VARCHAR(200).notNull());
  static final Field<String> REVISION = field(name("revision"), VARCHAR(40).notNull());
  static final Field<Long> RANDOM_SEED = field(name("random_seed"), BIGINT);
  static final Field<String> SEEDER = field(name("seeder_version"), VARCHAR(40));
  static final Field<String> DATAFAKER = field(name("datafaker_version"), VARCHAR(40));
  static final Field<Long> ROWS = field(name("inserted_rows"), BIGINT);
  private static final Field<LocalDateTime> STARTED = field(name("started_at"), LOCALDATETIME(3));
  private static final Field<Long> MILLIS = field(name("duration_ms"), BIGINT);

  private static final int ATTEMPTS = 5;

  private final OwnTable own;
  private final Table<Record> table;

  SeedHistory(Name name) {
    this.own = new OwnTable(name);
    this.table = table(name);
  }

  /** Returns the table's name for messages. */
  String title() {
    return own.title();
  }

  Table<?> asTable() {
    return table;
  }

  /** Returns the seeds and revisions applied; none where there is no history yet. */
  Set<Applied> applied(DSLContext dsl) {
    var applied = new HashSet<Applied>();
    if (own.exists(dsl)) {
      dsl.select(SEED, REVISION)
          .from(table)
          .where(SEED.ne(LOCK))
          .forEach(row -> applied.add(new Applied(row.get(SEED), row.get(REVISION))));
    }
    return applied;
  }

  /** Returns what it says of seeds that were applied as a whole, the first one first. */
  List<AppliedSeed> records(DSLContext dsl) {
    if (!own.exists(dsl)) {
      return List.of();
    }
    return dsl.select(SEED, REVISION, RANDOM_SEED, SEEDER, DATAFAKER, ROWS, STARTED, MILLIS)
        .from(table)
        .where(SEED.ne(LOCK).and(STARTED.isNotNull()))
        .orderBy(STARTED, SEED, REVISION)
        .fetch(
            row ->
                new AppliedSeed(
                    row.get(SEED),
                    row.get(REVISION),
                    row.get(RANDOM_SEED),
                    Versions.generator(row.get(SEEDER), row.get(DATAFAKER)),
                    row.get(ROWS),
                    row.get(STARTED).toInstant(ZoneOffset.UTC),
                    Duration.ofMillis(row.get(MILLIS))));
  }

  /** Returns how many rows the seeds have inserted, as far as they were counted. */
  long insertedRows(DSLContext dsl) {
    if (!own.exists(dsl)) {
      return 0;
    }
    BigDecimal rows =
        dsl.select(sum(ROWS)).from(table).where(SEED.ne(LOCK)).fetchOne(0, BigDecimal.class);
    return rows == null ? 0 : rows.longValue();
  }

  /** A seed and the text of its revision. */
  record Applied(String seed, String revision) {}

  /** Creates the table and the lock in a transaction of their own, unless they are there. */
  Table<?> prepare(Transactions transactions) throws Exception {
    for (int attempt = 1; !ready(transactions); attempt++) {
      try {
        return transactions.run(this::create);
      } catch (DataAccessException e) {
        // another process may create it at the same time: look again
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
    return table;
  }

  private boolean ready(Transactions transactions) throws Exception {
    return transactions.read(this::isReady);
  }

  private boolean isReady(Session session) {
    return own.exists(session.own()) && hasLock(session.own());
  }

  private static boolean mayCommit(Session session) {
    return !OwnTable.isPartOfTransaction(session.dialect())
        && Boolean.TRUE.equals(session.configuration().data(COMMITS_NOTHING));
  }

  private Table<?> create(Session session) {
    DSLContext dsl = session.own();
    own.lockCreation(dsl);
    ddl(dsl).execute();
    if (!hasLock(dsl)) {
      dsl.insertInto(table).columns(SEED, REVISION, ROWS).values(LOCK, "0", 0L).execute();
    }
    return table;
  }

  /** Takes the lock, waiting for whoever has it. */
  void lock(Session session, Duration wait) throws Exception {
    if (session.joined()) {
      lockOrCreate(session, wait);
    } else {
      updateLock(session.own(), wait);
    }
  }

  private void updateLock(DSLContext dsl, Duration wait) {
    if (dsl.family() != SQLDialect.POSTGRES) {
      updateLock(dsl);
      return;
    }
    // PostgreSQL would wait for ever; neither statement fixes what the transaction sees
    String before = dsl.fetchSingle("show lock_timeout").get(0, String.class);
    dsl.execute("set local lock_timeout = {0}", inline(Math.max(1, wait.toMillis()) + "ms"));
    updateLock(dsl);
    dsl.execute("set local lock_timeout = {0}", inline(before));
  }

  private void updateLock(DSLContext dsl) {
    int updated = dsl.update(table).set(ROWS, ROWS.plus(1)).where(SEED.eq(LOCK)).execute();
    if (updated != 1) {
      throw new IllegalStateException(
          "The history table \""
              + title()
              + "\" has lost its row \""
              + LOCK
              + "\".\n  To fix: insert into "
              + title()
              + " (seed, revision, inserted_rows) values ('"
              + LOCK
              + "', '0', 0)");
    }
  }

  /** In somebody else's transaction nothing may be read before the lock is held. */
  private void lockOrCreate(Session session, Duration wait) throws Exception {
    if (mayCommit(session) && !isReady(session)) {
      create(session);
      // with the table, which stays whatever becomes of the transaction
      session.connection().commit();
    }
    Savepoint savepoint = session.savepoint();
    if (savepoint == null) {
      if (!own.exists(session.own())) {
        create(session);
      }
      updateLock(session.own(), wait);
      return;
    }
    try {
      updateLock(session.own(), wait);
      session.connection().releaseSavepoint(savepoint);
    } catch (DataAccessException e) {
      session.undo(savepoint, e);
      if (own.exists(session.own())) {
        throw e;
      }
      if (!OwnTable.isPartOfTransaction(session.dialect())) {
        throw new IllegalStateException(
            "The history table \""
                + title()
                + "\" is missing, and creating it would commit the surrounding transaction on "
                + session.dialect().getName()
                + ".\n  To fix: create it by a migration, or by a run outside the transaction:\n    "
                + ddl(session.own()).getSQL());
      }
      create(session);
      updateLock(session.own(), wait);
    }
  }

  boolean isApplied(DSLContext dsl, Applied seed) {
    return dsl.fetchCount(table, SEED.eq(seed.seed()).and(REVISION.eq(seed.revision()))) == 1;
  }

  /** Records a seed; the last statement of its transaction. */
  void record(
      DSLContext dsl, Applied seed, long randomSeed, long rows, Instant started, Duration time) {
    dsl.insertInto(table)
        .columns(SEED, REVISION, RANDOM_SEED, SEEDER, DATAFAKER, ROWS, STARTED, MILLIS)
        .values(
            seed.seed(),
            seed.revision(),
            randomSeed,
            Versions.seeder(),
            Versions.datafaker(),
            rows,
            LocalDateTime.ofInstant(started.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC),
            time.toMillis())
        .execute();
  }

  private boolean hasLock(DSLContext dsl) {
    return dsl.fetchCount(table, SEED.eq(LOCK)) == 1;
  }

  private DDLQuery ddl(DSLContext dsl) {
    return dsl.createTableIfNotExists(table)
        .columns(SEED, REVISION, RANDOM_SEED, SEEDER, DATAFAKER, ROWS, started(dsl), MILLIS)
        .constraints(primaryKey(SEED, REVISION));
  }

  /** DuckDB's timestamps have no precision that could be told. */
  private static Field<LocalDateTime> started(DSLContext dsl) {
    return dsl.family() == SQLDialect.DUCKDB
        ? field(STARTED.getUnqualifiedName(), LOCALDATETIME)
        : STARTED;
  }
}
