package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import net.datafaker.Faker;
import org.jooq.DSLContext;

/**
 * What rows are made in: the database inside the seed's transaction, and what the run's values
 * depend on.
 *
 * @param dsl jOOQ on the seed's transaction
 * @param randomSeed the number that drives everything random
 * @param clock the run's clock, which stands still
 * @param locale the language of names, addresses and texts
 */
public record RowScope(DSLContext dsl, long randomSeed, Clock clock, Locale locale) {

  /** Makes a scope. */
  public RowScope {
    Objects.requireNonNull(dsl, "dsl");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(locale, "locale");
  }

  /**
   * Returns a faker in the scope's locale that draws from one stream, keyed by the random seed and
   * the name of the stream. Not safe for use by several threads.
   */
  public Faker faker(String stream) {
    var random = new CellRandom();
    random.begin(CellRandom.columnKey(randomSeed, "", stream), 0);
    return Draw.faker(random, this);
  }
}
