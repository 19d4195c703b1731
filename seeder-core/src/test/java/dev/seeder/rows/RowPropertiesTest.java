package dev.seeder.rows;

import static dev.seeder.rows.Drawn.rows;
import static dev.seeder.rows.Drawn.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.OTHER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What is true of the rows of any factory of built-in generators. */
class RowPropertiesTest {

  private static final List<ValueGenerator<?>> GENERATORS = generators();

  @Property(seed = "1")
  void sameRandomSeedGivesSameRows(
      @ForAll long randomSeed, @ForAll("columns") @Size(min = 1, max = 6) List<Integer> columns) {
    assertThat(rows(factory(columns).rows(20), scope(randomSeed)))
        .isEqualTo(rows(factory(columns).rows(20), scope(randomSeed)));
  }

  @Property(seed = "2")
  void firstRowsOfManyAreTheRowsOfFew(
      @ForAll long randomSeed,
      @ForAll("columns") @Size(min = 1, max = 6) List<Integer> columns,
      @ForAll @IntRange(max = 30) int few) {
    assertThat(rows(factory(columns).rows(few), scope(randomSeed)))
        .isEqualTo(rows(factory(columns).rows(30), scope(randomSeed)).subList(0, few));
  }

  @Property(seed = "3")
  void anyPartOfTheRowsIsThatPart(
      @ForAll long randomSeed,
      @ForAll("columns") @Size(min = 1, max = 6) List<Integer> columns,
      @ForAll @IntRange(max = 30) int one,
      @ForAll @IntRange(max = 30) int other) {
    int from = Math.min(one, other);
    int to = Math.max(one, other);

    assertThat(rows(factory(columns).rows(from, to), scope(randomSeed)))
        .isEqualTo(rows(factory(columns).rows(30), scope(randomSeed)).subList(from, to));
  }

  @Property(seed = "4")
  void aColumnDoesNotDependOnTheOthers(
      @ForAll long randomSeed, @ForAll("columns") @Size(min = 2, max = 8) List<Integer> columns) {
    List<List<@Nullable Object>> all = rows(factory(columns).rows(15), scope(randomSeed));

    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      Factory<Record> alone =
          Factory.of(table(name("thing"))).generate(column(i), GENERATORS.get(columns.get(i)));
      assertThat(rows(alone.rows(15), scope(randomSeed)).stream().map(row -> row.get(0)))
          .isEqualTo(all.stream().map(row -> row.get(column)).toList());
    }
  }

  @Property(seed = "5")
  void theOrderOfColumnsDoesNotMatter(
      @ForAll long randomSeed, @ForAll("columns") @Size(min = 2, max = 6) List<Integer> columns) {
    Factory<Record> backwards = Factory.of(table(name("thing")));
    for (int i = columns.size() - 1; i >= 0; i--) {
      backwards = backwards.generate(column(i), GENERATORS.get(columns.get(i)));
    }

    List<List<@Nullable Object>> forwards = rows(factory(columns).rows(15), scope(randomSeed));
    List<List<@Nullable Object>> turned = new ArrayList<>();
    for (List<@Nullable Object> row : rows(backwards.rows(15), scope(randomSeed))) {
      turned.add(
          IntStream.range(0, row.size())
              .<@Nullable Object>mapToObj(i -> row.get(row.size() - 1 - i))
              .toList());
    }
    assertThat(turned).isEqualTo(forwards);
  }

  @Property(seed = "6", tries = 20)
  void threadsDoNotMatter(
      @ForAll long randomSeed, @ForAll("columns") @Size(min = 1, max = 4) List<Integer> columns) {
    Factory<Record> factory = factory(columns);

    List<List<@Nullable Object>> parts =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(part -> rows(factory.rows(part * 5L, part * 5L + 5), scope(randomSeed)))
            .flatMap(List::stream)
            .toList();

    assertThat(parts).isEqualTo(rows(factory.rows(40), scope(randomSeed)));
  }

  @Provide
  Arbitrary<List<Integer>> columns() {
    return Arbitraries.integers().between(0, GENERATORS.size() - 1).list();
  }

  private static Factory<Record> factory(List<Integer> columns) {
    Factory<Record> factory = Factory.of(table(name("thing")));
    for (int i = 0; i < columns.size(); i++) {
      factory = factory.generate(column(i), GENERATORS.get(columns.get(i)));
    }
    return factory;
  }

  private static Field<Object> column(int index) {
    return field(name("thing", "column" + index), OTHER);
  }

  private static List<ValueGenerator<?>> generators() {
    LocalDate first = LocalDate.of(2020, 1, 1);
    List<ValueGenerator<?>> generators = new ArrayList<>();
    generators.add(Values.firstName());
    generators.add(Values.username());
    generators.add(Values.email());
    generators.add(Values.phone());
    generators.add(Values.color());
    generators.add(Values.product());
    generators.add(Values.isbn13());
    generators.add(Values.uuid());
    generators.add(Values.url());
    generators.add(Values.unique(Values.pattern("??-####")));
    generators.add(Values.unique(Values.between(1, 100)));
    generators.add(Values.orNull(0.3, Values.between(1L, 1_000_000L)));
    generators.add(Values.normal(40, 10, 18, 90));
    generators.add(Values.logNormal(100, 3, 0, 1_000_000));
    generators.add(Values.zipf(1_000, 1));
    generators.add(Values.price("0.99", "99.99"));
    generators.add(Values.seasonal(first, first.plusYears(3)));
    generators.add(Values.growing(first, first.plusYears(3)));
    generators.add(Values.oneOf("a", "b", "c"));
    generators.add(draw -> draw.faker().book().title());
    return List.copyOf(generators);
  }
}
