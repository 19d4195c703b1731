package dev.seeder.page;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.DATE;
import static org.jooq.impl.SQLDataType.DECIMAL;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Factory;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Seeds of a small schema, with everything in it that a page tells of. */
final class Library {

  static final Table<Record> SHELF = table(name("shelf"));
  static final Table<Record> READER = table(name("reader"));
  static final Table<Record> BOOK = table(name("book"));
  static final Table<Record> VISITOR = table(name("visitor"));
  static final Field<Integer> ID = field(name("id"), INTEGER);
  static final Field<String> NAME = field(name("name"), VARCHAR);
  static final Field<String> NOTE = field(name("note"), VARCHAR);
  static final Field<String> HASH = field(name("password_hash"), VARCHAR);
  static final Field<Integer> SHELF_ID = field(name("shelf_id"), INTEGER);
  static final Field<Integer> READER_ID = field(name("reader_id"), INTEGER);

  private Library() {}

  static void create(DSLContext dsl) {
    dsl.createTable(SHELF)
        .column(ID, INTEGER.notNull())
        .column(NAME, VARCHAR(40).notNull())
        .constraints(constraint(name("shelf_pk")).primaryKey(ID))
        .execute();
    dsl.createTable(READER)
        .column(ID, INTEGER.notNull())
        .column(NAME, VARCHAR(80).notNull())
        .column(HASH, VARCHAR(80).notNull())
        .column("note", VARCHAR(200))
        .constraints(constraint(name("reader_pk")).primaryKey(ID))
        .execute();
    dsl.createTable(BOOK)
        .column(ID, INTEGER.notNull())
        .column("title", VARCHAR(200).notNull())
        .column("price", DECIMAL(8, 2).notNull())
        .column("bought_on", DATE.notNull())
        .column("lent", BOOLEAN.notNull())
        .column(SHELF_ID, INTEGER.notNull())
        .column(READER_ID, INTEGER)
        .constraints(
            constraint(name("book_pk")).primaryKey(ID),
            constraint(name("book_shelf_fk")).foreignKey(SHELF_ID).references(SHELF, ID),
            constraint(name("book_reader_fk")).foreignKey(READER_ID).references(READER, ID))
        .execute();
    dsl.createTable(VISITOR)
        .column(ID, INTEGER.notNull())
        .column(NAME, VARCHAR(80).notNull())
        .constraints(constraint(name("visitor_pk")).primaryKey(ID))
        .execute();
    dsl.insertInto(VISITOR, ID, NAME).values(1, "Somebody Real").execute();
  }

  static List<Seed> seeds(int books) {
    return List.of(new Shelves(), new Readers(), new Books(books), new Elsewhere());
  }

  private static final class Shelves implements Seed {
    @Override
    public String name() {
      return "shelves";
    }

    @Override
    public boolean isReferenceData() {
      return true;
    }

    @Override
    public void run(SeedContext seed) {
      seed.dsl()
          .insertInto(SHELF, ID, NAME)
          .values(1, "Novels <b>& \"more\"</b>")
          .values(2, "Maps")
          .execute();
    }
  }

  private static final class Readers implements Seed {
    @Override
    public String name() {
      return "readers";
    }

    @Override
    public void run(SeedContext seed) {
      seed.insert(
          Factory.of(READER).set(HASH, "bcrypt-of-" + seed.secret("reader")).leave(NOTE).rows(30));
    }
  }

  private record Books(int count) implements Seed {
    @Override
    public String name() {
      return "books";
    }

    @Override
    public Set<String> dependsOn() {
      return Set.of("shelves", "readers");
    }

    @Override
    public void run(SeedContext seed) {
      seed.insert(Factory.of(BOOK).set(SHELF_ID, 1).infer(READER_ID).rows(count));
    }
  }

  private static final class Elsewhere implements Seed {
    @Override
    public String name() {
      return "elsewhere";
    }

    @Override
    public Set<String> environments() {
      return Set.of("staging");
    }

    @Override
    public void run(SeedContext seed) {
      throw new IllegalStateException("It is not staging.");
    }
  }
}
