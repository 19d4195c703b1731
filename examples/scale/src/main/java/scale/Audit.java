package scale;

import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;

/** Looks whether all rows are there, and keep what the tables promise. */
final class Audit {

  private Audit() {}

  /**
   * Looks at a database.
   *
   * @throws IllegalStateException if something is wrong
   */
  static void check(String url, Size size) {
    try (CloseableDSLContext dsl = DSL.using(url)) {
      expect(dsl, size.authors, "select count(*) from authors");
      expect(dsl, size.authors, "select count(distinct email) from authors");
      expect(dsl, size.books, "select count(distinct isbn) from books");
      expect(dsl, size.books, "select count(*) from books join authors on authors.id = author_id");
      expect(dsl, size.salespersons, "select count(distinct email) from salespersons");
      expect(
          dsl,
          size.sales,
          "select count(*) from sales join books on books.id = book_id"
              + " join salespersons on salespersons.id = salesperson_id"
              + " where unit_price = price and quantity between 1 and 4 and sold_at > hired_on"
              + " and sold_at > published_on");
      expect(dsl, size.books, "select count(*) from books");
      expect(dsl, size.salespersons, "select count(*) from salespersons");
      expect(dsl, size.sales, "select count(*) from sales");
    }
  }

  private static void expect(CloseableDSLContext dsl, long expected, String sql) {
    long found = ((Number) dsl.fetchValue(sql)).longValue();
    if (found != expected) {
      throw new IllegalStateException("Found " + found + ", expected " + expected + ":\n  " + sql);
    }
  }
}
