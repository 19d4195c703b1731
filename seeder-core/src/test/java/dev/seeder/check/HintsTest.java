package dev.seeder.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.pattern.MatchingTexts;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether what is said of columns is enough to find rows. */
class HintsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  /** The columns of the conditions, with usual values. */
  private static final Map<String, List<Object>> COLUMNS =
      Map.ofEntries(
          Map.entry("a", numbers(20, 1)),
          Map.entry("b", numbers(20, 1)),
          Map.entry("end", numbers(20, 1)),
          Map.entry("p", numbers(2_000, 100)),
          Map.entry("q", numbers(2_000, 100)),
          Map.entry("s", List.of("lorem", "Ipsum dolor", "sit amet")),
          Map.entry("u", List.of("lorem", "Ipsum dolor", "sit amet")),
          Map.entry("flag", List.of(true, false)),
          Map.entry("d", dates()),
          Map.entry("e", dates()),
          Map.entry("t", times()));

  @Test
  void rowsAreFoundForAllConditions() throws IOException {
    List<String> lost = new ArrayList<>();
    for (String line : lines()) {
      String[] parts = line.split("\\|", 2);
      String database = parts[0].strip().split(" ", 2)[0];
      SQLDialect dialect =
          database.equals("all")
              ? SQLDialect.H2
              : SQLDialect.valueOf(database.toUpperCase(Locale.ROOT));
      if (!found(Check.of(dialect, "check", parts[1].strip(), COLUMNS.keySet()))) {
        lost.add(line);
      }
    }

    // no row makes the first two true; the others are left to luck
    assertThat(lost)
        .containsExactlyInAnyOrder(
            "all | a not in (1, null)",
            "sqlite | length(s) = '3'",
            "h2 | s regexp '\\bnew\\b'",
            "postgres h2 sqlite | s || u = 'newpaid'",
            "postgres h2 | concat(s, u) = 'newpaid'",
            "mariadb | concat(s, u) = 'newpaid'");
  }

  private static List<String> lines() throws IOException {
    try (InputStream file = HintsTest.class.getResourceAsStream("conditions.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains(" | "))
          .toList();
    }
  }

  private static boolean found(Check check) {
    var random = new Random(1);
    for (int i = 0; i < 300; i++) {
      Map<String, @Nullable Object> row = new HashMap<>();
      COLUMNS
          .keySet()
          .forEach(column -> row.put(column, typed(column, value(check, column, random))));
      List<Derived> derived = check.derived();
      if (!derived.isEmpty() && random.nextInt(4) > 0) {
        Derived one = derived.get(random.nextInt(derived.size()));
        row.put(one.column(), one.value(row::get, CLOCK));
      }
      if (Boolean.TRUE.equals(check.test(row::get, CLOCK))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Object typed(String column, @Nullable Object value) {
    boolean whole = List.of("a", "b", "end").contains(column);
    return whole && value instanceof BigDecimal number ? (Integer) number.intValue() : value;
  }

  private static @Nullable Object value(Check check, String column, Random random) {
    Limits limits = check.limits(column, CLOCK);
    List<Object> mentioned = check.mentioned(column, CLOCK);
    if (!limits.notNull() && (limits.onlyNull() || random.nextInt(8) == 0)) {
      return null;
    }
    if (limits.allowed() != null && !limits.allowed().isEmpty()) {
      return any(limits.allowed(), random);
    }
    MatchingTexts texts = limits.texts(20).orElse(null);
    if (texts != null && texts.size() > 0) {
      return texts.at(random.nextLong(texts.size()));
    }
    if (!mentioned.isEmpty() && random.nextInt(3) == 0) {
      return any(mentioned, random);
    }
    Object usual = any(Objects.requireNonNull(COLUMNS.get(column)), random);
    if (usual instanceof String text) {
      int most = Math.min(limits.maxLength(), text.length());
      return text.repeat(4).substring(0, Math.max(limits.minLength(), most));
    }
    Limits.End end = random.nextBoolean() ? limits.low() : limits.high();
    return end == null || random.nextBoolean() ? usual : end.value();
  }

  private static <T> T any(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static List<Object> numbers(int count, int parts) {
    return IntStream.range(-count / 4, count)
        .<Object>mapToObj(i -> new BigDecimal(i).divide(new BigDecimal(parts)))
        .toList();
  }

  private static List<Object> dates() {
    return IntStream.range(0, 400)
        .<Object>mapToObj(i -> LocalDate.of(2019, 12, 1).plusDays(i))
        .toList();
  }

  private static List<Object> times() {
    return IntStream.range(0, 400)
        .<Object>mapToObj(i -> LocalDateTime.of(2019, 12, 1, 0, 0).plusHours(i * 31L))
        .toList();
  }
}
