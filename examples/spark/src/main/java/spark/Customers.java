package spark;

import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.email;
import static dev.seeder.rows.Values.fullName;
import static dev.seeder.rows.Values.price;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.DECIMAL;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.rows.Factory;
import dev.seeder.rows.RowScope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Customers: each row is a function of its number, whichever process makes it. */
final class Customers {

  private static final Factory<Record> CUSTOMERS =
      Factory.of(table(name("customer")))
          .generate(field(name("id"), BIGINT), draw -> draw.row() + 1)
          .generate(field(name("name"), VARCHAR), fullName())
          .generate(field(name("email"), VARCHAR), email())
          .generate(
              field(name("customer_since"), LOCALDATE),
              between(LocalDate.of(2015, 1, 1), LocalDate.of(2025, 12, 31)))
          .generate(field(name("credit"), DECIMAL(10, 2)), price("10.00", "5000.00"));

  /** What the rows depend on, and no database: all of the columns are given. */
  private static final RowScope SCOPE =
      new RowScope(
          DSL.using(SQLDialect.DEFAULT),
          0,
          Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
          Locale.ENGLISH);

  private Customers() {}

  /** Returns one of so many parts of the rows. */
  static Stream<Object[]> part(long part, long parts, long rows) {
    return CUSTOMERS.rows(rows * part / parts, rows * (part + 1) / parts).open(SCOPE).values();
  }
}
