package dev.seeder.write;

import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveKey;
import dev.seeder.schema.LiveReference;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType;
import dev.seeder.schema.ReferringTables;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Gives rows that are to change a unique value one that nobody has, for a moment, so that they can
 * take each other's: databases look for it row by row.
 *
 * @param total how many rows were brought
 */
record Parking(MergeSql sql, Statements statements, long total) {

  /** Of these, and of decimals with so many digits before the point, each fits a long. */
  private static final Set<Class<?>> COUNTED =
      Set.of(Byte.class, Short.class, Integer.class, Long.class);

  private static final int DIGITS = 18;

  /** Returns the statements; none for columns of which no such value is known. */
  List<String> updates() {
    Set<String> held = referred();
    List<String> updates = new ArrayList<>();
    Set<String> parked = new LinkedHashSet<>();
    for (LiveKey key : sql.staged().live().keys()) {
      List<LiveColumn> changing =
          sql.changing().stream().filter(column -> key.columns().contains(column.name())).toList();
      for (LiveColumn column : changing) {
        String value = held.contains(column.name()) ? null : value(key, column);
        if (value != null) {
          if (parked.add(column.name())) {
            updates.add(sql.park(column, changing, value, total));
          }
          break; // one column that nobody has is enough
        }
      }
    }
    return updates;
  }

  /** The columns that foreign keys refer to, which may do anything when those change. */
  private Set<String> referred() {
    Set<String> columns = new LinkedHashSet<>();
    LiveTable live = sql.staged().live();
    for (LiveTable child : ReferringTables.of(sql.staged().dsl(), live)) {
      for (LiveReference reference : child.references()) {
        if (reference.parent().equals(live.name())) {
          columns.addAll(reference.parentColumns());
        }
      }
    }
    return columns;
  }

  private @Nullable String value(LiveKey key, LiveColumn column) {
    if (column.nullable() && !key.nullsEqual()) {
      return "null";
    }
    LiveType type = column.type();
    return switch (type.kind()) {
      case INTEGER ->
          COUNTED.contains(type.binding().getType())
              ? number(column, BigInteger.valueOf(type.low()), BigInteger.valueOf(type.high()))
              : null;
      case DECIMAL -> {
        int digits = type.precision() - type.scale();
        BigInteger high = BigInteger.TEN.pow(Math.max(0, digits)).subtract(BigInteger.ONE);
        yield type.precision() > 0 && digits <= DIGITS ? number(column, high.negate(), high) : null;
      }
      case TEXT -> ("~" + total).length() <= type.length() ? text() : null;
      default -> null;
    };
  }

  /** Beyond the highest that there is and that is brought, or below the lowest. */
  private @Nullable String number(LiveColumn column, BigInteger low, BigInteger high) {
    long[] bounds = statements.first(sql.bounds(column));
    if (bounds == null) {
      return null;
    }
    BigInteger rows = BigInteger.valueOf(total + 1); // one more for what is behind the point
    BigInteger above = BigInteger.valueOf(bounds[1]).add(BigInteger.ONE);
    BigInteger below = BigInteger.valueOf(bounds[0]).subtract(BigInteger.ONE);
    if (above.add(rows).compareTo(high) <= 0) {
      return above + " + " + sql.row("n.");
    }
    return below.subtract(rows).compareTo(low) >= 0 ? below + " - " + sql.row("n.") : null;
  }

  private String text() {
    return sql.staged()
        .dsl()
        .renderInlined(
            DSL.concat(
                DSL.inline("~"),
                DSL.field(DSL.raw(sql.row("n.")), Long.class).cast(SQLDataType.VARCHAR)));
  }
}
