package dev.seeder.rows;

import static dev.seeder.rows.Drawn.rows;
import static dev.seeder.rows.Drawn.scope;
import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.isbn13;
import static dev.seeder.rows.Values.oneOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.using;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactoryTest {

  private static final Table<Record> BOOK = table(name("book"));
  private static final Field<String> TITLE = field(name("book", "title"), VARCHAR);
  private static final Field<Integer> PAGES = field(name("book", "pages"), INTEGER);
  private static final Field<BigDecimal> PRICE = field(name("book", "price"), NUMERIC);
  private static final Field<String> FORMAT = field(name("book", "format"), VARCHAR);

  private static final Factory<Record> BOOKS =
      Factory.of(BOOK)
          .generate(TITLE, draw -> draw.faker().book().title())
          .generate(PAGES, between(1, 1_000_000))
          .generate(PRICE, between("0.01", "99999.99"));

  @Test
  void sameRandomSeedGivesSameRows() {
    assertThat(rows(BOOKS.rows(100), scope(42))).isEqualTo(rows(BOOKS.rows(100), scope(42)));
    assertThat(rows(BOOKS.rows(100), scope(42)))
        .doesNotContainAnyElementsOf(rows(BOOKS.rows(100), scope(43)));
  }

  @Test
  void canBeOpenedManyTimes() {
    RowSource source = BOOKS.rows(10);

    assertThat(source.table()).isEqualTo(BOOK);
    assertThat(rows(source, scope(42))).isEqualTo(rows(source, scope(42)));
  }

  @Test
  void firstRowsOfManyAreTheRowsOfFew() {
    assertThat(rows(BOOKS.rows(1_000), scope(42)).subList(0, 10))
        .isEqualTo(rows(BOOKS.rows(10), scope(42)));
  }

  @Test
  void makesAnyRowWithoutTheRowsBefore() {
    List<List<@Nullable Object>> all = rows(BOOKS.rows(50), scope(42));

    for (int row = 49; row >= 0; row--) {
      assertThat(rows(BOOKS.rows(row, row + 1), scope(42))).containsExactly(all.get(row));
    }
    assertThat(rows(BOOKS.rows(20, 30), scope(42))).isEqualTo(all.subList(20, 30));
    assertThat(rows(BOOKS.rows(30, 30), scope(42))).isEmpty();
  }

  @Test
  void makesRowsOnlyWhenTheyAreRead() {
    assertThat(BOOKS.rows(Long.MAX_VALUE).open(scope(42)).values().limit(3)).hasSize(3);
    assertThat(rows(BOOKS.rows(Long.MAX_VALUE - 2, Long.MAX_VALUE), scope(42))).hasSize(2);
  }

  @Test
  void eachRowIsANewArray() {
    List<Object[]> read = BOOKS.rows(2).open(scope(42)).values().toList();

    assertThat(read.get(0)).isNotSameAs(read.get(1)).isNotEqualTo(read.get(1));
  }

  @Test
  void otherColumnsDoNotMatter() {
    List<@Nullable Object> titles = column(BOOKS, TITLE);

    Factory<Record> alone = Factory.of(BOOK).generate(TITLE, draw -> draw.faker().book().title());
    Factory<Record> last =
        Factory.of(BOOK)
            .generate(FORMAT, draw -> draw.faker().book().genre())
            .generate(PAGES, between(1, 5))
            .generate(TITLE, draw -> draw.faker().book().title());

    assertThat(column(alone, TITLE)).isEqualTo(titles);
    assertThat(column(last, TITLE)).isEqualTo(titles);
    assertThat(column(BOOKS.set(PAGES, 7), TITLE)).isEqualTo(titles);
    assertThat(column(BOOKS.set(PAGES, 7), PRICE)).isEqualTo(column(BOOKS, PRICE));
  }

  @Test
  void sameGeneratorDrawsAnewForEachColumn() {
    ValueGenerator<String> letters = oneOf("a", "b", "c", "d", "e", "f", "g", "h");
    Factory<Record> books = Factory.of(BOOK).generate(TITLE, letters).generate(FORMAT, letters);

    assertThat(column(books, TITLE)).isNotEqualTo(column(books, FORMAT));
  }

  @Test
  void columnsComeInTheOrderInWhichTheyWereFirstNamed() {
    assertThat(fields(BOOKS)).containsExactly("title", "pages", "price");
    assertThat(fields(BOOKS.set(TITLE, "Emma").set(FORMAT, "audio")))
        .containsExactly("title", "pages", "price", "format");
  }

  @Test
  void lastValueOfAColumnCounts() {
    Field<String> upper = field(name("BOOK", "TITLE"), VARCHAR);

    assertThat(column(BOOKS.set(TITLE, "Emma"), TITLE)).containsOnly("Emma");
    assertThat(column(BOOKS.set(TITLE, "Emma").generate(TITLE, draw -> "Persuasion"), TITLE))
        .containsOnly("Persuasion");
    assertThat(fields(BOOKS.set(upper, "Emma"))).containsExactly("TITLE", "pages", "price");
  }

  @Test
  void changesMakeCopies() {
    List<List<@Nullable Object>> before = rows(BOOKS.rows(10), scope(42));

    Factory<Record> bargains = BOOKS.set(PRICE, BigDecimal.ONE).set(FORMAT, "paperback");

    assertThat(column(bargains, PRICE)).containsOnly(BigDecimal.ONE);
    assertThat(rows(BOOKS.rows(10), scope(42))).isEqualTo(before);
    assertThat(rows(Factory.of(BOOK).rows(2), scope(42))).containsExactly(List.of(), List.of());
  }

  @Test
  void setsNull() {
    assertThat(column(BOOKS.set(TITLE, null), TITLE)).hasSize(20).containsOnlyNulls();
    assertThat(column(BOOKS.generate(TITLE, draw -> null), TITLE)).hasSize(20).containsOnlyNulls();
  }

  @Test
  void upperAndLowerCaseOfNamesDoNotMatter() {
    Factory<Record> upper =
        Factory.of(table(name("PUBLIC", "BOOK")))
            .generate(field(name("TITLE"), VARCHAR), draw -> draw.faker().book().title())
            .generate(field(name("Pages"), INTEGER), between(1, 1_000_000))
            .generate(field(name("PRICE"), NUMERIC), between("0.01", "99999.99"));

    assertThat(rows(upper.rows(20), scope(42))).isEqualTo(rows(BOOKS.rows(20), scope(42)));
  }

  @Test
  void drawKnowsRowAndClock() {
    Factory<Record> books =
        Factory.of(BOOK)
            .generate(PAGES, draw -> (int) draw.row())
            .generate(TITLE, draw -> draw.clock().instant().toString());

    assertThat(rows(books.rows(5, 7), scope(42)))
        .containsExactly(
            List.of(5, Instant.parse("2026-01-01T00:00:00Z").toString()),
            List.of(6, Instant.parse("2026-01-01T00:00:00Z").toString()));
  }

  @Test
  void columnsUseEachOther() {
    ValueGenerator<String> label = draw -> draw.value(PAGES) + "/" + draw.value(FORMAT);
    ValueGenerator<String> format = draw -> draw.value(PAGES) + oneOf("a", "b").value(draw);
    Factory<Record> first =
        Factory.of(BOOK)
            .generate(TITLE, label)
            .generate(FORMAT, format)
            .generate(PAGES, between(1, 1_000_000));
    Factory<Record> last =
        Factory.of(BOOK)
            .generate(PAGES, between(1, 1_000_000))
            .generate(FORMAT, format)
            .generate(TITLE, label);

    for (Field<?> field : List.of(TITLE, FORMAT, PAGES)) {
      assertThat(column(first, field)).isEqualTo(column(last, field));
    }
    assertThat(column(first, PAGES)).isEqualTo(column(BOOKS, PAGES));
    assertThat(rows(first.rows(20), scope(42)))
        .allSatisfy(row -> assertThat(row.get(0)).isEqualTo(row.get(2) + "/" + row.get(1)));
  }

  @Test
  void askingForAColumnDoesNotDisturbTheAskingOne() {
    // the asking column comes first, so that the others are made in the middle of it
    Factory<Record> asking =
        Factory.of(BOOK)
            .generate(
                FORMAT,
                draw -> {
                  String drawn = draw.random().nextInt() + " ";
                  Integer pages = draw.value(PAGES);
                  assertThat(draw.value(TITLE)).isNotNull();
                  assertThat(draw.value(PAGES)).isEqualTo(pages);
                  return drawn + draw.faker().book().genre() + " " + isbn13().value(draw);
                })
            .generate(TITLE, draw -> draw.faker().book().title())
            .generate(PAGES, between(1, 1_000_000));
    Factory<Record> silent =
        Factory.of(BOOK)
            .generate(
                FORMAT,
                draw ->
                    draw.random().nextInt()
                        + " "
                        + draw.faker().book().genre()
                        + " "
                        + isbn13().value(draw));

    assertThat(column(asking, FORMAT)).isEqualTo(column(silent, FORMAT));
    assertThat(column(asking, TITLE)).isEqualTo(column(BOOKS, TITLE));
    assertThat(column(asking, PAGES)).isEqualTo(column(BOOKS, PAGES));
  }

  @Test
  void askedColumnMayBeNull() {
    Factory<Record> books =
        BOOKS.set(TITLE, null).generate(FORMAT, draw -> "of " + draw.value(TITLE));

    assertThat(column(books, FORMAT)).containsOnly("of null");
  }

  @Test
  void namesTheColumnsOfACircle() {
    Factory<Record> self = BOOKS.generate(TITLE, draw -> draw.value(TITLE));
    Factory<Record> three =
        BOOKS
            .generate(TITLE, draw -> draw.value(FORMAT))
            .generate(FORMAT, draw -> "" + draw.value(PAGES))
            .generate(PAGES, draw -> draw.value(PRICE) == null ? 0 : 1)
            .generate(PRICE, draw -> new BigDecimal(draw.value(FORMAT)));

    assertThatThrownBy(() -> rows(self.rows(1), scope(42)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Columns ask for each other's values in a circle: "book.title" -> "book.title"
              To fix: let one of them be made without draw.value(...).""");
    assertThatThrownBy(() -> rows(three.rows(1), scope(42)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Columns ask for each other's values in a circle: "book.format" -> "book.pages" \
            -> "book.price" -> "book.format"
              To fix: let one of them be made without draw.value(...).""");
  }

  @Test
  void namesTheColumnsItHasWhenAskedForAnother() {
    Factory<Record> books = BOOKS.generate(TITLE, draw -> draw.value(FORMAT));

    assertThatThrownBy(() -> rows(books.rows(1), scope(42)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            The factory of "book" has no value for column "format".
              Columns with a value: title, pages, price
              To fix: add it by set(...) or generate(...).""");
  }

  @Test
  void refusesRangesOfRowsThatAreNone() {
    assertThatThrownBy(() -> BOOKS.rows(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Rows 0 to -1 of \"book\" are not a range: expected 0 <= from <= to.");
    assertThatThrownBy(() -> BOOKS.rows(-2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Rows -2 to 3 of \"book\" are not a range: expected 0 <= from <= to.");
    assertThatThrownBy(() -> BOOKS.rows(5, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Rows 5 to 3 of \"book\" are not a range: expected 0 <= from <= to.");
  }

  @Test
  void speaksTheSameInArabic() {
    withDefaults(
        Locale.forLanguageTag("ar-EG"),
        "Africa/Cairo",
        () -> {
          assertThatThrownBy(() -> BOOKS.rows(-12, 3))
              .hasMessage("Rows -12 to 3 of \"book\" are not a range: expected 0 <= from <= to.");
          return "";
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "ja", "ru", "pt-BR", "zh-CN", "tr", "ar"})
  void fakerDependsOnTheRunsLocaleOnly(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    List<List<@Nullable Object>> people = people(locale);

    assertThat(withDefaults(Locale.forLanguageTag("tr-TR"), "Asia/Kathmandu", () -> people(locale)))
        .isEqualTo(people);
    assertThat(withDefaults(Locale.forLanguageTag("ar-EG"), "America/Lima", () -> people(locale)))
        .isEqualTo(people);
    if (!tag.equals("en")) {
      assertThat(people).isNotEqualTo(people(Locale.ENGLISH));
    }
  }

  @Test
  void threadsMakeTheSameRows() throws Exception {
    List<List<@Nullable Object>> expected = people(Locale.ENGLISH);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<List<@Nullable Object>>>> tasks =
          new ArrayList<>(IntStream.range(0, 8).mapToObj(i -> peopleTask()).toList());
      for (Future<List<List<@Nullable Object>>> made : threads.invokeAll(tasks)) {
        assertThat(made.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void fakerOfAStreamGoesOnWhereItStopped() {
    var first = scope(42).faker("genres");
    var second = scope(42).faker("genres");
    List<String> names = IntStream.range(0, 20).mapToObj(i -> first.name().fullName()).toList();

    assertThat(IntStream.range(0, 20).mapToObj(i -> second.name().fullName())).isEqualTo(names);
    assertThat(names).doesNotHaveDuplicates();
    assertThat(scope(42).faker("books").name().fullName()).isNotEqualTo(names.get(0));
    assertThat(scope(43).faker("genres").name().fullName()).isNotEqualTo(names.get(0));
  }

  @Test
  void preparesGeneratorsOncePerOpening() {
    var prepared = new ArrayList<Long>();
    ValueGenerator<String> generator =
        new ValueGenerator<>() {
          @Override
          public String value(Draw draw) {
            return "not prepared";
          }

          @Override
          public ValueGenerator<String> prepare(RowScope scope) {
            prepared.add(scope.randomSeed());
            return draw -> "prepared";
          }
        };
    RowSource source = Factory.of(BOOK).generate(TITLE, generator).rows(3);

    assertThat(rows(source, scope(1))).containsOnly(List.of("prepared"));
    assertThat(rows(source, scope(2))).containsOnly(List.of("prepared"));
    assertThat(prepared).containsExactly(1L, 2L);
  }

  @Test
  void givenRowsArePassedOn() {
    RowSource genres =
        RowSource.of(
            BOOK,
            List.of(TITLE, PAGES),
            List.of(new Object[] {"Emma", 474}, new Object[] {"Persuasion", 249}));

    assertThat(genres.table()).isEqualTo(BOOK);
    assertThat(genres.open(scope(42)).columns()).isEqualTo(List.of(TITLE, PAGES));
    assertThat(rows(genres, scope(42)))
        .isEqualTo(rows(genres, scope(43)))
        .containsExactly(List.of("Emma", 474), List.of("Persuasion", 249));
  }

  private static Callable<List<List<@Nullable Object>>> peopleTask() {
    return () -> people(Locale.ENGLISH);
  }

  private static List<List<@Nullable Object>> people(Locale locale) {
    RowSource people =
        Factory.of(table(name("person")))
            .generate(text("name"), draw -> draw.faker().name().fullName())
            .generate(text("address"), draw -> draw.faker().address().fullAddress())
            .generate(text("phone"), draw -> draw.faker().phoneNumber().phoneNumber())
            .generate(text("company"), draw -> draw.faker().company().name())
            .generate(text("job"), draw -> draw.faker().job().title())
            .generate(text("note"), draw -> draw.faker().lorem().sentence())
            .generate(text("code"), draw -> draw.faker().bothify("??-###", true))
            .generate(text("title"), draw -> draw.faker().book().title())
            .generate(text("iban"), draw -> draw.faker().regexify("[A-Z]{2}[0-9]{8}"))
            .generate(text("active"), draw -> "" + draw.faker().bool().bool())
            .generate(text("score"), draw -> "" + draw.faker().number().numberBetween(1, 100_000))
            .rows(30);
    return rows(people, scope(using(SQLDialect.DEFAULT), 42, locale));
  }

  private static Field<String> text(String column) {
    return field(name("person", column), VARCHAR);
  }

  private static List<String> fields(Factory<Record> factory) {
    return factory.rows(1).open(scope(42)).columns().stream().<String>map(Field::getName).toList();
  }

  private static List<@Nullable Object> column(Factory<Record> factory, Field<?> column) {
    int index = fields(factory).indexOf(column.getName());
    return rows(factory.rows(20), scope(42)).stream()
        .<@Nullable Object>map(row -> row.get(index))
        .toList();
  }

  private static <T> T withDefaults(Locale locale, String zone, Callable<T> action) {
    Locale defaultLocale = Locale.getDefault();
    TimeZone defaultZone = TimeZone.getDefault();
    try {
      Locale.setDefault(locale);
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      return action.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      Locale.setDefault(defaultLocale);
      TimeZone.setDefault(defaultZone);
    }
  }
}
