package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.seeder.SeedReport.Changes;
import dev.seeder.SeedReport.Entry;
import dev.seeder.SeedReport.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedReportTest {

  private static final SeedReport REPORT =
      new SeedReport(
          List.of(
              new Entry("genres", 1, Outcome.UNCHANGED, "applied before", Map.of(), Duration.ZERO),
              new Entry(
                  "demo-books",
                  2,
                  Outcome.APPLIED,
                  "",
                  ordered("author", 1_000, "book", 1_250_000),
                  Duration.ofMillis(61_239)),
              new Entry("settings", 1, Outcome.APPLIED, "", Map.of(), Duration.ofMillis(4)),
              new Entry(
                  "failing",
                  1,
                  Outcome.FAILED,
                  "rolled back",
                  ordered("invoice", 3),
                  Duration.ofMillis(1_500)),
              new Entry(
                  "late", 1, Outcome.SKIPPED, "failing failed before it", Map.of(), Duration.ZERO)),
          -42,
          "Seeder.randomSeed(-42)",
          "Seeder 1");

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "tr-TR", "ar-EG", "hi-IN-u-nu-deva"})
  void isJsonInOneLineInEveryLocale(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(REPORT.toJson())
          .isEqualTo(
              """
              {"randomSeed":-42,"repeat":"Seeder.randomSeed(-42)","generator":"Seeder 1",\
              "totalRows":1251003,"millis":62743,"seeds":[\
              {"seed":"genres","revision":1,"outcome":"unchanged","reason":"applied before",\
              "millis":0,"tables":{}},\
              {"seed":"demo-books","revision":2,"outcome":"applied","reason":"","millis":61239,\
              "tables":{"author":{"created":1000,"updated":0,"unchanged":0,"deleted":0},\
              "book":{"created":1250000,"updated":0,"unchanged":0,"deleted":0}}},\
              {"seed":"settings","revision":1,"outcome":"applied","reason":"","millis":4,\
              "tables":{}},\
              {"seed":"failing","revision":1,"outcome":"failed","reason":"rolled back",\
              "millis":1500,\
              "tables":{"invoice":{"created":3,"updated":0,"unchanged":0,"deleted":0}}},\
              {"seed":"late","revision":1,"outcome":"skipped",\
              "reason":"failing failed before it","millis":0,"tables":{}}]}""");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whateverTextThereIsCanBeReadFromJson() throws Exception {
    String text = "\"a\" \\ b\n\t\u0001\u007f\u2028\ud800 ü 📚 </script>";
    var changes = Map.of(text, new Changes(1, 2, 3, 4));
    var entry = new Entry(text, 1, Outcome.PENDING, text, changes, Duration.ZERO);
    var report = new SeedReport(List.of(entry), 7, text, text);

    String json = report.toJson();

    assertThat(json.codePoints()).noneMatch(Character::isISOControl).doesNotContain(0x2028, 0xd800);
    var texts = new ArrayList<String>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (text.equals(parser.getText())) {
          texts.add(parser.currentName());
        }
      }
    }
    assertThat(texts).containsExactly("repeat", "generator", "seed", "reason", text);
    assertThat(json).contains("{\"created\":1,\"updated\":2,\"unchanged\":3,\"deleted\":4}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "tr-TR", "ar-EG", "de-DE", "hi-IN-u-nu-deva"})
  void printsAnAlignedTableInEveryLocale(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(REPORT)
          .hasToString(
              """
              Seed         Outcome     Table          Rows      Time   Reason
              genres       unchanged                                   applied before
              demo-books   applied     author        1,000   61.24 s
                                       book      1,250,000
              settings     applied                            0.00 s
              failing      failed      invoice           3    1.50 s   rolled back
              late         skipped                                     failing failed before it
              total                              1,251,003   62.74 s
              To repeat: Seeder.randomSeed(-42)""");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void printsAPlanWithoutTotals() {
    SeedReport plan =
        new SeedReport(
            List.of(
                new Entry("genres", 1, Outcome.PENDING, "not applied yet", Map.of(), Duration.ZERO),
                new Entry("books", 1, Outcome.UNCHANGED, "", Map.of(), Duration.ZERO)),
            0,
            "Seeder.randomSeed(0)",
            "Seeder 1");

    assertThat(plan)
        .hasToString(
            """
            Seed     Outcome     Table   Rows   Time   Reason
            genres   pending                           not applied yet
            books    unchanged
            To repeat: Seeder.randomSeed(0)""");
  }

  @Test
  void printsWhatBecameOfRowsThatAreNotOnlyInserted() {
    var changes = new LinkedHashMap<String, Changes>();
    changes.put("genre", new Changes(3, 1, 40, 2));
    changes.put("currency", new Changes(0, 0, 180, 0));
    changes.put("country", new Changes(0, 1_200, 0, 0));
    SeedReport report =
        new SeedReport(
            List.of(
                new Entry("reference", 1, Outcome.APPLIED, "", changes, Duration.ZERO),
                new Entry("books", 1, Outcome.APPLIED, "", ordered("book", 1_000), Duration.ZERO)),
            0,
            "Seeder.randomSeed(0)",
            "Seeder 1");

    assertThat(report)
        .hasToString(
            """
            Seed        Outcome   Table                  Rows     Time   Reason
            reference   applied   genre              +3 ~1 -2   0.00 s
                                  currency                  0
                                  country              ~1,200
            books       applied   book                  1,000   0.00 s
            total                            +1,003 ~1,201 -2   0.00 s
            To repeat: Seeder.randomSeed(0)""");
    assertThat(report.totalRows()).isEqualTo(1_003);
    assertThat(report.entries().get(0).rows()).containsEntry("genre", 3L);
  }

  @Test
  void addsUp() {
    assertThat(REPORT.totalRows()).isEqualTo(1_251_003);
    assertThat(REPORT.time()).isEqualTo(Duration.ofMillis(62_743));
    assertThat(REPORT.entries().get(1).totalRows()).isEqualTo(1_251_000);
    assertThat(REPORT.names(Outcome.APPLIED)).containsExactly("demo-books", "settings");
    assertThat(REPORT.names(Outcome.PENDING)).isEmpty();
    assertThat(new SeedReport(List.of(), 0, "Seeder.randomSeed(0)", "Seeder 1").totalRows())
        .isZero();
    assertThat(new SeedReport(List.of(), 0, "Seeder.randomSeed(0)", "Seeder 1").time()).isZero();
  }

  @Test
  void keepsTheOrderOfTables() {
    assertThat(REPORT.entries().get(1).rows())
        .containsExactly(Map.entry("author", 1_000L), Map.entry("book", 1_250_000L));
  }

  @Test
  void isImmutable() {
    var rows = new HashMap<>(ordered("book", 1));
    var entry = new Entry("books", 1, Outcome.APPLIED, "", rows, Duration.ZERO);
    var entries = new ArrayList<>(List.of(entry));
    var report = new SeedReport(entries, 0, "Seeder.randomSeed(0)", "Seeder 1");

    rows.putAll(ordered("author", 1));
    entries.clear();

    assertThat(report.entries()).containsExactly(entry);
    assertThat(entry.rows()).containsOnlyKeys("book");
    assertThatThrownBy(() -> report.entries().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> entry.rows().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Map<String, Changes> ordered(String table, long rows) {
    return Map.of(table, new Changes(rows, 0, 0, 0));
  }

  private static Map<String, Changes> ordered(String first, long rows, String second, long more) {
    var ordered = new LinkedHashMap<String, Changes>();
    ordered.put(first, new Changes(rows, 0, 0, 0));
    ordered.put(second, new Changes(more, 0, 0, 0));
    return ordered;
  }
}
