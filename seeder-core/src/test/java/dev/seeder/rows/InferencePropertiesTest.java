package dev.seeder.rows;

import static dev.seeder.rows.Drawn.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What is true of inferred rows, whatever the keys of the table are. */
class InferencePropertiesTest {

  private static final Factory<Record> THINGS = Factory.of(table(name("thing")));

  /**
   * A table whose key is made of numbers and foreign keys.
   *
   * @param numbers how many values each number of the key can have
   * @param parents how many rows each parent has
   */
  record Keys(List<Integer> numbers, List<Integer> parents) {

    long size() {
      long size = 1;
      for (int choices : numbers) {
        size *= choices;
      }
      for (int rows : parents) {
        size *= rows;
      }
      return size;
    }

    void create(DSLContext dsl) {
      for (int i = 0; i < parents.size(); i++) {
        dsl.execute("create table parent" + i + " (id integer primary key)");
        for (int row = 0; row < parents.get(i); row++) {
          dsl.execute("insert into parent" + i + " values (" + (row * 7 + 1) + ")");
        }
      }
      List<String> columns =
          IntStream.range(0, numbers.size() + parents.size()).mapToObj(i -> "c" + i).toList();
      String definitions =
          IntStream.range(0, columns.size())
              .mapToObj(i -> columns.get(i) + " int not null" + limit(i))
              .collect(Collectors.joining(", "));
      dsl.execute(
          "create table thing (note varchar(40) not null, "
              + definitions
              + ", unique ("
              + String.join(", ", columns)
              + "))");
    }

    private String limit(int column) {
      return column < numbers.size()
          ? " check (c" + column + " between 1 and " + numbers.get(column) + ")"
          : " references parent" + (column - numbers.size());
    }
  }

  @Property(seed = "1", tries = 60)
  void keysAreDistinctUpToTheLastCombination(@ForAll("keys") Keys keys, @ForAll long randomSeed)
      throws SQLException {
    try (Connection connection = database()) {
      RowScope scope = scope(connection, keys, randomSeed);
      int most = (int) Math.min(keys.size(), 2_000);

      List<List<@Nullable Object>> made = rows(THINGS.rows(most), scope);

      assertThat(made).hasSize(most);
      assertThat(new HashSet<>(made.stream().map(InferencePropertiesTest::key).toList()))
          .hasSize(most);
    }
  }

  @Property(seed = "2", tries = 60)
  void oneMoreThanTheLastCombinationIsRefused(@ForAll("keys") Keys keys, @ForAll long randomSeed)
      throws SQLException {
    try (Connection connection = database()) {
      RowScope scope = scope(connection, keys, randomSeed);

      assertThatThrownBy(() -> rows(THINGS.rows(keys.size() + 1), scope))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(String.format(Locale.ROOT, "give %,d.", keys.size()));
    }
  }

  @Property(seed = "3", tries = 60)
  void firstRowsOfManyAreTheRowsOfFew(
      @ForAll("keys") Keys keys, @ForAll long randomSeed, @ForAll @IntRange(max = 50) int some)
      throws SQLException {
    try (Connection connection = database()) {
      RowScope scope = scope(connection, keys, randomSeed);
      int most = (int) Math.min(keys.size(), 100);
      int few = Math.min(most, some);

      List<List<@Nullable Object>> many = rows(THINGS.rows(most), scope);

      assertThat(rows(THINGS.rows(few), scope)).isEqualTo(many.subList(0, few));
      assertThat(rows(THINGS.rows(few, most), scope)).isEqualTo(many.subList(few, most));
    }
  }

  @Provide
  Arbitrary<Keys> keys() {
    Arbitrary<List<Integer>> numbers = Arbitraries.integers().between(1, 40).list().ofMaxSize(3);
    Arbitrary<List<Integer>> parents = Arbitraries.integers().between(1, 12).list().ofMaxSize(2);
    return Combinators.combine(numbers, parents)
        .as(Keys::new)
        .filter(keys -> keys.numbers().size() + keys.parents().size() > 0);
  }

  private static List<@Nullable Object> key(List<@Nullable Object> row) {
    return row.stream().filter(Number.class::isInstance).toList();
  }

  private static Connection database() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  private static RowScope scope(Connection connection, Keys keys, long randomSeed) {
    DSLContext dsl = DSL.using(connection, SQLDialect.SQLITE);
    keys.create(dsl);
    return Drawn.scope(dsl, randomSeed, Locale.ENGLISH);
  }
}
