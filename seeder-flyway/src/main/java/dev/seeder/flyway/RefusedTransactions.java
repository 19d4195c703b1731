package dev.seeder.flyway;

import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;

/**
 * Refuses {@code dsl.transaction(...)}: jOOQ's own provider would commit Flyway's transaction, and
 * where schema statements commit, a savepoint does not live long enough.
 */
record RefusedTransactions(SchemaConnection connection) implements TransactionProvider {

  @Override
  public void begin(TransactionContext context) {
    throw connection.refuse("dsl.transaction(...)");
  }

  @Override
  public void commit(TransactionContext context) {
    throw connection.refuse("dsl.transaction(...)");
  }

  @Override
  public void rollback(TransactionContext context) {
    // jOOQ asks for it after begin has thrown: there is nothing to roll back
  }
}
