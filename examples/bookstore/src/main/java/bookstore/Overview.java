package bookstore;

import static bookstore.db.Tables.AUTHOR;
import static bookstore.db.Tables.BOOK;
import static bookstore.db.Tables.CURRENCY;
import static bookstore.db.Tables.GENRE;
import static bookstore.db.Tables.SALE;
import static bookstore.db.Tables.SALESPERSON;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Result;
import org.jooq.TXTFormat;
import org.jooq.Table;

/** The number of rows and the first rows of each table, as text. */
final class Overview {

  private static final int ROWS = 4;
  private static final TXTFormat COLUMNS =
      new TXTFormat()
          .maxColWidth(60)
          .horizontalTableBorder(false)
          .horizontalHeaderBorder(false)
          .verticalTableBorder(false)
          .verticalCellBorder(false);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final DSLContext dsl;
  private final StringBuilder text = new StringBuilder();

  private Overview(DSLContext dsl) {
    this.dsl = dsl;
  }

  static String of(DSLContext dsl) {
    var overview = new Overview(dsl);
    overview.add(AUTHOR, AUTHOR.ID, AUTHOR.NAME, AUTHOR.EMAIL, AUTHOR.COUNTRY);
    overview.add(
        BOOK,
        BOOK.ID,
        BOOK.TITLE,
        BOOK.author().NAME.as("author"),
        BOOK.GENRE,
        BOOK.ISBN,
        money(BOOK.PRICE),
        BOOK.CURRENCY,
        BOOK.PUBLISHED_ON);
    overview.add(
        SALESPERSON,
        SALESPERSON.ID,
        SALESPERSON.FIRST_NAME,
        SALESPERSON.LAST_NAME,
        SALESPERSON.EMAIL,
        SALESPERSON.HIRED_ON);
    overview.add(
        SALE,
        SALE.ID,
        SALE.SOLD_AT.convertFrom((LocalDateTime time) -> MINUTE.format(time)),
        SALE.book().TITLE.as("book"),
        SALE.salesperson().FIRST_NAME.as("sold_by"),
        SALE.QUANTITY,
        money(SALE.UNIT_PRICE));
    overview.add(GENRE, GENRE.CODE, GENRE.CODE, GENRE.NAME);
    overview.add(CURRENCY, CURRENCY.CODE, CURRENCY.CODE, CURRENCY.NAME, CURRENCY.DIGITS);
    return overview.text.toString();
  }

  private void add(Table<?> table, Field<?> order, Field<?>... columns) {
    Result<?> rows = dsl.select(columns).from(table).orderBy(order).limit(ROWS).fetch();
    text.append(
        String.format(Locale.ROOT, "%n%s, %,d rows%n", table.getName(), dsl.fetchCount(table)));
    rows.format(COLUMNS)
        .lines()
        .forEach(line -> text.append("  ").append(line.stripTrailing()).append('\n'));
  }

  /** SQLite gives 9.9 for 9.90. */
  private static Field<String> money(Field<BigDecimal> price) {
    return price.convertFrom(amount -> String.format(Locale.ROOT, "%6.2f", amount));
  }
}
