package dev.seeder.rows;

import dev.seeder.check.Limits;
import dev.seeder.check.Limits.End;
import dev.seeder.pattern.MatchingTexts;
import dev.seeder.schema.LiveType;
import dev.seeder.schema.LiveType.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes values of what CHECK constraints leave of a type. */
final class LimitedValues {

  /** So many values are enough where one end is open. */
  private static final long WIDTH = 1_000;

  private static final int DAYS = 1_800;
  private static final int LONGEST_TEXT = 120;

  private LimitedValues() {}

  /** Returns values within the limits; null if they say nothing of such a type. */
  static @Nullable IndexedValues<?> of(Limits limits, LiveType type, Clock clock) {
    List<Object> allowed = limits.allowed();
    if (allowed != null) {
      return list(allowed, limits, type);
    }
    return switch (type.kind()) {
      case ENUM -> list(List.copyOf(type.labels()), limits, type);
      case TEXT, OTHER -> isLimited(limits) ? texts(limits, type) : null;
      case INTEGER -> integers(limits, type.low(), type.high());
      case DECIMAL, FLOAT -> decimals(limits, type);
      case DATE -> dates(limits, clock);
      case TIMESTAMP -> times(limits, clock);
      case BINARY -> isLimited(limits) ? bytes(limits, type) : null;
      default -> null;
    };
  }

  private static @Nullable IndexedValues<?> list(
      List<Object> allowed, Limits limits, LiveType type) {
    List<Object> values = new ArrayList<>();
    for (Object value : allowed) {
      Object made = ofKind(value, type);
      if (made != null && !limits.excluded().contains(value)) {
        values.add(made);
      }
    }
    return values.isEmpty() ? null : ListValues.of(values);
  }

  /** Returns a value of a condition as the type's kind has it; null if it has none such. */
  static @Nullable Object ofKind(Object value, LiveType type) {
    try {
      return switch (type.kind()) {
        case INTEGER -> new BigDecimal(value.toString()).longValueExact();
        case DECIMAL -> new BigDecimal(value.toString());
        case FLOAT -> Double.valueOf(value.toString());
        case TEXT, ENUM, OTHER, BITS -> text(value);
        case BOOLEAN -> value instanceof BigDecimal number ? number.signum() != 0 : value;
        case DATE -> value instanceof LocalDateTime time ? time.toLocalDate() : value;
        case TIMESTAMP -> value instanceof LocalDate day ? day.atStartOfDay() : value;
        default -> value;
      };
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static boolean isLimited(Limits limits) {
    return limits.minLength() > 0
        || limits.maxLength() < Integer.MAX_VALUE
        || !limits.patterns().isEmpty();
  }

  private static @Nullable IndexedValues<?> texts(Limits limits, LiveType type) {
    int longest = Math.min(type.length(), limits.maxLength());
    MatchingTexts matching = limits.texts(longest).orElse(null);
    if (matching != null && matching.size() > 0) {
      return new CountedText("matching text", matching.size(), longest, matching::at);
    }
    int shortest = Math.max(limits.minLength(), type.fixed() ? type.length() : 1);
    if (shortest > longest) {
      return null;
    }
    return longest < LONGEST_TEXT && shortest > longest / 2
        ? TypeValues.codes(longest)
        : new Prose("text", false, shortest, Math.max(shortest, Math.min(longest, LONGEST_TEXT)));
  }

  private static @Nullable IndexedValues<?> bytes(Limits limits, LiveType type) {
    int longest = Math.min(type.length(), limits.maxLength());
    int length = Math.max(limits.minLength(), Math.min(longest, TypeValues.BYTES));
    return length > longest ? null : TypeValues.bytes(length);
  }

  private static @Nullable IndexedValues<?> integers(Limits limits, long low, long high) {
    Long first = whole(limits.low(), 1);
    Long last = whole(limits.high(), -1);
    if (first == null && last == null) {
      return null;
    }
    long to = last == null ? high : Math.min(last, high);
    long from = first == null ? Math.max(low, Math.min(1, to - WIDTH)) : Math.max(first, low);
    to = last == null ? Math.min(to, from + WIDTH - 1) : to;
    return from > to ? null : new RangeValues<>(from, to, number -> number);
  }

  private static @Nullable Long whole(@Nullable End end, int direction) {
    if (end == null || !(end.value() instanceof BigDecimal number)) {
      return null;
    }
    RoundingMode mode = direction > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR;
    BigDecimal rounded = number.setScale(0, mode);
    boolean moved = rounded.compareTo(number) != 0;
    return rounded.longValue() + (end.included() || moved ? 0 : direction);
  }

  private static @Nullable IndexedValues<?> decimals(Limits limits, LiveType type) {
    boolean real = type.kind() == Kind.FLOAT;
    int scale = real ? 2 : type.scale();
    Long first = unscaled(limits.low(), scale, 1);
    Long last = unscaled(limits.high(), scale, -1);
    if (first == null && last == null) {
      return null;
    }
    long width = WIDTH * pow(Math.max(0, scale));
    long most =
        real || type.precision() == 0
            ? Long.MAX_VALUE / 2
            : pow(Math.min(18, type.precision())) - 1;
    long to = last == null ? most : Math.min(most, last);
    long from = first == null ? Math.min(0, to - width) : first;
    to = last == null ? Math.min(to, from + width) : to;
    if (from > to) {
      return null;
    }
    return real
        ? new RangeValues<>(from, to, number -> number / 100.0)
        : new RangeValues<>(from, to, number -> BigDecimal.valueOf(number, scale));
  }

  private static @Nullable Long unscaled(@Nullable End end, int scale, int direction) {
    return end == null || !(end.value() instanceof BigDecimal number)
        ? null
        : whole(new End(number.scaleByPowerOfTen(scale), end.included()), direction);
  }

  private static long pow(int digits) {
    long power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }

  private static @Nullable IndexedValues<?> dates(Limits limits, Clock clock) {
    LocalDate first = limits.low() == null ? null : day(limits.low().value());
    LocalDate last = limits.high() == null ? null : day(limits.high().value());
    if (first == null && last == null) {
      return null;
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate from = first != null ? first : Objects.requireNonNull(last).minusDays(DAYS);
    LocalDate to = last != null ? last : from.isBefore(today) ? today : from.plusDays(DAYS);
    long low = from.toEpochDay() + (limits.low() != null && !limits.low().included() ? 1 : 0);
    long high = to.toEpochDay() - (limits.high() != null && !limits.high().included() ? 1 : 0);
    return low > high ? null : new RangeValues<>(low, high, LocalDate::ofEpochDay);
  }

  private static @Nullable IndexedValues<?> times(Limits limits, Clock clock) {
    IndexedValues<?> days = dates(limits, clock);
    return days == null
        ? null
        : new RangeValues<>(
            0,
            days.size() - 1,
            index ->
                ((LocalDate) days.at(index)).atTime((int) (index % 9) + 9, (int) (index % 60)));
  }

  private static @Nullable LocalDate day(Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    }
    return value instanceof LocalDateTime time
        ? time.toLocalDate()
        : value instanceof LocalDate date ? date : null;
  }
}
