package shop;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class Shelf {

  private final DSLContext dsl;

  Shelf(DSLContext dsl) {
    this.dsl = dsl;
  }

  int clear(String category) {
    return dsl.deleteFrom(table("product")).where(field("category_code").eq(category)).execute();
  }
}
