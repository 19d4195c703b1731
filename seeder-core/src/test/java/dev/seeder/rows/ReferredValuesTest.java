package dev.seeder.rows;

import static dev.seeder.rows.Drawn.rows;
import static dev.seeder.rows.Drawn.scope;
import static dev.seeder.rows.Drawn.stream;
import static dev.seeder.rows.Values.existing;
import static dev.seeder.rows.Values.lookup;
import static dev.seeder.rows.Values.orNull;
import static dev.seeder.rows.Values.popular;
import static dev.seeder.rows.Values.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.CloseableDSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferredValuesTest {

  private static final Table<Record> BOOK = table(name("book"));
  private static final Field<Long> ID = field(name("book", "id"), BIGINT);
  private static final Field<Integer> PAGES = field(name("book", "pages"), INTEGER);
  private static final Field<Long> BOOK_ID = field(name("sale", "book_id"), BIGINT);
  private static final Field<Integer> SOLD = field(name("sale", "sold"), INTEGER);

  private CloseableDSLContext dsl;

  @BeforeEach
  void createBooks() {
    dsl = DSL.using("jdbc:sqlite::memory:");
    dsl.createTable(BOOK)
        .column(ID.getUnqualifiedName(), BIGINT)
        .column(PAGES.getUnqualifiedName(), INTEGER)
        .execute();
    for (long id = 1; id <= 1_000; id++) {
      dsl.insertInto(BOOK, ID, PAGES).values(id, id % 10 == 0 ? null : (int) id * 3).execute();
    }
  }

  @AfterEach
  void close() {
    dsl.close();
  }

  @Test
  void popularValuesComeMostOfTheTime() {
    List<Long> picks = stream(popular(ID), scope(dsl, 42, Locale.ENGLISH), 0, 100_000).toList();

    List<Long> counts =
        picks.stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
            .values()
            .stream()
            .sorted(Comparator.reverseOrder())
            .toList();
    assertThat(counts.get(0)).isBetween(12_500L, 14_500L);
    assertThat(counts.get(1)).isBetween(6_200L, 7_200L);
    assertThat(counts.stream().limit(10).mapToLong(Long::longValue).sum())
        .isBetween(38_000L, 40_500L);
    assertThat(counts).hasSizeGreaterThan(990);
    assertThat(picks)
        .startsWith(
            stream(popular(ID), scope(dsl, 42, Locale.ENGLISH), 0, 10).toArray(Long[]::new));
    assertThat(mostFrequent(picks)).isNotEqualTo(1L);
    assertThat(mostFrequent(stream(popular(ID), scope(dsl, 43, Locale.ENGLISH), 0, 1_000).toList()))
        .isNotEqualTo(mostFrequent(picks));
  }

  @Test
  void existingValuesMayBeUsedOnceEach() {
    assertThat(stream(unique(existing(ID)), scope(dsl, 42, Locale.ENGLISH), 0, 1_000))
        .doesNotHaveDuplicates();
    assertThat(stream(existing(PAGES), scope(dsl, 42, Locale.ENGLISH), 0, 10))
        .allMatch(Integer.class::isInstance);
  }

  @Test
  void lookedUpValuesAreOfTheRowThatIsReferredTo() {
    Factory<Record> sales =
        Factory.of(table(name("sale")))
            .generate(SOLD, lookup(BOOK_ID, ID, PAGES))
            .generate(BOOK_ID, orNull(0.1, popular(ID)));

    assertThat(rows(sales.rows(1_000), scope(dsl, 42, Locale.ENGLISH)))
        .anyMatch(row -> row.get(1) == null)
        .allSatisfy(
            row -> {
              Long id = (Long) row.get(1);
              Integer expected = id == null || id % 10 == 0 ? null : (Integer) (int) (id * 3);
              assertThat(row.get(0)).isEqualTo(expected);
            });
  }

  @Test
  void lookupNeedsTheRow() {
    Factory<Record> sales =
        Factory.of(table(name("sale")))
            .set(BOOK_ID, 5_000L)
            .generate(SOLD, lookup(BOOK_ID, ID, PAGES));

    assertThatThrownBy(() -> rows(sales.rows(1), scope(dsl, 42, Locale.ENGLISH)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Row 1 refers by "book_id" to a row that "book" did not have when the rows were begun.
              To fix: pick the reference by existing(...) or popular(...).""");
    assertThatThrownBy(() -> lookup(BOOK_ID, ID, field(name("author", "name"), VARCHAR)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "lookup(...) is given a key of \"book\" and a column of \"author\","
                + " expected two columns of one table.");
  }

  @Test
  void sayHowTheyAreUsed() {
    ValueGenerator<Integer> sold = lookup(BOOK_ID, ID, PAGES);

    assertThatThrownBy(
            () ->
                stream(draw -> popular(ID).value(draw), scope(dsl, 1, Locale.ENGLISH), 0, 1)
                    .toList())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            popular(...) reads its values once per run, but was called for a row without that.
              To fix: pass it to generate(...) or orNull(...) itself, not from inside a lambda.""");
    assertThatThrownBy(
            () -> stream(draw -> sold.value(draw), scope(dsl, 1, Locale.ENGLISH), 0, 1).toList())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            lookup(...) reads its values once per run, but was called for a row without that.
              To fix: pass it to generate(...) or orNull(...) itself, not from inside a lambda.""");
  }

  private static Long mostFrequent(List<Long> picks) {
    return picks.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(java.util.Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }
}
