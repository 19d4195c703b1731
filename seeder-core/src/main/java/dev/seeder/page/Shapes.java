package dev.seeder.page;

import dev.seeder.page.Shape.Form;
import dev.seeder.schema.LiveType.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the values of a column look like: how often each is there, or how they spread. */
final class Shapes {

  private static final int TOP = 8;
  private static final int FEW = 12;
  private static final int RANGES = 20;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private Shapes() {}

  /** Returns the shape of values, of which none is NULL. */
  static Shape of(Kind kind, List<?> values) {
    Map<String, Long> counts = new HashMap<>();
    values.forEach(value -> counts.merge(Cells.text(value), 1L, Long::sum));
    if (counts.size() > FEW) {
      Shape spread = spread(kind, values);
      if (spread != null) {
        return spread;
      }
      if (counts.size() == values.size()) {
        return kind == Kind.TEXT
            ? spread(
                counts.keySet().stream().mapToDouble(String::length).toArray(),
                Shapes::number,
                "all different; by length")
            : Shape.of("all different");
      }
    }
    return top(counts);
  }

  private static @Nullable Shape spread(Kind kind, List<?> values) {
    return switch (kind) {
      case INTEGER, DECIMAL, FLOAT ->
          spread(
              values.stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray(),
              Shapes::number,
              "");
      case DATE, TIMESTAMP ->
          spread(
              values.stream().mapToDouble(Shapes::seconds).toArray(),
              second -> moment(second, kind == Kind.DATE),
              "");
      default -> null;
    };
  }

  private static Shape top(Map<String, Long> counts) {
    List<Bar> bars = new ArrayList<>();
    counts.forEach((label, count) -> bars.add(new Bar(label, count)));
    bars.sort(Comparator.comparingLong(Bar::count).reversed().thenComparing(Bar::label));
    if (bars.size() <= FEW) {
      boolean different = bars.size() > 1 && bars.get(0).count() == 1;
      return different
          ? new Shape(bars, Form.VALUES, "all different")
          : new Shape(bars, Form.LINES, "");
    }
    return new Shape(
        bars.subList(0, TOP),
        Form.LINES,
        String.format(Locale.ROOT, "and %,d other values", bars.size() - TOP));
  }

  /** Returns how numbers spread over ranges of the same width. */
  static Shape spread(double[] numbers, DoubleFunction<String> label, String note) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double number : numbers) {
      if (Double.isFinite(number)) {
        low = Math.min(low, number);
        high = Math.max(high, number);
      }
    }
    if (!(low < high)) {
      return Shape.of(note);
    }
    double width = (high - low) / RANGES;
    long[] counts = new long[RANGES];
    for (double number : numbers) {
      if (Double.isFinite(number)) {
        counts[(int) Math.min(RANGES - 1, (number - low) / width)]++;
      }
    }
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < RANGES; i++) {
      double to = i == RANGES - 1 ? high : low + (i + 1) * width;
      bars.add(new Bar(label.apply(low + i * width) + " – " + label.apply(to), counts[i]));
    }
    return new Shape(bars, Form.RANGES, note);
  }

  private static double seconds(Object value) {
    if (value instanceof LocalDate day) {
      return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
    if (value instanceof LocalDateTime time) {
      return time.toEpochSecond(ZoneOffset.UTC);
    }
    return value instanceof OffsetDateTime time ? time.toEpochSecond() : Double.NaN;
  }

  private static String moment(double second, boolean days) {
    LocalDateTime time =
        Instant.ofEpochSecond((long) second).atOffset(ZoneOffset.UTC).toLocalDateTime();
    return days ? time.toLocalDate().toString() : MINUTE.format(time);
  }

  private static String number(double value) {
    int digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 4;
    return BigDecimal.valueOf(value)
        .setScale(digits, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
