package benchmarks;

import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.email;
import static dev.seeder.rows.Values.fullName;
import static dev.seeder.rows.Values.price;
import static dev.seeder.rows.Values.product;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.using;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.rows.Factory;
import dev.seeder.rows.RowScope;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;

/** Rows of five columns: name, e-mail address, title, price, date. */
public final class Rows {

  static final Table<Record> THING = table(name("thing"));

  static final Field<String> NAME = field(name("name"), VARCHAR);
  static final Field<String> EMAIL = field(name("email"), VARCHAR);
  static final Field<String> TITLE = field(name("title"), VARCHAR);
  static final Field<BigDecimal> PRICE = field(name("price"), NUMERIC);
  static final Field<LocalDate> BOUGHT = field(name("bought"), LOCALDATE);

  /** The columns, in the order of a row's values. */
  public static final List<Field<?>> COLUMNS = List.of(NAME, EMAIL, TITLE, PRICE, BOUGHT);

  private Rows() {}

  /** Returns rows that are made already. */
  public static List<Object[]> finished(int count) {
    Iterator<Object[]> made = open(factory());
    List<Object[]> rows = new ArrayList<>();
    while (rows.size() < count) {
      rows.add(made.next());
    }
    return rows;
  }

  static Factory<?> factory() {
    return Factory.of(THING)
        .generate(NAME, fullName())
        .generate(EMAIL, email())
        .generate(TITLE, product())
        .generate(PRICE, price("4.99", "59.99"))
        .generate(BOUGHT, between(LocalDate.of(2020, 1, 1), LocalDate.of(2025, 12, 31)));
  }

  static Iterator<Object[]> open(Factory<?> factory) {
    Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    RowScope scope = new RowScope(using(SQLDialect.DEFAULT), 42, clock, Locale.ENGLISH);
    return factory.rows(Long.MAX_VALUE).open(scope).values().iterator();
  }
}
