package dev.seeder.rows;

import dev.seeder.meaning.ColumnNames;
import dev.seeder.meaning.Meaning;
import dev.seeder.meaning.Sense;
import dev.seeder.meaning.Shape;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the column that another one is never before: the creation before the update. */
final class Followed {

  private static final Set<Kind> NUMBERS = Set.of(Kind.INTEGER, Kind.DECIMAL, Kind.FLOAT);

  private Followed() {}

  /** Returns the column that one of this sense follows; null if the table has none. */
  static @Nullable LiveColumn of(
      LiveTable table, LiveColumn column, ColumnNames names, Sense sense) {
    if (!sense.meaning().isTime() && NUMBERS.contains(column.type().kind())) {
      String lower = names.lower(column.name());
      LiveColumn found = lower == null ? null : table.column(lower);
      return found != null && NUMBERS.contains(found.type().kind()) ? found : null;
    }
    for (Meaning earlier : sense.meaning().earlier()) {
      LiveColumn like = null;
      for (LiveColumn other : table.columns()) {
        Sense found = other.equals(column) ? null : best(other, names, column.type().kind());
        if (found != null && found.meaning() == earlier) {
          if (found.of().equals(sense.of())) {
            return other;
          }
          like = like == null ? other : like;
        }
      }
      if (like != null) {
        return like;
      }
    }
    return null;
  }

  /** Returns what a column is, if it can be compared with one of this kind. */
  private static @Nullable Sense best(LiveColumn other, ColumnNames names, Kind kind) {
    Kind otherKind = other.type().kind();
    Shape shape = MeantValues.shape(other.type());
    boolean comparable = otherKind == kind || (isDate(otherKind) && isDate(kind));
    if (!comparable || shape == null) {
      return null;
    }
    List<Sense> senses = names.senses(other.name(), shape);
    return senses.isEmpty() ? null : senses.get(0);
  }

  private static boolean isDate(Kind kind) {
    return kind == Kind.DATE || kind == Kind.TIMESTAMP;
  }
}
