package dev.seeder.rows;

import dev.seeder.schema.LiveType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;

/** Makes of inferred values what the bindings of columns take. */
final class BoundTypes {

  private static final Map<Class<?>, UnaryOperator<Object>> CONVERSIONS =
      Map.ofEntries(
          Map.entry(Long.class, value -> ((Number) value).longValue()),
          Map.entry(Integer.class, value -> ((Number) value).intValue()),
          Map.entry(Short.class, value -> ((Number) value).shortValue()),
          Map.entry(Byte.class, value -> ((Number) value).byteValue()),
          Map.entry(Double.class, value -> ((Number) value).doubleValue()),
          Map.entry(Float.class, value -> ((Number) value).floatValue()),
          Map.entry(BigDecimal.class, value -> new BigDecimal(value.toString())),
          Map.entry(BigInteger.class, value -> new BigDecimal(value.toString()).toBigInteger()),
          Map.entry(String.class, Object::toString),
          Map.entry(JSON.class, value -> JSON.json(value.toString())),
          Map.entry(JSONB.class, value -> JSONB.jsonb(value.toString())),
          Map.entry(
              OffsetDateTime.class, value -> ((LocalDateTime) value).atOffset(ZoneOffset.UTC)),
          Map.entry(OffsetTime.class, value -> ((LocalTime) value).atOffset(ZoneOffset.UTC)));

  private BoundTypes() {}

  /** Returns what makes a value of the type's kind one of its binding's Java type. */
  static UnaryOperator<Object> conversion(LiveType type) {
    DataType<?> binding = type.binding();
    Class<?> wanted = binding.getType();
    UnaryOperator<Object> conversion =
        CONVERSIONS.getOrDefault(wanted, value -> convert(value, binding));
    return value -> wanted.isInstance(value) ? value : conversion.apply(value);
  }

  /** Returns what makes a value one of a Java type, as far as that is known here. */
  static UnaryOperator<Object> to(Class<?> wanted) {
    UnaryOperator<Object> conversion = CONVERSIONS.getOrDefault(wanted, UnaryOperator.identity());
    return value -> wanted.isInstance(value) ? value : conversion.apply(value);
  }

  private static Object convert(Object value, DataType<?> binding) {
    Object converted = binding.convert(value);
    return converted == null ? value : converted;
  }
}
