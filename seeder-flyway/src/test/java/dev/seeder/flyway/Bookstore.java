package dev.seeder.flyway;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.RowSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The tables, seeds and migrations of the tests. */
final class Bookstore {

  static final Table<Record> GENRE = table(name("genre"));
  static final Field<String> CODE = field(name("code"), SQLDataType.VARCHAR(20).notNull());
  static final Table<Record> BOOK = table(name("book"));
  static final Field<Integer> ID = field(name("id"), SQLDataType.INTEGER.notNull());
  static final Field<String> TITLE = field(name("title"), SQLDataType.VARCHAR(200).notNull());

  private Bookstore() {}

  /** Inserts as many books. */
  static Seed books(int count) {
    return Seed.of("books", seed -> insertBooks(seed, count));
  }

  static void insertBooks(SeedContext seed, int count) {
    seed.insert(
        RowSource.of(
            BOOK,
            List.of(ID, TITLE),
            IntStream.rangeClosed(1, count)
                .mapToObj(id -> new Object[] {id, "Book " + id})
                .toList()));
  }

  /** Inserts a book, and fails at its last statement. */
  static Seed failing() {
    return Seed.of(
        "failing",
        seed -> {
          seed.dsl().insertInto(BOOK, ID, TITLE).values(100, "Book 100").execute();
          throw new IllegalStateException("boom");
        });
  }

  /** Puts the books in place, whether they are there or not. */
  static Seed replacedBooks(int count, int revision) {
    return new Seed() {
      @Override
      public String name() {
        return "books";
      }

      @Override
      public int revision() {
        return revision;
      }

      @Override
      public void run(SeedContext seed) {
        seed.dsl().deleteFrom(BOOK).execute();
        insertBooks(seed, count);
      }
    };
  }

  /** Makes the tables with jOOQ. */
  static void createTables(DSLContext dsl) {
    dsl.createTable(GENRE).column(CODE).primaryKey(CODE).execute();
    dsl.createTable(BOOK).column(ID).column(TITLE).primaryKey(ID).execute();
  }

  /** A first migration with a script. */
  static SeedMigration withScript(String script, Seed... seeds) {
    return new V1__Bookstore(script, Bookstore::nothing, false, seeds);
  }

  /** A first migration in Java. */
  static SeedMigration withSchema(Consumer<DSLContext> schema, Seed... seeds) {
    return new V1__Bookstore(null, schema, false, seeds);
  }

  /** A first migration that may leave tables behind. */
  static SeedMigration accepting(String script, Seed... seeds) {
    return new V1__Bookstore(script, Bookstore::nothing, true, seeds);
  }

  /** A first migration in Java that may leave tables behind. */
  static SeedMigration accepting(Consumer<DSLContext> schema, Seed... seeds) {
    return new V1__Bookstore(null, schema, true, seeds);
  }

  static void nothing(DSLContext dsl) {}

  private static final class V1__Bookstore extends SeedMigration {

    private final @Nullable String script;
    private final Consumer<DSLContext> schema;
    private final boolean accepts;
    private final List<Seed> seeds;

    V1__Bookstore(
        @Nullable String script, Consumer<DSLContext> schema, boolean accepts, Seed... seeds) {
      this.script = script;
      this.schema = schema;
      this.accepts = accepts;
      this.seeds = List.of(seeds);
    }

    @Override
    protected @Nullable String schemaScript() {
      return script;
    }

    @Override
    protected void schema(DSLContext dsl) {
      schema.accept(dsl);
    }

    @Override
    protected boolean acceptsImplicitCommits() {
      return accepts;
    }

    @Override
    protected List<Seed> seeds() {
      return seeds;
    }
  }
}
