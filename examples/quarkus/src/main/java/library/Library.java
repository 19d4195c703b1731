package library;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The tables of the library, named by hand: no generated code is needed. */
final class Library {

  static final Table<Record> GENRE = table("genre");
  static final Field<String> GENRE_CODE = field("code", VARCHAR);

  static final Table<Record> BOOK = table("book");
  static final Field<String> BOOK_ISBN = field("isbn", VARCHAR);
  static final Field<String> BOOK_TITLE = field("title", VARCHAR);
  static final Field<Integer> BOOK_PAGES = field("pages", INTEGER);

  private Library() {}
}
