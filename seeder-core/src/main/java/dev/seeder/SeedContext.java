package dev.seeder;

import dev.seeder.SeedReport.Changes;
import dev.seeder.rows.RowScope;
import dev.seeder.rows.RowSource;
import java.time.Clock;
import java.util.Objects;
import net.datafaker.Faker;
import org.jooq.DSLContext;
import org.jooq.Field;
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
   * @param key the columns that tell rows apart, which may be any that the rows bring; none for the
   *     primary key
   */
  public Changes insertMissing(RowSource rows, Field<?>... key) {
    return merge(rows, false, key);
  }

  /**
   * Inserts the rows whose key the table does not have, and updates those that it has, where a
   * value differs.
   *
   * <p>A row that is there as it was brought is not written: no trigger fires. Values are compared
   * by the database, exactly, as its types store them: the case of letters counts, and digits that
   * a column does not keep do not. Columns that the rows do not bring stay as they are. Keys are as
   * {@link #insertMissing} says; a second unique constraint never makes a row another one, but
   * refuses it.
   *
   * @param key the columns that tell rows apart, which may be any that the rows bring; none for the
   *     primary key
   */
  public Changes upsert(RowSource rows, Field<?>... key) {
    return merge(rows, true, key);
  }

  private Changes merge(RowSource rows, boolean updating, Field<?>[] key) {
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(key, "key");
    requireRunning();
    return execution.merge(rows, scope, updating, key.clone());
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
