package dev.seeder.rows;

import static dev.seeder.rows.Drawn.rows;
import static dev.seeder.rows.Drawn.scope;
import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.email;
import static dev.seeder.rows.Values.existing;
import static dev.seeder.rows.Values.isbn13;
import static dev.seeder.rows.Values.oneOf;
import static dev.seeder.rows.Values.orNull;
import static dev.seeder.rows.Values.price;
import static dev.seeder.rows.Values.sequence;
import static dev.seeder.rows.Values.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.LOCALDATETIME;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.CloseableDSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoldenRowsTest {

  private static final String FILE = "golden-rows.txt";

  @Test
  void valuesStayAsTheyAreFromReleaseToRelease() throws IOException {
    try (CloseableDSLContext dsl = DSL.using("jdbc:sqlite::memory:")) {
      createAuthors(dsl);

      String actual = text(rows(books().rows(20), scope(dsl, 42, Locale.ENGLISH)));

      assertThat(actual)
          .as(
              "The same random seed gives other rows than before: a breaking change for every user."
                  + " Only if that is meant, say so in CHANGELOG.md and store the new rows in %s.",
              FILE)
          .isEqualTo(stored());
    }
  }

  /** Uses each generator of {@link Values}, and nothing whose words may change with Datafaker. */
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

  private static String stored() throws IOException {
    try (InputStream file = GoldenRowsTest.class.getResourceAsStream(FILE)) {
      assertThat(file).as(FILE).isNotNull();
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().collect(Collectors.joining("\n"));
    }
  }
}
