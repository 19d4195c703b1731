package dev.seeder;

import dev.seeder.environment.DatabaseAddress;
import dev.seeder.environment.DeclaredEnvironment;
import dev.seeder.environment.ServerIdentity;
import dev.seeder.transaction.Session;
import dev.seeder.transaction.Transactions;
import java.sql.SQLException;
import org.jooq.DSLContext;

/** Marks a database at a person's word. */
record DatabaseMarking(Transactions transactions, RunSettings settings) {

  void mark(String database) {
    String environment = DeclaredEnvironment.of(settings.environment());
    if (environment == null) {
      throw new IllegalStateException(
          "The database \""
              + database
              + "\" cannot be marked, as no environment is declared.\n  To fix: declare it, as in "
              + DatabaseGuard.markedBy(null, database));
    }
    SeedDatabase.requireReachable(transactions);
    try {
      transactions.run(
          session -> {
            mark(session, environment, database);
            return true;
          });
    } catch (IllegalStateException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(
          "The database \""
              + database
              + "\" could not be marked.\n  Cause: "
              + SeedFailures.cause(e)
              + "\n  To fix: check its address, and that this user may create the table \""
              + EnvironmentMark.OWN.title()
              + "\".",
          e);
    }
  }

  private static void mark(Session session, String environment, String database)
      throws SQLException {
    DatabaseAddress address = DatabaseAddress.of(session.connection().getMetaData().getURL());
    DSLContext dsl = session.own();
    if (!database.equals(DatabaseGuard.name(address, dsl))) {
      throw DatabaseGuard.anotherName("mark", database, address);
    }
    EnvironmentMark.create(dsl);
    new EnvironmentMark(environment, ServerIdentity.of(dsl)).write(dsl);
  }
}
