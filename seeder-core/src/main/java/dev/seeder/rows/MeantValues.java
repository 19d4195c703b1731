package dev.seeder.rows;

import dev.seeder.meaning.ColumnNames;
import dev.seeder.meaning.Meaning;
import dev.seeder.meaning.Sense;
import dev.seeder.meaning.Shape;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType;
import dev.seeder.schema.LiveType.Kind;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a column suggests.
 *
 * <p>Values are of the Java type that {@link Kind} says; whole numbers are {@code Long}, times are
 * local ones in UTC, JSON is text.
 *
 * @param alone makes the values by themselves; they can be counted
 * @param nulls the share of rows that have none, 0 for a column that is not nullable
 * @param follows the column of the table whose value this one is never before or below; null if
 *     there is none
 * @param following makes the values after those of {@code follows}; they cannot be counted
 */
record MeantValues(
    Meaning meaning,
    IndexedValues<?> alone,
    double nulls,
    @Nullable String follows,
    @Nullable ValueGenerator<?> following) {

  private static final Map<Meaning, Double> NULLS =
      Map.of(
          Meaning.DELETED_AT, 0.9,
          Meaning.DIED_ON, 0.9,
          Meaning.NAME_SUFFIX, 0.9,
          Meaning.COUPON, 0.8,
          Meaning.ADDRESS_2, 0.7,
          Meaning.MIDDLE_NAME, 0.5,
          Meaning.RETURNED_AT, 0.2,
          Meaning.DELIVERED_AT, 0.2,
          Meaning.ENDED_AT, 0.2,
          Meaning.SHIPPED_AT, 0.1);

  /**
   * Returns what the name of the column suggests, as far as its type holds it; null if it says
   * nothing, which is better than nonsense.
   *
   * @param clock the run's clock
   */
  static @Nullable MeantValues of(LiveTable table, LiveColumn column, Clock clock) {
    Shape shape = shape(column.type());
    if (shape == null) {
      return null;
    }
    String tableName = Objects.requireNonNull(table.name().last());
    ColumnNames names =
        ColumnNames.of(tableName, table.columns().stream().map(LiveColumn::name).toList());
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (Sense sense : names.senses(column.name(), shape)) {
      IndexedValues<?> alone = values(sense, shape, column, now);
      if (alone != null) {
        Meaning meaning = sense.meaning();
        double nulls = column.nullable() ? NULLS.getOrDefault(meaning, 0.0) : 0;
        LiveColumn earlier = Followed.of(table, column, names, sense);
        ValueGenerator<?> following =
            earlier == null ? null : following(earlier, meaning, column, alone, now);
        String follows = earlier == null || following == null ? null : earlier.name();
        return new MeantValues(meaning, alone, nulls, follows, following);
      }
    }
    return null;
  }

  /**
   * Returns the generator of the column's values, NULL among them.
   *
   * @param followedIsThere whether the column that this one follows is generated as well
   */
  ValueGenerator<?> generator(boolean followedIsThere) {
    ValueGenerator<?> values = followedIsThere && following != null ? following : alone;
    return nulls == 0 ? values : new NullableValues<>(nulls, values);
  }

  private static @Nullable IndexedValues<?> values(
      Sense sense, Shape shape, LiveColumn column, LocalDateTime now) {
    Meaning meaning = sense.meaning();
    LiveType type = column.type();
    if (meaning.isTime() || shape == Shape.CLOCK) {
      return MeantTimes.of(meaning, column, now.toEpochSecond(ZoneOffset.UTC));
    }
    return switch (shape) {
      case TEXT -> MeantTexts.of(sense, type, now);
      case WHOLE, NUMBER -> MeantNumbers.of(meaning, type, now);
      case FLAG -> flags(MeantNumbers.share(meaning));
      case UUID -> new RandomUuids();
      case BYTES -> MeantBytes.of(meaning, type);
      case JSON -> (IndexedValues<?>) Values.json();
      case ADDRESS -> meaning == Meaning.IPV6 ? MeantCodes.ipv6() : (IndexedValues<?>) Values.ip();
      default -> null;
    };
  }

  private static IndexedValues<Boolean> flags(double share) {
    return WeightedValues.of(Map.of(true, share, false, 1 - share));
  }

  private static @Nullable ValueGenerator<?> following(
      LiveColumn earlier,
      Meaning meaning,
      LiveColumn column,
      IndexedValues<?> alone,
      LocalDateTime now) {
    Field<?> field = DSL.field(DSL.name(earlier.name()));
    if (alone instanceof SpreadValues<?> numbers && !meaning.isTime() && isNumber(column.type())) {
      return LargerNumbers.of(field, column.type(), numbers);
    }
    return MeantTimes.after(field, meaning, column, now.toEpochSecond(ZoneOffset.UTC));
  }

  private static boolean isNumber(LiveType type) {
    return type.kind() == Kind.INTEGER || type.kind() == Kind.DECIMAL || type.kind() == Kind.FLOAT;
  }

  /** Returns what the type is for names; null if names say nothing about such types. */
  static @Nullable Shape shape(LiveType type) {
    return switch (type.kind()) {
      case TEXT -> Shape.TEXT;
      case INTEGER -> Shape.WHOLE;
      case DECIMAL -> type.precision() > 0 && type.scale() <= 0 ? Shape.WHOLE : Shape.NUMBER;
      case FLOAT -> Shape.NUMBER;
      case BOOLEAN -> Shape.FLAG;
      case DATE -> Shape.DAY;
      case TIMESTAMP -> Shape.MOMENT;
      case TIME -> Shape.CLOCK;
      case UUID -> Shape.UUID;
      case BINARY -> Shape.BYTES;
      case JSON -> Shape.JSON;
      case ADDRESS -> Shape.ADDRESS;
      default -> null;
    };
  }
}
