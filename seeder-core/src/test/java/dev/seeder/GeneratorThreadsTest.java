package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.rows.Factory;
import dev.seeder.rows.ValueGenerator;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which threads call the generators that users write. */
class GeneratorThreadsTest {

  private static final int ROWS = 20_000;
  private static final Table<Record> BOOK = table(name("book"));
  private static final Field<Integer> ID = field(name("id"), INTEGER);
  private static final Field<Integer> PAGES = field(name("pages"), INTEGER);
  private static final Field<String> TITLE = field(name("title"), VARCHAR(80));

  /** Not held by the generator. */
  private static final CountDownLatch OTHER_THREAD = new CountDownLatch(1);

  @TempDir Path directory;
  private DSLContext dsl;

  @BeforeEach
  void createTable() {
    dsl = DSL.using("jdbc:sqlite:" + directory.resolve("books.db"));
    dsl.execute("create table book (id integer primary key, title varchar(80), pages int)");
  }

  @Test
  void generatorsOfConstantsAreCalledByOtherThreadsToo() {
    assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
    String name = "thread";
    Map<String, String> names = Map.of("thread", "seeder");

    insert(
        draw -> {
          if (!Thread.currentThread().getName().equals("seeder-rows")) {
            await(OTHER_THREAD);
          }
          OTHER_THREAD.countDown();
          return names.get(name) + Thread.currentThread().getName();
        });

    assertThat(dsl.fetchCount(BOOK, TITLE.eq("seederseeder-rows"))).isPositive();
    assertThat(dsl.fetchCount(BOOK)).isEqualTo(ROWS);
  }

  @Test
  void generatorsWithACounterAreCalledInOrder() {
    var counter = new AtomicInteger();

    insert(PAGES, draw -> counter.incrementAndGet());

    assertThat(dsl.fetchCount(BOOK, PAGES.eq(ID))).isEqualTo(ROWS);
  }

  @Test
  void generatorsWithAnIteratorAreCalledInOrder() {
    Iterator<Integer> numbers = IntStream.rangeClosed(1, ROWS).iterator();

    insert(PAGES, draw -> numbers.next());

    assertThat(dsl.fetchCount(BOOK, PAGES.eq(ID))).isEqualTo(ROWS);
  }

  @Test
  void generatorsThatRememberAreCalledInOrder() {
    Set<Integer> seen = new HashSet<>();

    insert(
        PAGES,
        draw -> {
          int number = draw.random().nextInt(ROWS * 10);
          while (!seen.add(number)) {
            number++;
          }
          return number;
        });

    assertThat(dsl.select(DSL.countDistinct(PAGES)).from(BOOK).fetchSingle().value1())
        .isEqualTo(ROWS);
  }

  @Test
  void generatorsThatAskTheDatabaseAreCalledInTheSeedsThread() {
    Seed seed =
        Seed.of(
            "books",
            context ->
                context.insert(
                    Factory.of(BOOK)
                        .generate(
                            PAGES,
                            draw ->
                                draw.row() % 5_000 == 0
                                    ? context
                                        .dsl()
                                        .select(count())
                                        .from(BOOK)
                                        .fetchSingle()
                                        .value1()
                                    : -1)
                        .rows(ROWS)));

    Seeder.of(dsl).seeds(seed).run();

    assertThat(dsl.fetchCount(BOOK, PAGES.ge(0))).isEqualTo(4);
  }

  @Test
  void generatorsWithStateInAClassOfTheirOwnAreCalledInOrder() {
    insert(PAGES, new Counting());

    assertThat(dsl.fetchCount(BOOK, PAGES.eq(ID))).isEqualTo(ROWS);
  }

  @Test
  void theRowThatAGeneratorFailedForIsNamed() {
    assertThatThrownBy(
            () ->
                insert(
                    PAGES,
                    draw -> {
                      if (draw.row() == 12_344) {
                        throw new IllegalStateException("out of pages");
                      }
                      return 1;
                    }))
        .hasMessageContaining("row 12,345")
        .hasMessageContaining("out of pages")
        .hasMessageContaining("Said by the generator of column \"book.pages\" in GeneratorThreads");
    assertThat(dsl.fetchCount(BOOK)).isZero();
  }

  @Test
  void theColumnIsNamedWhoseGeneratorFails() {
    assertThatThrownBy(() -> insert(PAGES, draw -> 1 / Math.toIntExact(draw.row())))
        .hasMessageContaining("at row 1 of \"book\"")
        .hasMessageContaining(
            "Cause: The generator of column \"book.pages\" threw java.lang.ArithmeticException in"
                + " GeneratorThreadsTest.java, line ");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void insert(ValueGenerator<String> titles) {
    insert(TITLE, titles);
  }

  private <T> void insert(Field<T> column, ValueGenerator<T> generator) {
    Seed seed =
        Seed.of(
            "books",
            context ->
                context.insert(Factory.of(BOOK).infer(ID).generate(column, generator).rows(ROWS)));
    SeedReport report = Seeder.of(dsl).seeds(List.of(seed)).run();
    assertThat(report.totalRows()).isEqualTo(ROWS);
  }

  private static final class Counting implements ValueGenerator<Integer> {

    private int count;

    @Override
    public Integer value(dev.seeder.rows.Draw draw) {
      return ++count;
    }
  }
}
