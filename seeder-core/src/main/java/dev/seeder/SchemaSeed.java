package dev.seeder;

import dev.seeder.rows.Factory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Schema;
import org.jooq.Table;

/**
 * Fills every table of a schema, whatever is in it: a seed like any other, under Flyway too.
 *
 * <pre>{@code
 * SchemaSeed demo = SchemaSeed.of("demo")
 *     .rows(100)
 *     .rows(SALE, 5_000)
 *     .factory(Factory.of(BOOK).generate(BOOK.TITLE, draw -> draw.faker().book().title()));
 *
 * Seeder.of(dsl).seeds(demo).run();
 * }</pre>
 *
 * <p>Tables come after those that they refer to. What is in them is inferred from the live
 * database, as by {@link Factory#inferAll}; no jOOQ class is needed. A table with fewer keys than
 * rows gets as many rows as it has keys. A table that has rows is left as it is, unless its own
 * number of rows is given. Views are left out, and so are the tables in which Flyway, Liquibase and
 * Seeder keep their records.
 *
 * <p>Foreign keys that make a circle are left NULL at first, and set when all tables are filled.
 *
 * <p>Immutable.
 */
public final class SchemaSeed implements Seed {

  private static final long ROWS = 100;

  private final String name;
  private final List<String> schemas;
  private final long rows;
  private final Map<String, Long> counts;
  private final Map<String, Factory<?>> factories;
  private final double scale;

  private SchemaSeed(
      String name,
      List<String> schemas,
      long rows,
      Map<String, Long> counts,
      Map<String, Factory<?>> factories,
      double scale) {
    this.name = name;
    this.schemas = schemas;
    this.rows = rows;
    this.counts = counts;
    this.factories = factories;
    this.scale = scale;
  }

  /** Returns a seed of this name that fills the current schema with 100 rows a table. */
  public static SchemaSeed of(String name) {
    Objects.requireNonNull(name, "name");
    return new SchemaSeed(name, List.of(), ROWS, Map.of(), Map.of(), 1);
  }

  /** Fills these schemas instead of the current one. */
  public SchemaSeed schemas(Schema... filled) {
    List<String> names = List.of(filled).stream().map(Schema::getName).toList();
    return new SchemaSeed(name, names, rows, counts, factories, scale);
  }

  /**
   * Gives each table so many rows.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public SchemaSeed rows(long perTable) {
    return new SchemaSeed(name, schemas, requireCount(perTable), counts, factories, scale);
  }

  /**
   * Gives this table so many rows, whether it has some already or not; 0 leaves it out.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public SchemaSeed rows(Table<?> table, long count) {
    var changed = new HashMap<>(counts);
    changed.put(key(table), requireCount(count));
    return new SchemaSeed(name, schemas, rows, Map.copyOf(changed), factories, scale);
  }

  /** Makes the rows of the factory's table by it, and infers what it does not name. */
  public SchemaSeed factory(Factory<?> factory) {
    var changed = new HashMap<>(factories);
    changed.put(key(factory.rows(0).table()), factory);
    return new SchemaSeed(name, schemas, rows, counts, Map.copyOf(changed), scale);
  }

  /**
   * Multiplies all numbers of rows, those of single tables too: 0.1 for a tenth.
   *
   * @throws IllegalArgumentException if the factor is not above 0
   */
  public SchemaSeed scale(double factor) {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("The scale is " + factor + ", expected more than 0.");
    }
    return new SchemaSeed(name, schemas, rows, counts, factories, scale * factor);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void run(SeedContext seed) {
    new SchemaFilling(this, seed).run();
  }

  List<String> schemas() {
    return schemas;
  }

  /** Returns the names of the tables that something was said of. */
  Set<String> named() {
    var named = new TreeSet<>(counts.keySet());
    named.addAll(factories.keySet());
    return named;
  }

  /** Returns whether the table has a number of rows of its own. */
  boolean isCounted(String table) {
    return counts.containsKey(table.toLowerCase(Locale.ROOT));
  }

  long count(String table) {
    long count = counts.getOrDefault(table.toLowerCase(Locale.ROOT), rows);
    return count == 0 ? 0 : Math.max(1, Math.round(count * scale));
  }

  Factory<?> factory(String table, Table<?> otherwise) {
    Factory<?> known = factories.get(table.toLowerCase(Locale.ROOT));
    return known == null ? Factory.of(otherwise) : known;
  }

  private static String key(Table<?> table) {
    return table.getName().toLowerCase(Locale.ROOT);
  }

  private static long requireCount(long count) {
    if (count < 0) {
      throw new IllegalArgumentException(
          "The number of rows is " + count + ", expected 0 or more.");
    }
    return count;
  }
}
