package dev.seeder;

import dev.seeder.environment.DatabaseAddress;
import dev.seeder.environment.DatabaseAddress.Place;
import dev.seeder.environment.DeclaredEnvironment;
import dev.seeder.transaction.Session;
import dev.seeder.transaction.Transactions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Deletes rows at a person's word, where the database allows it. */
record DatabaseReset(Transactions transactions, RunSettings settings) {

  /**
   * Deletes the rows of tables.
   *
   * @param tables null for all of the current schema
   */
  Map<String, Long> reset(@Nullable List<Table<?>> tables) {
    SeedDatabase.requireReachable(transactions);
    try {
      return transactions.run(session -> reset(session, tables));
    } catch (IllegalStateException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(
          "The tables could not be reset.\n  Cause: "
              + SeedFailures.cause(e)
              + "\n  To fix: reset the tables that refer to these, too.",
          e);
    }
  }

  private Map<String, Long> reset(Session session, @Nullable List<Table<?>> tables)
      throws SQLException {
    require(session);
    TableClearing clearing =
        tables == null ? TableClearing.ofAll(session) : TableClearing.of(session, tables);
    return clearing.run();
  }

  /** The mark has to agree, always; where it is not enough, a person names the database. */
  private void require(Session session) throws SQLException {
    DatabaseAddress address = DatabaseAddress.of(session.connection().getMetaData().getURL());
    if (address.place() == Place.MEMORY) {
      return;
    }
    DatabaseGuard.requireDurable(session);
    DSLContext dsl = session.own();
    String environment = DeclaredEnvironment.of(settings.environment());
    String confirmed = settings.confirmed();
    DatabaseGuard.requireConfirmed(confirmed, address, DatabaseGuard.name(address, dsl));
    EnvironmentMark mark = EnvironmentMark.read(dsl);
    String against = mark == null ? null : mark.against(environment, dsl);
    if (against != null) {
      throw refused(
          address, against, environment, "correct the address or the environment of the run.");
    }
    if (environment == null && !address.local()) {
      throw refused(
          address,
          "which is not plainly on this machine",
          null,
          "declare the environment, as in Seeder.environment(\"staging\").");
    }
    if (confirmed == null && (mark == null || !address.local())) {
      throw refused(
          address,
          mark == null ? "which is not marked" : "which is not plainly on this machine",
          environment,
          "name the database, if its data can be thrown away, by Seeder.confirm(...).");
    }
  }

  private static IllegalStateException refused(
      DatabaseAddress address, String found, @Nullable String environment, String fix) {
    return new IllegalStateException(
        "Seeder.reset(...) does not delete from the database "
            + address.title()
            + ", "
            + found
            + ". Nothing was deleted.\n  Environment of this run: "
            + (environment == null ? "none is declared" : environment)
            + "\n  To fix: "
            + fix);
  }
}
