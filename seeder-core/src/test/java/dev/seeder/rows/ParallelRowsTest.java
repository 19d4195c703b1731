package dev.seeder.rows;

import static dev.seeder.rows.Drawn.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.OTHER;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows made by several threads are those that one makes. */
class ParallelRowsTest {

  @Test
  void rowsAreTheSameForAnyNumberOfThreads() {
    Supplier<RowSearch> searches = searches(builtIn());
    String alone = digest(searches.get().rows(3, 20_003, false));

    for (int threads : new int[] {1, 2, 8}) {
      try (Stream<@Nullable Object[]> rows = ParallelRows.rows(searches, 3, 20_003, threads)) {
        assertThat(digest(rows)).as("%d threads", threads).isEqualTo(alone);
      }
    }
  }

  @Test
  void allBuiltInGeneratorsAreShareable() {
    builtIn()
        .forEach(
            (column, generator) ->
                assertThat(Sharing.isShareable(List.of(generator.prepare(scope(1)))))
                    .as(column.getName())
                    .isTrue());
  }

  @Test
  void rowsBeforeAFailureComeFirst() {
    Field<Object> number = field(name("number"), OTHER);
    Map<Field<?>, ValueGenerator<?>> failing =
        Map.of(
            number,
            draw -> {
              if (draw.row() == 2_345) {
                throw new IllegalStateException("no more");
              }
              return draw.row();
            });
    List<Object> made = new ArrayList<>();

    try (Stream<@Nullable Object[]> rows = ParallelRows.rows(searches(failing), 0, 9_000, 2)) {
      assertThatThrownBy(() -> rows.forEachOrdered(row -> made.add(row[0])))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no more");
    }

    assertThat(made).hasSize(2_345).last().isEqualTo(2_344L);
  }

  @Test
  void threadsEndWithTheStream() throws InterruptedException {
    Stream<@Nullable Object[]> rows = ParallelRows.rows(searches(builtIn()), 0, 1_000_000, 2);
    assertThat(rows.iterator().next()).isNotEmpty();
    List<Thread> threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("seeder-rows"))
            .toList();

    rows.close();

    for (Thread thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  private static Supplier<RowSearch> searches(Map<Field<?>, ValueGenerator<?>> columns) {
    RowScope scope = scope(42);
    var ready = new FactoryColumns(Drawn.THING, columns, Map.of(), scope);
    return () -> new RowSearch(ready, new Draw(ready, scope), List.of(), "thing");
  }

  /** Everything that {@link Values} makes without being told more. */
  private static Map<Field<?>, ValueGenerator<?>> builtIn() {
    Map<Field<?>, ValueGenerator<?>> columns = new LinkedHashMap<>();
    Arrays.stream(Values.class.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0)
        .sorted((left, right) -> left.getName().compareTo(right.getName()))
        .forEach(method -> columns.put(field(name(method.getName()), OTHER), call(method)));
    assertThat(columns).hasSizeGreaterThan(20);
    columns.put(field(name("price"), OTHER), Values.price("1.99", "99.99"));
    columns.put(field(name("weighted"), OTHER), Values.weighted(Map.of("a", 0.9, "b", 0.1)));
    columns.put(field(name("maybe"), OTHER), Values.orNull(0.5, Values.between(1, 9)));
    columns.put(field(name("unique"), OTHER), Values.unique(Values.pattern("??####")));
    columns.put(field(name("from lambda"), OTHER), draw -> draw.random().nextInt(100));
    return columns;
  }

  private static ValueGenerator<?> call(Method method) {
    try {
      return (ValueGenerator<?>) method.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(method.getName(), e);
    }
  }

  private static String digest(Stream<@Nullable Object[]> rows) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      rows.forEachOrdered(
          row -> digest.update(Arrays.deepToString(row).getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
