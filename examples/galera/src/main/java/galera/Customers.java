package galera;

import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.email;
import static dev.seeder.rows.Values.fullName;
import static dev.seeder.rows.Values.price;
import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.DECIMAL;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Factory;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Many customers. The nodes of a cluster send each other a transaction as a whole, so that it
 * should not be large: the seed commits every so many rows.
 */
record Customers(long rows) implements Seed {

  static final Table<Record> CUSTOMER = table(DSL.name("customer"));
  static final Field<Long> ID = field(DSL.name("id"), BIGINT.identity(true));
  static final Field<String> NAME = field(DSL.name("name"), VARCHAR(100).notNull());
  static final Field<String> EMAIL = field(DSL.name("email"), VARCHAR(100).notNull());
  static final Field<LocalDate> SINCE = field(DSL.name("customer_since"), LOCALDATE.notNull());
  static final Field<BigDecimal> CREDIT = field(DSL.name("credit"), DECIMAL(10, 2).notNull());

  private static final Factory<Record> CUSTOMERS =
      Factory.of(CUSTOMER)
          .generate(NAME, fullName())
          .generate(EMAIL, email())
          .generate(SINCE, between(LocalDate.of(2015, 1, 1), LocalDate.of(2025, 12, 31)))
          .generate(CREDIT, price("10.00", "5000.00"));

  static void createTable(DSLContext dsl) {
    dsl.createTable(CUSTOMER)
        .columns(ID, NAME, EMAIL, SINCE, CREDIT)
        .constraints(constraint().primaryKey(ID), constraint().unique(EMAIL))
        .execute();
  }

  @Override
  public String name() {
    return "customers";
  }

  @Override
  public long commitEvery() {
    return 10_000;
  }

  @Override
  public void run(SeedContext seed) {
    seed.insert(CUSTOMERS.rows(rows));
  }
}
