package shop;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.Seed;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The tables of the shop, named by hand: no generated code is needed. */
public final class Shop {

  static final Table<Record> PRODUCT = table(name("product"));
  static final Field<Integer> PRODUCT_ID = field(name("product", "id"), INTEGER);
  static final Field<String> PRODUCT_NAME = field(name("product", "name"), VARCHAR);
  static final Field<Integer> PRODUCT_PRICE_CENTS = field(name("product", "price_cents"), INTEGER);
  static final Field<Integer> PRODUCT_STOCK = field(name("product", "stock"), INTEGER);

  static final Table<Record> PURCHASE = table(name("purchase"));
  static final Field<Integer> PURCHASE_PRODUCT_ID = field(name("purchase", "product_id"), INTEGER);
  static final Field<String> PURCHASE_CUSTOMER = field(name("purchase", "customer"), VARCHAR);
  static final Field<Integer> PURCHASE_QUANTITY = field(name("purchase", "quantity"), INTEGER);
  static final Field<LocalDate> PURCHASE_BOUGHT_ON =
      field(name("purchase", "bought_on"), LOCALDATE);

  private Shop() {}

  /** Returns the seeds of the shop. */
  public static List<Seed> seeds() {
    return List.of(new Products(), new DemoPurchases());
  }
}
