package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import dev.seeder.schema.LiveType;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/** What columns hold of which nothing is known but their type. */
final class TypeValues {

  /** So many bytes are enough. */
  static final int BYTES = 16;

  /** Shorter texts are codes, longer ones words. */
  private static final int SHORTEST_WORDS = 12;

  private static final int LONGEST_TEXT = 120;
  private static final long MOST = 1_000;
  private static final int DIGITS = 18;
  private static final int YEARS = 5;
  private static final int SECONDS = 86_400;

  private TypeValues() {}

  /** Returns values of the Java type that the kind has before they are bound. */
  static IndexedValues<?> of(LiveType type, Clock clock) {
    LocalDate today = LocalDate.now(clock);
    return switch (type.kind()) {
      case ENUM -> ListValues.of(type.labels());
      case TEXT, SEARCH_TEXT -> texts(type);
      case OTHER ->
          isYears(type)
              ? counted(
                  MOST, index -> type.name().contains(" TO ") ? "1-" + index % 12 : "" + index % 9)
              : texts(type);
      case INTEGER -> integers(type);
      case DECIMAL -> decimals(type);
      case FLOAT -> counted(MOST * 100, index -> index / 100.0);
      case BOOLEAN -> ListValues.of(List.of(true, false));
      case DATE ->
          new RangeValues<>(
              today.minusYears(YEARS).toEpochDay(), today.toEpochDay() - 1, LocalDate::ofEpochDay);
      case TIMESTAMP -> {
        LocalDateTime first = today.minusYears(YEARS).atStartOfDay();
        long seconds = Duration.between(first, today.atStartOfDay()).toSeconds();
        yield counted(seconds, first::plusSeconds);
      }
      case TIME -> counted(SECONDS, LocalTime::ofSecondOfDay);
      case INTERVAL -> counted(MOST, TypeValues::interval);
      case UUID -> new RandomUuids();
      case BINARY -> bytes(type.fixed() ? type.length() : Math.min(BYTES, type.length()));
      case BITS -> bits(Math.min(type.length(), LONGEST_TEXT));
      case JSON -> jsonValues();
      case XML -> counted(MOST, index -> "<value>" + index + "</value>");
      case ARRAY -> arrays(type, clock);
      case RANGE -> ranges(type, clock);
      case ADDRESS -> addresses();
      case NETWORK ->
          counted(1L << 16, index -> "10." + (index >> 8) + "." + (index & 255) + ".0/24");
      case MAC_ADDRESS -> macs(type.length());
      case POINT -> counted(MOST * MOST, index -> "(" + index % MOST + "," + index / MOST + ")");
      case MAP -> counted(MOST, index -> "\"key\"=>\"" + index + "\"");
    };
  }

  /** Returns whether values are intervals of years and months, which no day and time are. */
  static boolean isYears(LiveType type) {
    return type.name().startsWith("INTERVAL");
  }

  private static String interval(long index) {
    return index / 500 + " 0" + index % 10 + ":" + (10 + index % 50) + ":00";
  }

  private static FittedText texts(LiveType type) {
    if (type.fixed() || type.length() < SHORTEST_WORDS) {
      return codes(type.length());
    }
    return new Prose(
        "text", type.length() < LONGEST_TEXT, 1, Math.min(LONGEST_TEXT, type.length()));
  }

  /** Codes of capital letters and digits. */
  static FittedText codes(int length) {
    return PatternText.of("code", "*".repeat(Math.min(length, LONGEST_TEXT)));
  }

  private static RangeValues<Long> integers(LiveType type) {
    long low = Math.min(type.high(), Math.max(1, type.low()));
    long high = type.high() - low < MOST ? type.high() : low + MOST - 1;
    return new RangeValues<>(low, high, number -> number);
  }

  private static IndexedValues<BigDecimal> decimals(LiveType type) {
    int digits = Math.min(type.precision() == 0 ? DIGITS : type.precision(), DIGITS);
    int scale = type.scale();
    long highest = 1;
    for (int i = 0; i < Math.min(digits, Math.max(0, scale) + 3); i++) {
      highest *= 10;
    }
    return new RangeValues<>(0, highest - 1, number -> BigDecimal.valueOf(number, scale));
  }

  static IndexedValues<byte[]> bytes(int length) {
    long size = length >= Long.BYTES ? KeyPlan.MOST : 1L << (Byte.SIZE * length);
    return counted(
        size,
        index -> {
          ByteBuffer bytes = ByteBuffer.allocate((length / Long.BYTES + 1) * Long.BYTES);
          bytes.putLong(Long.reverseBytes(index));
          for (int i = 1; bytes.hasRemaining(); i++) {
            bytes.putLong(CellRandom.mix(index + i));
          }
          return Arrays.copyOf(bytes.array(), length);
        });
  }

  private static IndexedValues<String> bits(int length) {
    int drawn = Math.min(length, Long.SIZE - 2);
    return counted(
        1L << drawn,
        index -> {
          String bits = Long.toBinaryString(index);
          return "0".repeat(length - bits.length()) + bits;
        });
  }

  @SuppressWarnings("unchecked") // Values has it as a generator of texts that can be counted
  private static IndexedValues<String> jsonValues() {
    return (IndexedValues<String>) Values.json();
  }

  @SuppressWarnings("unchecked") // Values has it as a generator of texts that can be counted
  private static IndexedValues<String> addresses() {
    return (IndexedValues<String>) Values.ip();
  }

  /** Of two elements each. */
  private static IndexedValues<?> arrays(LiveType type, Clock clock) {
    IndexedValues<?> elements = elements(type, clock);
    Class<?> bound = type.binding().getType();
    long pairs = elements.size() > MOST ? MOST * MOST : elements.size() * elements.size();
    long side = Math.min(MOST, elements.size());
    if (!bound.isArray()) {
      return counted(
          pairs, index -> "{" + elements.at(index % side) + "," + elements.at(index / side) + "}");
    }
    return counted(
        pairs,
        index -> {
          Object array = Array.newInstance(bound.getComponentType(), 2);
          UnaryOperator<Object> toBound = BoundTypes.to(bound.getComponentType());
          Array.set(array, 0, toBound.apply(elements.at(index % side)));
          Array.set(array, 1, toBound.apply(elements.at(index / side)));
          return array;
        });
  }

  private static IndexedValues<String> ranges(LiveType type, Clock clock) {
    IndexedValues<?> ends = elements(type, clock);
    return counted(
        Math.max(1, ends.size() - 1),
        index -> "[" + ends.at(index) + "," + ends.at(index + 1) + ")");
  }

  private static IndexedValues<?> elements(LiveType type, Clock clock) {
    LiveType element = type.element();
    if (element == null || element.kind() == LiveType.Kind.TEXT) {
      return codes(element == null ? 4 : Math.min(4, element.length()));
    }
    return of(element, clock);
  }

  private static IndexedValues<String> macs(int length) {
    return counted(
        1L << 40,
        index -> {
          var text = new StringBuilder("02");
          for (int i = 1; i < length; i++) {
            long octet = i <= 5 ? (index >>> (8 * (5 - i))) & 255 : 0;
            text.append(String.format(Locale.ROOT, ":%02x", octet));
          }
          return text.toString();
        });
  }

  static <T> IndexedValues<T> counted(long size, LongFunction<T> made) {
    return new RangeValues<>(0, size - 1, made);
  }
}
