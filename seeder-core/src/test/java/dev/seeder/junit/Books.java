package dev.seeder.junit;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Factory;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Three authors, and a hundred books of theirs. */
final class Books implements Seed {

  static final String SCHEMA = "dev/seeder/junit/books.sql";
  static final Table<Record> AUTHOR = table(DSL.name("author"));
  static final Table<Record> BOOK = table(DSL.name("book"));
  static final Field<String> TITLE = field(DSL.name("title"), SQLDataType.VARCHAR);

  private final int books;

  Books() {
    this(100);
  }

  Books(int books) {
    this.books = books;
  }

  @Override
  public String name() {
    return "books";
  }

  @Override
  public void run(SeedContext seed) {
    seed.insert(Factory.of(AUTHOR).rows(3));
    seed.insert(Factory.of(BOOK).rows(books));
  }
}
