package dev.seeder.write;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.types.DayToSecond;
import org.jooq.types.UByte;
import org.jooq.types.UInteger;
import org.jooq.types.ULong;
import org.jooq.types.UShort;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;

/** How values of a class are written as text, so that PostgreSQL reads what an INSERT stores. */
@FunctionalInterface
interface CopyForm {

  void write(Object value, CopyText text);

  /** A form, and the types of the database that make of the text what they make of the value. */
  record Known(CopyForm form, Set<String> types) {

    private static <T> Known of(Class<T> type, BiConsumer<T, CopyText> form, String... types) {
      return new Known((value, text) -> form.accept(type.cast(value), text), Set.of(types));
    }

    private static Known whole() {
      CopyForm form = (value, text) -> text.number(((Number) value).longValue());
      return new Known(form, Set.of("int2", "int4", "int8", "numeric"));
    }

    private static Known asItPrints(String... types) {
      return of(Object.class, (value, text) -> text.plain(value.toString()), types);
    }
  }

  /** The forms of the classes that jOOQ's own bindings bind. */
  Map<Class<?>, Known> KNOWN =
      Map.ofEntries(
          Map.entry(Byte.class, Known.whole()),
          Map.entry(Short.class, Known.whole()),
          Map.entry(Integer.class, Known.whole()),
          Map.entry(Long.class, Known.whole()),
          Map.entry(UByte.class, Known.whole()),
          Map.entry(UShort.class, Known.whole()),
          Map.entry(UInteger.class, Known.whole()),
          Map.entry(ULong.class, Known.asItPrints("int2", "int4", "int8", "numeric")),
          Map.entry(BigInteger.class, Known.asItPrints("int2", "int4", "int8", "numeric")),
          Map.entry(BigDecimal.class, Known.asItPrints("numeric")),
          Map.entry(Float.class, Known.asItPrints("float4")),
          Map.entry(Double.class, Known.asItPrints("float8")),
          Map.entry(
              Boolean.class,
              Known.of(Boolean.class, (value, text) -> text.plain(value ? 't' : 'f'), "bool")),
          Map.entry(
              String.class,
              Known.of(
                  String.class,
                  (value, text) -> text.text(value),
                  "text",
                  "varchar",
                  "bpchar",
                  "citext")),
          Map.entry(UUID.class, Known.asItPrints("uuid")),
          Map.entry(
              byte[].class, Known.of(byte[].class, (value, text) -> text.hex(value), "bytea")),
          Map.entry(
              JSON.class,
              Known.of(JSON.class, (value, text) -> text.text(value.data()), "json", "jsonb")),
          Map.entry(
              JSONB.class,
              Known.of(JSONB.class, (value, text) -> text.text(value.data()), "jsonb")),
          Map.entry(LocalDate.class, Known.of(LocalDate.class, CopyTimes::date, "date")),
          Map.entry(LocalTime.class, Known.of(LocalTime.class, CopyTimes::time, "time")),
          Map.entry(
              LocalDateTime.class,
              Known.of(LocalDateTime.class, CopyTimes::timestamp, "timestamp")),
          Map.entry(OffsetTime.class, Known.of(OffsetTime.class, CopyTimes::time, "timetz")),
          Map.entry(
              OffsetDateTime.class,
              Known.of(OffsetDateTime.class, CopyTimes::timestamp, "timestamptz")),
          Map.entry(Instant.class, Known.of(Instant.class, CopyTimes::timestamp, "timestamptz")),
          Map.entry(
              YearToMonth.class, Known.of(YearToMonth.class, CopyTimes::interval, "interval")),
          Map.entry(
              DayToSecond.class, Known.of(DayToSecond.class, CopyTimes::interval, "interval")),
          Map.entry(
              YearToSecond.class, Known.of(YearToSecond.class, CopyTimes::interval, "interval")));

  /** Returns the form of a class for a column, or null. */
  static @Nullable CopyForm of(Class<?> type, CopyType column) {
    if (EnumType.class.isAssignableFrom(type)) {
      return column.isEnum() ? (value, text) -> text.text(((EnumType) value).getLiteral()) : null;
    }
    Known known = KNOWN.get(type);
    if (known != null) {
      return known.types().contains(column.name()) ? known.form() : null;
    }
    CopyType element = column.element();
    if (!type.isArray() || element == null) {
      return null;
    }
    CopyForm form = of(type.getComponentType(), element);
    return form == null ? null : array(form);
  }

  /** The form of arrays whose elements are what they are, and are read by the element's type. */
  static CopyForm ofAnyArray() {
    return array(
        (value, text) -> {
          Known known = KNOWN.get(value.getClass());
          if (known == null) {
            text.text(value.toString());
          } else {
            known.form().write(value, text);
          }
        });
  }

  private static CopyForm array(CopyForm element) {
    return (array, text) -> {
      text.plain('{');
      int length = Array.getLength(array);
      for (int i = 0; i < length; i++) {
        if (i > 0) {
          text.plain(',');
        }
        Object value = Array.get(array, i);
        if (value == null) {
          text.plain("NULL");
        } else {
          text.beginElement();
          element.write(value, text);
          text.endElement();
        }
      }
      text.plain('}');
    };
  }
}
