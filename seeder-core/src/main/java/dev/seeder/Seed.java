package dev.seeder;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Fills tables.
 *
 * <p>A seed runs in one transaction, together with the record that it ran: it is applied as a whole
 * or not at all, and once per {@link #name() name} and {@link #revision() revision}. One that
 * {@link #commitEvery() commits in between} is finished by later runs instead.
 *
 * <pre>{@code
 * final class Genres implements Seed {
 *   @Override public String name() {
 *     return "genres";
 *   }
 *
 *   @Override public void run(SeedContext seed) {
 *     seed.dsl().insertInto(GENRE, GENRE.CODE).values("novel").values("essay").execute();
 *   }
 * }
 * }</pre>
 *
 * <p>Implementations should be immutable: one instance may be run against several databases.
 */
public interface Seed {

  /**
   * Returns the name under which the seed is recorded.
   *
   * <p>Written by the author and kept for good: a class can be renamed or moved without running
   * again, a seed whose name changes is a new seed. At most 200 characters.
   */
  String name();

  /** Returns the names of the seeds that must be applied before this one. None by default. */
  default Set<String> dependsOn() {
    return Set.of();
  }

  /**
   * Returns the revision of what the seed does, 1 or greater; 1 by default.
   *
   * <p>Raise it when the seed has changed and shall run again where an earlier revision was
   * applied. A revision that was applied once is never applied again.
   */
  default int revision() {
    return 1;
  }

  /**
   * Returns the classpath names of the files the seed reads, such as {@code "seeds/genres.csv"};
   * none by default.
   *
   * <p>Their content counts as part of the revision: when a file changes, the seed runs again. Line
   * endings do not count.
   */
  default List<String> dataFiles() {
    return List.of();
  }

  /**
   * Returns whether the seed is reference data, which belongs into every environment; false, as by
   * default, for demo data.
   *
   * <p>Demo data is kept out of databases that may be anybody's: see {@link
   * Seeder#environment(String)}. Reference data depends on reference data only.
   */
  default boolean isReferenceData() {
    return false;
  }

  /**
   * Returns the environments that a demo seed is for; empty, as by default, for those that demo
   * data is usual in: {@code local}, {@code dev}, {@code development}, {@code test}, {@code ci},
   * {@code demo} and {@code staging}, and where none is declared.
   *
   * <p>In any other environment the seed is skipped, and so are the seeds that depend on it; one
   * that names some is, too, where none is declared. Upper and lower case are the same.
   *
   * <pre>{@code
   * @Override public Set<String> environments() {
   *   return Set.of("development", "staging");
   * }
   * }</pre>
   */
  default Set<String> environments() {
    return Set.of();
  }

  /**
   * Returns after how many rows of an insert the seed commits; 0, as by default, for never before
   * its end.
   *
   * <p>For seeds so large that one transaction is too much for the database. How far each {@link
   * SeedContext#insert insert} came is committed with its rows, so that after a failure or a crash
   * the next run goes on with the row after the last one committed, and inserts the same rows as if
   * nothing had happened. Whatever else the seed does, by {@link SeedContext#dsl()}, is done again
   * then.
   *
   * <p>Such a seed needs the history table and a connection or data source of its own, no open
   * transaction. A factory that infers keys needs a table that was empty at the begin of the
   * insert.
   */
  default long commitEvery() {
    return 0;
  }

  /**
   * Fills the tables.
   *
   * <p>Called inside a transaction that the runner begins, commits or rolls back; an exception
   * rolls it back. Not called at all where the seed was applied before.
   */
  void run(SeedContext seed);

  /**
   * Returns a seed of this name, of demo data, without dependencies and of revision 1.
   *
   * <pre>{@code
   * Seed genres = Seed.of("genres", seed -> seed.insert(GENRES.rows(12)));
   * }</pre>
   */
  static Seed of(String name, Consumer<? super SeedContext> body) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(body, "body");
    return new NamedSeed(name, body);
  }
}
