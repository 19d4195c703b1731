package dev.seeder;

import dev.seeder.transaction.Session;
import dev.seeder.transaction.Transactions;
import java.sql.Savepoint;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;

/** A transaction that is rolled back whatever happens in it. */
final class DryRun {

  private DryRun() {}

  /** What is tried. */
  @FunctionalInterface
  interface Attempt {
    void in(Session session) throws Exception;
  }

  /** Ends an own transaction. */
  private static final class RolledBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RolledBack() {
      super(null, null, false, false);
    }
  }

  /** Tries it; what cannot be rolled back is refused before. */
  static void run(Transactions transactions, Attempt attempt) throws Exception {
    try {
      transactions.run(
          session -> {
            requireTransactional(session);
            Savepoint savepoint = session.joined() ? session.connection().setSavepoint() : null;
            attempt.in(session);
            if (savepoint == null) {
              throw new RolledBack();
            }
            session.connection().rollback(savepoint);
            return true;
          });
    } catch (RolledBack done) {
      return;
    }
  }

  /** Refuses seeds that commit in between. */
  static void requireWhole(Set<Seed> seeds) {
    String committing =
        seeds.stream()
            .filter(seed -> seed.commitEvery() > 0)
            .map(Seed::name)
            .collect(Collectors.joining(", "));
    if (!committing.isEmpty()) {
      throw new IllegalStateException(
          "A dry run cannot roll back seeds that commit in between: "
              + committing
              + ".\n  To fix: leave them out of the dry run, or let commitEvery() be 0.");
    }
  }

  private static void requireTransactional(Session session) throws Exception {
    if (session.joined() && !session.connection().getMetaData().supportsSavepoints()) {
      throw new IllegalStateException(
          "A dry run in a transaction that is open needs savepoints, which this database does not"
              + " have.\n  To fix: run it outside, on a data source.");
    }
    SQLDialect family = session.dialect().family();
    if (family != SQLDialect.MARIADB && family != SQLDialect.MYSQL) {
      return;
    }
    List<String> lasting =
        session
            .own()
            .fetch(
                "select t.table_name from information_schema.tables t"
                    + " join information_schema.engines e on e.engine = t.engine"
                    + " where t.table_schema = database() and t.table_type = 'BASE TABLE'"
                    + " and coalesce(e.transactions, 'NO') <> 'YES' order by 1")
            .getValues(0, String.class);
    if (!lasting.isEmpty()) {
      throw new IllegalStateException(
          "A dry run cannot roll back what is written to tables whose engine has no transactions: "
              + String.join(", ", lasting)
              + ".\n  To fix: alter table ... engine = InnoDB.");
    }
  }
}
