package bookstore;

import static bookstore.db.Tables.AUTHOR;
import static bookstore.db.Tables.BOOK;
import static bookstore.db.Tables.SALE;
import static bookstore.db.Tables.SALESPERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.lower;

import bookstore.seeds.BookstoreSeeds;
import dev.seeder.Seeder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The data makes sense to somebody who reads it. */
class BookstoreDataTest {

  private static final int BOOKS = 1_000;

  private CloseableDSLContext dsl;

  @BeforeEach
  void fill() {
    dsl = filled("jdbc:sqlite:");
  }

  @AfterEach
  void close() {
    dsl.close();
  }

  @Test
  void everyForeignKeyIsMet() {
    assertThat(dsl.fetch("pragma foreign_key_check")).isEmpty();
    assertThat(dsl.fetchCount(BOOK)).isEqualTo(BOOKS);
    assertThat(dsl.fetchCount(SALE)).isEqualTo(5 * BOOKS);
  }

  @Test
  void saleIsAfterPublicationAndHiringAndInOpeningHours() {
    assertThat(
            dsl.select(SALE.SOLD_AT, SALE.book().PUBLISHED_ON, SALE.salesperson().HIRED_ON)
                .from(SALE)
                .fetch())
        .allSatisfy(
            sale -> {
              var soldOn = sale.value1().toLocalDate();
              assertThat(soldOn).isAfter(sale.value2()).isAfter(sale.value3());
              assertThat(soldOn.getYear()).isBetween(2024, 2025);
              assertThat(sale.value1().getHour()).isBetween(9, 18);
            });
  }

  @Test
  void unitPriceIsThePriceOfTheBookOrALittleLess() {
    var sales = dsl.select(SALE.UNIT_PRICE, SALE.book().PRICE).from(SALE).fetch();

    assertThat(sales)
        .allSatisfy(
            sale ->
                assertThat(sale.value1().divide(sale.value2(), 2, RoundingMode.HALF_UP))
                    .isIn(new BigDecimal("1.00"), new BigDecimal("0.95"), new BigDecimal("0.90")));
    assertThat(sales.stream().filter(sale -> sale.value1().compareTo(sale.value2()) < 0).count())
        .isBetween(sales.size() / 4L, sales.size() / 2L);
  }

  @Test
  void emailFitsTheName() {
    assertThat(
            dsl.fetchCount(
                SALESPERSON,
                SALESPERSON.LAST_NAME.notLike("%'%"),
                SALESPERSON.EMAIL.notLike(
                    lower(SALESPERSON.FIRST_NAME.concat(".").concat(SALESPERSON.LAST_NAME))
                        .concat("%@example.___"))))
        .isZero();
    assertThat(dsl.fetchCount(AUTHOR, AUTHOR.EMAIL.isNull())).isBetween(50, 150);
  }

  @Test
  void isbnHasItsCheckDigit() {
    assertThat(dsl.fetchValues(BOOK.ISBN))
        .hasSize(BOOKS)
        .doesNotHaveDuplicates()
        .allSatisfy(isbn -> assertThat(isbn).matches("978[0-9]{10}"))
        .allSatisfy(isbn -> assertThat(weightedSum(isbn) % 10).isZero());
  }

  @Test
  void titlesAreVariedAndComplete() {
    List<String> titles = dsl.fetchValues(BOOK.TITLE);

    assertThat(titles).allSatisfy(title -> assertThat(title).doesNotContain("{", "}", "|"));
    assertThat(titles.stream().distinct().count()).isGreaterThan(BOOKS * 8 / 10);
  }

  @Test
  void rowsAreTheSameOnH2() {
    try (CloseableDSLContext h2 = filled("jdbc:h2:mem:")) {
      assertThat(rows(h2, AUTHOR)).isEqualTo(rows(dsl, AUTHOR));
      assertThat(rows(h2, BOOK)).isEqualTo(rows(dsl, BOOK));
      assertThat(rows(h2, SALESPERSON)).isEqualTo(rows(dsl, SALESPERSON));
      assertThat(rows(h2, SALE)).isEqualTo(rows(dsl, SALE));
    }
  }

  private static CloseableDSLContext filled(String url) {
    CloseableDSLContext dsl = DSL.using(url);
    BookstoreSchema.create(dsl);
    Seeder.of(dsl).seeds(BookstoreSeeds.of(BOOKS)).run();
    return dsl;
  }

  /** Decimals as text with two digits: SQLite gives 9.9 for 9.90. */
  private static List<List<Object>> rows(DSLContext dsl, Table<?> table) {
    return dsl.selectFrom(table)
        .orderBy(table.field("id"))
        .fetch(
            row ->
                Arrays.stream(row.intoArray())
                    .map(
                        value ->
                            value instanceof BigDecimal number
                                ? (Object) number.setScale(2).toPlainString()
                                : value)
                    .toList());
  }

  private static int weightedSum(String isbn) {
    int sum = 0;
    for (int i = 0; i < isbn.length(); i++) {
      sum += (isbn.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return sum;
  }
}
