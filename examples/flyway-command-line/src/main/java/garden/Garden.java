package garden;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The tables of the garden. */
final class Garden {

  static final Table<Record> PLANT = table(name("plant"));
  static final Field<Integer> PLANT_ID = field(name("plant", "id"), INTEGER);
  static final Field<String> PLANT_NAME = field(name("plant", "name"), VARCHAR);

  static final Table<Record> BED = table(name("bed"));
  static final Field<Integer> BED_PLANT_ID = field(name("bed", "plant_id"), INTEGER);
  static final Field<String> BED_GARDENER = field(name("bed", "gardener"), VARCHAR);

  private Garden() {}
}
