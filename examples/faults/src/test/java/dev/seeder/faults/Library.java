package dev.seeder.faults;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.foreignKey;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Factory;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The seed that everything happens to: it changes each of the user's own rows, and inserts authors
 * and their books.
 *
 * @param commitEvery after how many rows it commits; 0 for one transaction
 * @param signals is told where the seed is
 */
record Library(long commitEvery, Signals signals) implements Seed {

  /** Rows that are there before the seed, with a second column that it sets to 1. */
  static final Table<Record> ACCOUNT = table(DSL.name("account"));

  static final Table<Record> AUTHOR = table(DSL.name("author"));
  static final Table<Record> BOOK = table(DSL.name("book"));
  static final Field<Integer> ID = field(DSL.name("id"), INTEGER);
  static final Field<Integer> SEEN = field(DSL.name("seen"), INTEGER);
  static final Field<String> TEXT = field(DSL.name("note"), VARCHAR(100));
  static final Field<Integer> AUTHOR_ID = field(DSL.name("author_id"), INTEGER);

  static final int ACCOUNTS = 500;
  static final int AUTHORS = 300;
  static final int BOOKS = 3_000;
  static final long EVERY = 250;

  /** Where a seed is. */
  @FunctionalInterface
  interface Signals {
    /** Nobody is told. */
    Signals NONE = place -> {};

    void at(Place place);
  }

  /** Places of the seed. */
  enum Place {
    START,
    HALF,
    LAST,
    /** Between two transactions, where something that is broken on purpose has two. */
    BETWEEN
  }

  static Library whole() {
    return new Library(0, Signals.NONE);
  }

  @Override
  public String name() {
    return "library";
  }

  /** It changes rows that are not its own, which demo data may not on a server. */
  @Override
  public boolean isReferenceData() {
    return true;
  }

  @Override
  public void run(SeedContext seed) {
    signals.at(Place.START);
    seed.dsl().update(ACCOUNT).set(SEEN, 1).execute();
    seed.insert(
        Factory.of(AUTHOR).generate(TEXT, draw -> text(draw.random().nextInt())).rows(AUTHORS));
    seed.insert(
        Factory.of(BOOK)
            .generate(
                TEXT,
                draw -> {
                  if (draw.row() == BOOKS / 2) {
                    signals.at(Place.HALF);
                  }
                  return text(draw.random().nextInt());
                })
            .rows(BOOKS));
    signals.at(Place.LAST);
  }

  private static String text(int number) {
    return "A note, as long as notes are, about number " + number;
  }

  /** Creates the tables, and the user's own rows. */
  static void create(DSLContext dsl) {
    dsl.createTable(ACCOUNT)
        .column(ID, INTEGER.notNull())
        .column(SEEN, INTEGER.notNull())
        .column(TEXT, VARCHAR(100).notNull())
        .constraints(primaryKey(ID))
        .execute();
    dsl.createTable(AUTHOR)
        .column(ID, INTEGER.notNull())
        .column(TEXT, VARCHAR(100).notNull())
        .constraints(primaryKey(ID))
        .execute();
    dsl.createTable(BOOK)
        .column(ID, INTEGER.notNull())
        .column(AUTHOR_ID, INTEGER.notNull())
        .column(TEXT, VARCHAR(100).notNull())
        .constraints(primaryKey(ID), foreignKey(AUTHOR_ID).references(AUTHOR, ID))
        .execute();
    dsl.insertInto(ACCOUNT, ID, SEEN, TEXT)
        .valuesOfRows(
            IntStream.rangeClosed(1, ACCOUNTS)
                .mapToObj(id -> DSL.row(id, 0, "the user's own row " + id))
                .toList())
        .execute();
  }
}
