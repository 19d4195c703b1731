package dev.seeder.files;

import dev.seeder.schema.LiveType;
import dev.seeder.schema.LiveType.Kind;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of columns are read.
 *
 * @param loose whether the database takes larger numbers than the type says, as SQLite does
 * @param moments what dates and times may be, too
 */
record CellTypes(boolean loose, Moments moments) {

  /**
   * Returns how the cells of a column are read.
   *
   * @param known the column's type in the class of the table; null without one
   * @param live its type in the database; null if that is not known
   */
  CellType of(@Nullable DataType<?> known, @Nullable LiveType live) {
    if (known == null) {
      Objects.requireNonNull(live, "live");
      return live(live);
    }
    Class<?> wanted = known.getType();
    if (live != null && wanted == live.binding().getType()) {
      return live(live);
    }
    CellType plain = ofClass(wanted, null);
    if (plain != null) {
      return plain;
    }
    CellType before = live == null ? Texts.of(null) : live(live);
    return (cell, text) -> converted(before.read(cell, text), known);
  }

  private CellType live(LiveType type) {
    if (type.kind() == Kind.ARRAY && type.element() != null) {
      return array(live(type.element()), type.element().binding().getType());
    }
    CellType plain = ofClass(type.binding().getType(), type);
    if (plain != null) {
      return plain;
    }
    CellType texts = Texts.of(null);
    return (cell, text) -> converted(texts.read(cell, text), type.binding());
  }

  private @Nullable CellType ofClass(Class<?> wanted, @Nullable LiveType type) {
    if (wanted == String.class) {
      return Texts.of(type);
    } else if (wanted == JSON.class) {
      return (cell, text) -> JSON.json(Texts.json(cell, text));
    } else if (wanted == JSONB.class) {
      return (cell, text) -> JSONB.jsonb(Texts.json(cell, text));
    } else if (wanted == BigDecimal.class) {
      return (cell, text) -> Numbers.decimal(text, type);
    } else if (wanted == Double.class || wanted == Float.class) {
      return (cell, text) -> Numbers.real(text, wanted, loose);
    } else if (wanted == BigInteger.class || Numbers.isWhole(wanted)) {
      return (cell, text) -> Numbers.whole(text, wanted, loose ? null : type);
    } else if (wanted == Boolean.class) {
      return (cell, text) -> Texts.truth(text);
    } else if (wanted == byte[].class) {
      return (cell, text) -> Texts.bytes(text, type);
    } else if (wanted == UUID.class) {
      return (cell, text) -> Texts.uuid(text);
    } else if (wanted == LocalDate.class) {
      return time((cell, text) -> Times.date(text), OffsetDateTime::toLocalDate);
    } else if (wanted == LocalTime.class) {
      return time((cell, text) -> Times.time(text), OffsetDateTime::toLocalTime);
    } else if (wanted == LocalDateTime.class) {
      return time((cell, text) -> Times.dateTime(text), OffsetDateTime::toLocalDateTime);
    } else if (wanted == OffsetDateTime.class) {
      return time((cell, text) -> Times.moment(text), moment -> moment);
    } else if (wanted == OffsetTime.class) {
      return time((cell, text) -> Times.offsetTime(text), OffsetDateTime::toOffsetTime);
    }
    return null;
  }

  private CellType time(CellType written, Function<OffsetDateTime, Object> part) {
    return (cell, text) ->
        Moments.isMeant(text) ? part.apply(moments.read(text)) : written.read(cell, text);
  }

  private static CellType array(CellType element, Class<?> type) {
    return (cell, text) -> {
      List<Cell> elements = JsonTexts.elements(text, cell.place());
      if (elements == null) {
        throw new Misread("takes a JSON array, such as [1, 2].");
      }
      List<@Nullable Object> values = new ArrayList<>();
      for (Cell each : elements) {
        values.add(each.text() == null ? null : element.read(each, each.text()));
      }
      return values.toArray((Object[]) Array.newInstance(type, values.size()));
    };
  }

  private static Object converted(Object value, DataType<?> type) throws Misread {
    Object converted;
    try {
      converted = type.convert(value);
    } catch (RuntimeException e) {
      converted = null; // a converter may be the user's own, and throw what it likes
    }
    if (converted == null) {
      throw new Misread("takes what is a " + type.getType().getSimpleName() + ".");
    }
    return converted;
  }
}
