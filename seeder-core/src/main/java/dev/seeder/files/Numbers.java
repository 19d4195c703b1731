package dev.seeder.files;

import dev.seeder.schema.LiveType;
import dev.seeder.schema.LiveType.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers, in the digits of ASCII and with a point, whatever the machine's language is. */
final class Numbers {

  /** As long as is quick to read. */
  static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,1000}");

  static final Pattern DECIMAL =
      Pattern.compile("[+-]?[0-9]{1,1000}(\\.[0-9]{1,1000})?([eE][+-]?[0-9]{1,4})?");

  private static final Map<Class<?>, Integer> BITS =
      Map.of(Byte.class, 7, Short.class, 15, Integer.class, 31, Long.class, 63);

  private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

  private Numbers() {}

  static boolean isWhole(Class<?> type) {
    return BITS.containsKey(type);
  }

  static Object whole(String text, Class<?> wanted, @Nullable LiveType type) throws Misread {
    if (!WHOLE.matcher(text).matches()) {
      throw new Misread("takes a whole number, such as 42.");
    }
    BigInteger number = new BigInteger(text);
    int bits = BITS.getOrDefault(wanted, Integer.MAX_VALUE);
    if (number.bitLength() > bits) {
      throw new Misread("takes a whole number of at most " + (bits + 1) + " bits.");
    }
    if (type != null && type.kind() == Kind.INTEGER && !isWithin(number, type)) {
      throw new Misread("takes a whole number from " + type.low() + " to " + type.high() + ".");
    }
    return ofClass(number, wanted);
  }

  /** The highest number of a type is not known if it is beyond a long. */
  private static boolean isWithin(BigInteger number, LiveType type) {
    return number.compareTo(BigInteger.valueOf(type.low())) >= 0
        && (type.high() == Long.MAX_VALUE
            || number.compareTo(BigInteger.valueOf(type.high())) <= 0);
  }

  private static Object ofClass(BigInteger number, Class<?> wanted) {
    if (wanted == Long.class) {
      return number.longValueExact();
    } else if (wanted == Integer.class) {
      return number.intValueExact();
    } else if (wanted == Short.class) {
      return number.shortValueExact();
    }
    return wanted == Byte.class ? (Object) number.byteValueExact() : number;
  }

  static BigDecimal decimal(String text, @Nullable LiveType type) throws Misread {
    BigDecimal number = number(text);
    if (type == null || type.precision() <= 0) {
      return number;
    }
    BigDecimal shortest = number.stripTrailingZeros();
    int wholeDigits = type.precision() - type.scale();
    if (shortest.scale() > type.scale()
        || (number.signum() != 0 && shortest.precision() - shortest.scale() > wholeDigits)) {
      throw new Misread(
          "takes at most "
              + wholeDigits
              + " digits before the point and "
              + type.scale()
              + " behind it.");
    }
    return number;
  }

  /** Reads a number; a database that is loose, SQLite, has NULL for what is none. */
  static Object real(String text, Class<?> wanted, boolean loose) throws Misread {
    if (!loose && NOT_FINITE.contains(text)) {
      return wanted == Float.class ? (Object) Float.valueOf(text) : (Object) Double.valueOf(text);
    }
    BigDecimal number = number(text);
    boolean finite =
        wanted == Float.class
            ? Float.isFinite(number.floatValue())
            : Double.isFinite(number.doubleValue());
    if (!finite) {
      throw new Misread("takes a smaller number.");
    }
    return wanted == Float.class ? (Object) number.floatValue() : (Object) number.doubleValue();
  }

  private static BigDecimal number(String text) throws Misread {
    if (!DECIMAL.matcher(text).matches()) {
      throw new Misread("takes a number, such as 9.99.");
    }
    return new BigDecimal(text);
  }
}
