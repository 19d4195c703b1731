package dev.seeder.rows;

import static dev.seeder.rows.Drawn.rows;
import static dev.seeder.rows.Drawn.scope;
import static dev.seeder.rows.Values.after;
import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.email;
import static dev.seeder.rows.Values.existing;
import static dev.seeder.rows.Values.growing;
import static dev.seeder.rows.Values.isbn13;
import static dev.seeder.rows.Values.logNormal;
import static dev.seeder.rows.Values.lookup;
import static dev.seeder.rows.Values.normal;
import static dev.seeder.rows.Values.oneOf;
import static dev.seeder.rows.Values.orNull;
import static dev.seeder.rows.Values.pattern;
import static dev.seeder.rows.Values.popular;
import static dev.seeder.rows.Values.price;
import static dev.seeder.rows.Values.seasonal;
import static dev.seeder.rows.Values.sequence;
import static dev.seeder.rows.Values.unique;
import static dev.seeder.rows.Values.uuid;
import static dev.seeder.rows.Values.weighted;
import static dev.seeder.rows.Values.zipf;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.using;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.DOUBLE;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.LOCALDATETIME;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.OFFSETDATETIME;
import static org.jooq.impl.SQLDataType.SMALLINT;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.CloseableDSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoldenRowsTest {

  private static final Field<LocalDate> ORDERED = column("ordered", LOCALDATE);
  private static final Field<Long> AUTHOR = column("popular_author", BIGINT);

  @Test
  void valuesStayAsTheyAreFromReleaseToRelease() throws IOException {
    try (CloseableDSLContext dsl = DSL.using("jdbc:sqlite::memory:")) {
      createAuthors(dsl);

      String actual = text(rows(books().rows(20), scope(dsl, 42, Locale.ENGLISH)));

      assertStored("golden-rows.txt", actual);
    }
  }

  /** A file of its own: what may change when Datafaker is raised, and nothing else. */
  @Test
  void wordsStayAsTheyAreUntilDatafakerIsRaised() throws IOException {
    String actual =
        Stream.of("en", "de", "ja").map(GoldenRowsTest::words).collect(Collectors.joining("\n"));

    assertStored("golden-words.txt", actual);
  }

  private static String words(String tag) {
    RowScope scope = scope(using(SQLDialect.DEFAULT), 42, Locale.forLanguageTag(tag));
    return Basics.all().entrySet().stream()
        .map(
            basic ->
                tag
                    + " "
                    + basic.getKey()
                    + "\n  "
                    + text(rowsOf(basic.getValue(), scope)).replace("\n", "\n  ")
                    + "\n unique\n  "
                    + text(rowsOf(unique(basic.getValue()), scope)).replace("\n", "\n  "))
        .collect(Collectors.joining("\n"));
  }

  private static List<List<@Nullable Object>> rowsOf(
      ValueGenerator<String> generator, RowScope scope) {
    Factory<?> things = Factory.of(Drawn.THING).generate(column("value", VARCHAR), generator);
    return rows(things.rows(5), scope);
  }

  private static void assertStored(String file, String actual) throws IOException {
    String stored = stored(file);
    if (!actual.equals(stored)) {
      Files.writeString(Path.of("target", file), actual + "\n");
    }
    assertThat(actual)
        .as(
            "The same random seed gives other rows than before: a breaking change for every user."
                + " Only if that is meant, say so in CHANGELOG.md and store the new rows, which are"
                + " in target/%s.",
            file)
        .isEqualTo(stored);
  }

  /** Uses the generators of {@link Values} whose values do not change with Datafaker. */
  private static Factory<?> books() {
    Field<String> first = column("first_name", VARCHAR);
    Field<String> last = column("last_name", VARCHAR);
    return Factory.of(table(name("book")))
        .generate(column("id", BIGINT), sequence(1))
        .generate(column("format", VARCHAR), oneOf("hardcover", "paperback", "audio"))
        .generate(column("genre", VARCHAR), weighted(Map.of("novel", 6, "essay", 3, "poetry", 1)))
        .generate(column("pages", INTEGER), between(80, 900))
        .generate(column("copies", BIGINT), between(1L, 9_000_000_000L))
        .generate(column("weight", NUMERIC), between("0.100", "2.5"))
        .generate(column("published", LOCALDATE), between(day(1990), day(2026)))
        .generate(
            column("added", LOCALDATETIME),
            between(day(2025).atStartOfDay(), day(2026).atTime(12, 0)))
        .generate(column("price", NUMERIC), price("4.99", "59.99"))
        .generate(column("rating", INTEGER), orNull(0.4, between(1, 5)))
        .generate(column("author_id", BIGINT), existing(field(name("author", "id"), BIGINT)))
        .generate(column("isbn", VARCHAR), isbn13())
        .generate(first, oneOf("Ada", "José", "Łucja", "O'Brian"))
        .generate(last, oneOf("Lovelace", "Müller-Lüdenscheidt", "花子"))
        .generate(column("email", VARCHAR), email(first, last))
        .generate(
            column("normal", VARCHAR), draw -> Double.toHexString(draw.random().nextGaussian()))
        .generate(column("shelf", SMALLINT), between((short) 1, (short) 40))
        .generate(column("discount", DOUBLE), between(0.0, 0.5))
        .generate(
            column("bought", OFFSETDATETIME),
            between(
                day(2025).atStartOfDay().atOffset(ZoneOffset.ofHours(2)),
                day(2026).atStartOfDay().atOffset(ZoneOffset.UTC)))
        .generate(
            column("read", INSTANT),
            between(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z")))
        .generate(column("age", INTEGER), normal(40, 10, 18, 90))
        .generate(column("grade", NUMERIC), normal(2.5, 1, "1.0", "6.0"))
        .generate(column("bytes", BIGINT), logNormal(20_000, 3, 0, 100_000_000))
        .generate(column("salary", NUMERIC), logNormal(40_000, 1.5, "12000.00", "500000.00"))
        .generate(column("rank", INTEGER), zipf(1_000, 1.1))
        .generate(ORDERED, seasonal(day(2024), day(2026)))
        .generate(column("joined", LOCALDATE), growing(day(2020), day(2026)))
        .generate(
            column("left", LOCALDATETIME),
            growing(day(2020).atStartOfDay(), day(2026).atStartOfDay()))
        .generate(column("shipped", LOCALDATE), after(ORDERED, ofDays(1), ofDays(20)))
        .generate(AUTHOR, popular(field(name("author", "id"), BIGINT)))
        .generate(
            column("author_key", BIGINT),
            lookup(
                AUTHOR, field(name("author", "id"), BIGINT), field(name("author", "id"), BIGINT)))
        .generate(column("lot", INTEGER), unique(between(1, 1_000_000)))
        .generate(column("code", VARCHAR), unique(pattern("??-####")))
        .generate(column("key", UUID), uuid())
        .generate(column("other_key", UUID), unique(uuid()))
        .set(column("currency", VARCHAR), "EUR");
  }

  private static <T> Field<T> column(String name, DataType<T> type) {
    return field(name("book", name), type);
  }

  private static LocalDate day(int year) {
    return LocalDate.of(year, 1, 1);
  }

  private static void createAuthors(CloseableDSLContext dsl) {
    dsl.createTable("author").column("id", BIGINT).execute();
    for (long id : new long[] {11, 7, 23, 5}) {
      dsl.insertInto(table(name("author")), field(name("id"), BIGINT)).values(id).execute();
    }
  }

  private static String text(List<List<@Nullable Object>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" | ")))
        .collect(Collectors.joining("\n"));
  }

  private static String stored(String name) throws IOException {
    try (InputStream file = GoldenRowsTest.class.getResourceAsStream(name)) {
      assertThat(file).as(name).isNotNull();
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().collect(Collectors.joining("\n"));
    }
  }
}
