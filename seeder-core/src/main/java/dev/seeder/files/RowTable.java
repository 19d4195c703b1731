package dev.seeder.files;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveTable;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The table that rows of a file are for, in a run.
 *
 * @param table as the user has it
 * @param live as the database has it
 * @param clock the run's
 * @param lookups the columns whose cells are looked up
 */
public record RowTable(
    DSLContext dsl, Table<?> table, LiveTable live, Clock clock, List<Lookup> lookups) {

  /** Returns a column to be given to jOOQ, of the type that the class of its table says. */
  Field<?> field(Table<?> of, LiveColumn column) {
    Field<?> known = of.field(DSL.name(column.name()));
    return known == null ? DSL.field(DSL.name(column.name()), column.type().binding()) : known;
  }

  /** Returns how the cells of a column are read. */
  CellType type(Table<?> of, LiveColumn column) {
    Field<?> known = of.field(DSL.name(column.name()));
    return new CellTypes(isLoose(), new Moments(clock))
        .of(known == null ? null : known.getDataType(), column.type());
  }

  /** Returns what the cells of a column may be. */
  CellSchema schema(Table<?> of, LiveColumn column) {
    Field<?> known = of.field(DSL.name(column.name()));
    return CellSchema.of(known == null ? null : known.getDataType(), column.type(), isLoose());
  }

  private boolean isLoose() {
    return dsl.family() == SQLDialect.SQLITE;
  }
}
