package dev.seeder.rows;

import dev.seeder.meaning.Meaning;
import dev.seeder.schema.LiveType;
import dev.seeder.schema.LiveType.Kind;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Numbers of a meaning, as a type of numbers takes them. */
final class MeantNumbers {

  private static final long MILLION = 1_000_000;

  /** Reserved for nobody: 555-0100 to 555-0199, in 800 areas. */
  private static final long FILM_NUMBERS = 80_000;

  private MeantNumbers() {}

  /** Returns the numbers of the meaning; null if the type holds none of them. */
  static @Nullable IndexedValues<?> of(Meaning meaning, LiveType type, LocalDateTime now) {
    return switch (meaning) {
      case MOSTLY_TRUE, TRUE_OR_FALSE, SOMETIMES_TRUE, SELDOM_TRUE -> flags(meaning, type);
      case PRICE -> prices(type);
      case RATE -> rates(type);
      case PERCENT -> percents(type);
      case BODY_HEIGHT -> heights(type);
      case LATITUDE, LONGITUDE -> Coordinates.of(meaning == Meaning.LATITUDE, type);
      case RANK -> ranks(type);
      case VERSION -> versions(type);
      case YEAR, BIRTH_YEAR, EXPIRY_YEAR -> years(meaning, type, now);
      case PHONE -> counted(type, 9_995_550_199L, FILM_NUMBERS, MeantNumbers::phone);
      case ISBN -> codes(type, CheckedCodes.isbn13());
      case BARCODE -> codes(type, CheckedCodes.barcode());
      case HTTP_STATUS -> statuses(type);
      default -> {
        NumberSpec spec = NumberSpec.of(meaning);
        yield spec == null ? null : spread(spec, type);
      }
    };
  }

  /** Returns numbers as the spec has them; null if the type holds but one of them, or none. */
  static @Nullable IndexedValues<?> spread(NumberSpec wanted, LiveType type) {
    NumberType numbers = NumberType.of(type, wanted.decimals());
    NumberSpec spec = wanted.upTo(numbers.high() / numbers.units(1));
    if (spec == null) {
      return null;
    }
    double unit = numbers.units(1);
    long step = Math.max(1, Math.round(spec.step() * unit));
    long low = Math.max(numbers.low(), (long) Math.ceil(spec.low() * unit));
    long high = Math.min(numbers.high(), (long) Math.floor(spec.high() * unit));
    low = -Math.floorDiv(-low, step) * step;
    return low >= high
        ? null
        : new SpreadValues<>(low, high, step, spec.spread(unit, low, high), numbers.made());
  }

  private static @Nullable IndexedValues<?> flags(Meaning meaning, LiveType type) {
    NumberType numbers = NumberType.of(type, 0);
    if (!numbers.holds(0, 1)) {
      return null;
    }
    double share = share(meaning);
    return new SpreadValues<>(
        0, 1, 1, random -> random.nextDouble() < share ? 1 : 0, numbers.made());
  }

  /** Returns how many are true. */
  static double share(Meaning meaning) {
    return switch (meaning) {
      case MOSTLY_TRUE -> 0.9;
      case SOMETIMES_TRUE -> 0.3;
      case SELDOM_TRUE -> 0.03;
      default -> 0.5;
    };
  }

  private static @Nullable IndexedValues<?> prices(LiveType type) {
    NumberSpec spec = spec(Meaning.PRICE);
    if (spread(spec, type) instanceof SpreadValues<?> even
        && NumberType.of(type, spec.decimals()).decimals() == 2) {
      var prices = new Prices(Math.max(1, even.low()), even.high());
      return new SpreadValues<>(
          even.low(), even.high(), 1, random -> prices.cents(random), even.made());
    }
    return spread(spec, type);
  }

  private static @Nullable IndexedValues<?> rates(LiveType type) {
    boolean ofHundred = type.kind() != Kind.FLOAT && holds(type, 30);
    return spread(NumberSpec.rate(ofHundred), type);
  }

  private static @Nullable IndexedValues<?> percents(LiveType type) {
    return spread(spec(holds(type, 100) ? Meaning.PERCENT : Meaning.PROBABILITY), type);
  }

  private static @Nullable IndexedValues<?> heights(LiveType type) {
    NumberSpec centimetres = spec(Meaning.BODY_HEIGHT);
    if (holds(type, centimetres.high())) {
      return spread(centimetres, type);
    }
    return NumberType.of(type, 1).decimals() < 1 ? null : spread(centimetres.dividedBy(100), type);
  }

  private static boolean holds(LiveType type, double number) {
    NumberType numbers = NumberType.of(type, 0);
    return numbers.units(number) <= numbers.high();
  }

  private static NumberSpec spec(Meaning meaning) {
    return Objects.requireNonNull(NumberSpec.of(meaning));
  }

  private static @Nullable IndexedValues<?> ranks(LiveType type) {
    NumberType numbers = NumberType.of(type, 0);
    return !numbers.holds(1, 1)
        ? null
        : new RowNumbers<>(Math.min(MILLION, numbers.high()), numbers.made());
  }

  /** Zero, as rows begin with. */
  private static @Nullable IndexedValues<?> versions(LiveType type) {
    NumberType numbers = NumberType.of(type, 0);
    long most = Math.min(MILLION, numbers.high());
    return numbers.holds(0, most)
        ? new SpreadValues<>(0, most, 1, random -> 0, numbers.made())
        : null;
  }

  private static @Nullable IndexedValues<?> years(
      Meaning meaning, LiveType type, LocalDateTime now) {
    NumberType numbers = NumberType.of(type, 0);
    int last = now.minusSeconds(1).getYear();
    return switch (meaning) {
      case BIRTH_YEAR ->
          years(numbers, last - 79, last - 18, Spread.bell(last - 42, 14, last - 79, last - 18));
      case EXPIRY_YEAR -> {
        // cards have two digits of it
        int year = numbers.high() < now.getYear() ? now.getYear() % 100 : now.getYear();
        yield years(numbers, year, year + 5, Spread.even(year, year + 5));
      }
      default -> years(numbers, last - 60, last, Spread.recent(last - 60, last));
    };
  }

  private static @Nullable IndexedValues<?> years(
      NumberType numbers, int from, int to, Spread spread) {
    long low = Math.max(numbers.low(), from);
    long high = Math.min(numbers.high(), to);
    return low > high ? null : new SpreadValues<>(low, high, 1, spread, numbers.made());
  }

  private static @Nullable IndexedValues<?> statuses(LiveType type) {
    NumberType numbers = NumberType.of(type, 0);
    if (!numbers.holds(200, 599)) {
      return null;
    }
    Map<Object, Integer> shares = new HashMap<>();
    Map.of(200, 70, 201, 6, 204, 4, 301, 3, 304, 4, 400, 3, 401, 2, 403, 1, 404, 5, 500, 2)
        .forEach((status, share) -> shares.put(numbers.made().apply(status), share));
    return WeightedValues.of(shares);
  }

  private static @Nullable IndexedValues<?> codes(LiveType type, FittedText codes) {
    return counted(
        type, 9_999_999_999_999L, codes.size(), index -> Long.parseLong(codes.at(index)));
  }

  private static @Nullable IndexedValues<?> counted(
      LiveType type, long highest, long size, LongUnaryOperator numbers) {
    NumberType held = NumberType.of(type, 0);
    return !held.holds(0, highest)
        ? null
        : new RangeValues<>(0, size - 1, index -> held.made().apply(numbers.applyAsLong(index)));
  }

  static long phone(long index) {
    return (200 + index / 100) * 10_000_000 + 5_550_100 + index % 100;
  }
}
