package dev.seeder;

import dev.seeder.RowMerges.Verb;
import dev.seeder.SeedReport.Changes;
import dev.seeder.rows.RowScope;
import dev.seeder.rows.RowSource;
import java.time.Clock;
import java.util.Objects;
import net.datafaker.Faker;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What a running seed works with: the database inside the seed's transaction, and the run's faker,
 * clock and random seed.
 *
 * <p>Valid only while {@link Seed#run} runs. Not safe for use by several threads.
 */
public final class SeedContext {

  private final SeedExecution execution;
  private final RowScope scope;
  private final String name;
  private @Nullable Faker faker;

  SeedContext(SeedExecution execution, RowScope scope, String name) {
    this.execution = execution;
    this.scope = scope;
    this.name = name;
  }

  /**
   * Returns jOOQ on the seed's transaction.
   *
   * <p>{@code dsl().transaction(nested -> ...)} and {@code dsl().transaction(() -> ...)} nest by a
   * savepoint: they are the way to try a statement that may fail. Committing, rolling back, closing
   * and switching auto-commit are refused.
   */
  public DSLContext dsl() {
    requireRunning();
    return scope.dsl();
  }

  /**
   * Inserts rows in bulk and returns how many.
   *
   * <p>Rows are streamed: memory does not grow with their number. A row that the database refuses
   * fails the seed with the number of the row.
   */
  public long insert(RowSource rows) {
    Objects.requireNonNull(rows, "rows");
    requireRunning();
    return execution.insert(rows, scope);
  }

  /**
   * Inserts the rows whose key the table does not have, and leaves those that it has as they are.
   *
   * <p>Rows are the same if the database takes their keys for equal: as its unique constraints do,
   * by the collations of the columns. They are brought in bulk and streamed, into a temporary table
   * first. Fails the seed, and writes nothing, if a row has NULL in its key, if two rows have the
   * same key, or if several rows of the table have the key of one.
   *
   * <p>A factory infers keys that are not taken, and would insert all its rows: generate the
   * columns of the key.
   *
   * <p>DuckDB refuses to update a unique column of a row that others refer to, and to delete a row
   * in the transaction that deleted the rows which referred to it; there {@code upsert} and {@code
   * sync} fail the seed.
   *
   * @param key the columns that tell rows apart, which may be any that the rows bring; none for the
   *     primary key
   */
  public Changes insertMissing(RowSource rows, Field<?>... key) {
    return merge(rows, new Verb.Insert(), key);
  }

  /**
   * Inserts the rows whose key the table does not have, and updates those that it has, where a
   * value differs.
   *
   * <p>A row that is there as it was brought is not written: no trigger fires. Values are compared
   * by the database, exactly, as its types store them: the case of letters counts, and digits that
   * a column does not keep do not. Columns that the rows do not bring stay as they are. Keys are as
   * {@link #insertMissing} says; a second unique constraint never makes a row another one, but
   * refuses it. Rows may swap their values of it, if its column takes NULL, or whole or decimal
   * numbers or texts beside those that are there, no other table refers to it, and the database has
   * savepoints: they are then updated twice.
   *
   * @param key the columns that tell rows apart, which may be any that the rows bring; none for the
   *     primary key
   */
  public Changes upsert(RowSource rows, Field<?>... key) {
    return merge(rows, new Verb.Update(), key);
  }

  /**
   * Makes the table have the rows brought and no others: inserts and updates as {@link #upsert}
   * does, and deletes the rows whose key was not brought.
   *
   * <p>No row is deleted that others refer to, whatever their foreign keys do then: it waits until
   * the end of the seed, so that a seed may sync parents and then their children. What is still
   * referred to then fails the seed. The report counts those rows, the result of this call does
   * not.
   *
   * @param key the columns that tell rows apart
   * @throws IllegalArgumentException if there is no key
   */
  public Changes sync(RowSource rows, Field<?>... key) {
    return sync(rows, DSL.noCondition(), key);
  }

  /**
   * Makes the table have the rows brought and no others within a scope, such as those of one
   * tenant; what is outside of it is not deleted.
   *
   * <pre>{@code
   * seed.sync(Fixture.of(PRICE, "seeds/prices-de.csv"), PRICE.COUNTRY.eq("de"), PRICE.ARTICLE, PRICE.COUNTRY);
   * }</pre>
   *
   * @param scope a condition on the table's columns; a row brought that is not within it is refused
   * @param key the columns that tell rows apart
   * @throws IllegalArgumentException if there is no key
   */
  public Changes sync(RowSource rows, Condition scope, Field<?>... key) {
    Objects.requireNonNull(scope, "scope");
    if (key.length == 0) {
      throw new IllegalArgumentException(
          "sync(...) deletes what was not brought, and needs a key to know it.\n"
              + "  To fix: name the columns that tell rows apart, as in sync(rows, GENRE.CODE).");
    }
    return merge(rows, new Verb.Sync(scope), key);
  }

  private Changes merge(RowSource rows, Verb verb, Field<?>[] key) {
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(key, "key");
    requireRunning();
    return execution.merge(rows, scope, verb, key.clone());
  }

  /**
   * Returns a faker in the run's locale for values that are made by hand in the seed.
   *
   * <p>It draws from one stream per seed, keyed by the random seed and the seed's name: the same
   * calls in the same order give the same values. Generators of a factory use {@link
   * dev.seeder.rows.Draw#faker()} instead, which does not depend on order.
   */
  public Faker faker() {
    if (faker == null) {
      faker = scope.faker(name);
    }
    return faker;
  }

  /** Returns the run's clock, which stands still during the run; see {@link Seeder#clock}. */
  public Clock clock() {
    return scope.clock();
  }

  /** Returns the number that drives everything random; see {@link Seeder#randomSeed}. */
  public long randomSeed() {
    return scope.randomSeed();
  }

  /**
   * Returns a new password of 20 letters and digits for an account that the seed makes; another one
   * at each call, whatever the random seed.
   *
   * <pre>{@code
   * String hash = encoder.encode(seed.secret("admin"));
   * }</pre>
   *
   * <p>It is kept nowhere. The {@linkplain SeedReport.Entry#reason() report} of the run that
   * applied the seed shows it, once, as {@code "secret of admin: ..."}: print the report where only
   * people may read it who may use the account.
   *
   * @param account whose it is, for the report
   */
  public String secret(String account) {
    Objects.requireNonNull(account, "account");
    requireRunning();
    return execution.secret(account);
  }

  /**
   * Runs another seed inside this one: in this transaction, with its rows counted here.
   *
   * <p>It is not recorded on its own, and its {@link Seed#dependsOn() dependencies} are not looked
   * at.
   *
   * @throws IllegalStateException if the seed is running already, as it would never end; if it is
   *     demo data and this one is reference data; or if it is not for this environment
   */
  public void run(Seed smaller) {
    Objects.requireNonNull(smaller, "smaller");
    requireRunning();
    execution.runNested(smaller);
  }

  /** A context that outlives its seed would write without lock, record and transaction. */
  private void requireRunning() {
    if (execution.over()) {
      throw new IllegalStateException(
          "Seed \""
              + name
              + "\" is over, and its SeedContext with it.\n"
              + "  To fix: use the context only while Seed.run(...) runs, and in no other thread.");
    }
  }
}
