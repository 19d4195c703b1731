package dev.seeder.files;

import dev.seeder.schema.LiveType;
import dev.seeder.schema.LiveType.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column may be, in the words of JSON Schema: all that {@link CellTypes} reads.
 *
 * <p>An editor reads YAML by YAML's own rules, which make numbers of {@code 007}, {@code 0xCAFE}
 * and {@code 18:30}, and truths of {@code NO}: these are let through where such words are read.
 *
 * @param types the types of JSON, without the one of NULL
 * @param limits other keywords
 */
record CellSchema(List<String> types, Map<String, Object> limits) {

  private static final CellSchema TEXT =
      new CellSchema(List.of("string", "number", "boolean"), Map.of());

  private static final CellSchema ANYTHING =
      new CellSchema(List.of("string", "number", "boolean", "array", "object"), Map.of());

  private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}.*|now.*|today.*";
  private static final String TIME = "[0-9]{2}:[0-9]{2}.*|now.*|today.*";
  private static final String TRUTH = "[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]";

  private static final Set<Class<?>> DATES =
      Set.of(LocalDate.class, LocalDateTime.class, OffsetDateTime.class);

  /** What YAML may take for a number or a truth. */
  private static final String NO_PLAIN_TEXT = "(?i)[-+.0-9].*|y|n|yes|no|on|off|true|false";

  /**
   * Returns what the cells of a column may be; it decides as {@link CellTypes#of} does.
   *
   * @param known the column's type in the class of the table; null without one
   * @param live its type in the database
   * @param loose whether the database takes larger numbers than the type says
   */
  static CellSchema of(@Nullable DataType<?> known, LiveType live, boolean loose) {
    CellSchema plain =
        known == null || known.getType() == live.binding().getType()
            ? null
            : ofClass(known.getType(), null, loose);
    return plain == null ? live(live, loose) : plain;
  }

  private static CellSchema live(LiveType type, boolean loose) {
    if (type.kind() == Kind.ARRAY && type.element() != null) {
      Map<String, Object> elements = live(type.element(), loose).json(true);
      return new CellSchema(List.of("array", "string"), Map.of("items", elements));
    }
    CellSchema plain = ofClass(type.binding().getType(), type, loose);
    return plain == null ? TEXT : plain;
  }

  private static @Nullable CellSchema ofClass(
      Class<?> wanted, @Nullable LiveType type, boolean loose) {
    if (wanted == String.class) {
      return text(type);
    } else if (wanted == JSON.class || wanted == JSONB.class) {
      return ANYTHING;
    } else if (wanted == BigDecimal.class) {
      return written("number", Numbers.DECIMAL.pattern());
    } else if (wanted == Double.class || wanted == Float.class) {
      String notFinite = loose ? "" : "|NaN|-?Infinity";
      return written("number", Numbers.DECIMAL.pattern() + notFinite);
    } else if (wanted == BigInteger.class || Numbers.isWhole(wanted)) {
      return whole(loose ? null : type);
    } else if (wanted == Boolean.class) {
      return written("boolean", TRUTH);
    } else if (wanted == byte[].class) {
      return written("number", "0x([0-9a-fA-F]{2})*|base64:[A-Za-z0-9+/]*={0,2}");
    } else if (wanted == UUID.class) {
      return new CellSchema(List.of("string"), matching(Texts.UUIDS.pattern()));
    } else if (DATES.contains(wanted)) {
      return new CellSchema(List.of("string"), matching(DATE));
    } else if (wanted == LocalTime.class || wanted == OffsetTime.class) {
      return written("number", TIME);
    }
    return null;
  }

  /** What is of a type, or a string that stands for one. */
  private static CellSchema written(String type, String pattern) {
    return new CellSchema(List.of(type, "string"), matching(pattern));
  }

  private static Map<String, Object> matching(String pattern) {
    return Map.of("pattern", "^(" + pattern + ")$");
  }

  /** Digits that YAML reads as octal are a smaller number, and so within the same limits. */
  private static CellSchema whole(@Nullable LiveType type) {
    Map<String, Object> limits = new LinkedHashMap<>(matching(Numbers.WHOLE.pattern()));
    if (type != null && type.kind() == Kind.INTEGER) {
      if (type.low() > Long.MIN_VALUE) {
        limits.put("minimum", type.low());
      }
      if (type.high() < Long.MAX_VALUE) {
        limits.put("maximum", type.high());
      }
    }
    return new CellSchema(List.of("integer", "string"), limits);
  }

  private static CellSchema text(@Nullable LiveType type) {
    if (type != null && type.kind() == Kind.JSON) {
      return ANYTHING;
    } else if (type != null && type.kind() == Kind.TEXT && type.length() < Integer.MAX_VALUE) {
      return new CellSchema(TEXT.types, Map.of("maxLength", type.length()));
    } else if (type != null && Texts.isOneOfLabels(type)) {
      return labels(type.labels());
    }
    return TEXT;
  }

  private static CellSchema labels(List<String> labels) {
    if (labels.stream().noneMatch(label -> label.matches(NO_PLAIN_TEXT))) {
      return new CellSchema(List.of("string"), Map.of("enum", labels));
    }
    return new CellSchema(
        TEXT.types,
        Map.of(
            "anyOf",
            List.of(Map.of("enum", labels), Map.of("type", List.of("number", "boolean", "null")))));
  }

  /** Returns the schema, of maps, lists, texts and numbers. */
  Map<String, Object> json(boolean nullable) {
    List<String> all = new ArrayList<>(types);
    if (nullable) {
      all.add("null");
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", all.size() == 1 ? all.get(0) : all);
    json.putAll(limits);
    if (nullable && limits.get("enum") instanceof List<?> labels) {
      List<@Nullable Object> more = new ArrayList<>(labels);
      more.add(null);
      json.put("enum", more);
    }
    return json;
  }
}
