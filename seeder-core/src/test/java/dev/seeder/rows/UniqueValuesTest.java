package dev.seeder.rows;

import static dev.seeder.rows.Drawn.scope;
import static dev.seeder.rows.Drawn.stream;
import static dev.seeder.rows.Drawn.values;
import static dev.seeder.rows.Values.between;
import static dev.seeder.rows.Values.country;
import static dev.seeder.rows.Values.email;
import static dev.seeder.rows.Values.isbn13;
import static dev.seeder.rows.Values.oneOf;
import static dev.seeder.rows.Values.orNull;
import static dev.seeder.rows.Values.price;
import static dev.seeder.rows.Values.sequence;
import static dev.seeder.rows.Values.unique;
import static dev.seeder.rows.Values.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UniqueValuesTest {

  @Test
  void takeAllThereAreBeforeTheyEnd() {
    assertThat(values(unique(between(1, 1_000)), 1_000)).doesNotHaveDuplicates().contains(1, 1_000);
    assertThat(values(unique(between(-3L, 3L)), 7))
        .containsExactlyInAnyOrder(-3L, -2L, -1L, 0L, 1L, 2L, 3L);
    assertThat(values(unique(oneOf("a", "b", "b", "c")), 3))
        .containsExactlyInAnyOrder("a", "b", "c");
    assertThat(values(unique(weighted(Map.of("a", 9, "b", 1, "c", 0))), 2))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(values(unique(between("0.01", "0.99")), 99)).doesNotHaveDuplicates();
    LocalDate day = LocalDate.of(2025, 1, 1);
    assertThat(values(unique(between(day, day.plusDays(9))), 10)).doesNotHaveDuplicates();
    assertThat(values(unique(between(Long.MIN_VALUE, Long.MAX_VALUE)), 1_000))
        .doesNotHaveDuplicates();
  }

  @Test
  void areNotInOrder() {
    assertThat(values(unique(between(1, 1_000)), 1_000)).isNotEqualTo(values(sequence(1), 1_000));
    assertThat(values(unique(between(1, 1_000)), 42, 50))
        .isNotEqualTo(values(unique(between(1, 1_000)), 43, 50));
  }

  @Test
  void stayAsTheyAreWhenThereAreMoreRows() {
    assertThat(values(unique(between(1, 1_000)), 1_000).subList(0, 10))
        .isEqualTo(values(unique(between(1, 1_000)), 10));
    assertThat(stream(unique(between(1, 1_000)), scope(42), 500, 600))
        .isEqualTo(values(unique(between(1, 1_000)), 600).subList(500, 600));
  }

  @Test
  void whatIsUniqueForItselfStaysAsItIs() {
    assertThat(values(unique(email()), 100)).isEqualTo(values(email(), 100));
    assertThat(values(unique(isbn13()), 100)).isEqualTo(values(isbn13(), 100));
    assertThat(values(unique(sequence(5)), 3)).containsExactly(5L, 6L, 7L);
    assertThat(values(unique(unique(between(1, 9))), 9))
        .isEqualTo(values(unique(between(1, 9)), 9));
  }

  @Test
  void worksInsideOrNull() {
    assertThat(
            values(orNull(0.5, unique(between(1, 1_000))), 1_000).stream().filter(i -> i != null))
        .hasSizeBetween(400, 600)
        .doesNotHaveDuplicates();
  }

  @Test
  void endWithBothNumbers() {
    assertThatThrownBy(() -> values(unique(between(1, 1_000)), 1_001))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            1,001 rows need 1,001 values of column "thing.value", one each, but there are only 1,000.
              To fix: make fewer rows, or use a generator of more values.""");
    assertThatThrownBy(() -> values(unique(country()), 1_000))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching("(?s)1,000 rows need 1,000 values of column .*");
  }

  @Test
  void areOfWhatCanBeCounted() {
    for (ValueGenerator<?> generator :
        new ValueGenerator<?>[] {
          draw -> draw.faker().book().title(), price("1", "5"), orNull(0.5, between(1, 5))
        }) {
      assertThatThrownBy(() -> unique(generator))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              """
              unique(...) cannot count what the generator makes.
                It takes: oneOf, weighted, between, pattern, sequence, sentence, text, uuid, and all \
              names, places, codes and numbers of Values.
                To fix: use one of those, or put draw.row() into what a lambda makes.""");
    }
  }
}
