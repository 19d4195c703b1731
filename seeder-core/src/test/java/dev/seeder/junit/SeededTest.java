package dev.seeder.junit;

import static dev.seeder.junit.Books.AUTHOR;
import static dev.seeder.junit.Books.BOOK;
import static dev.seeder.junit.Books.TITLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeder.Seed;
import dev.seeder.SeedReport;
import dev.seeder.Seeder;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.ReflectionSupport;

@Seeded(schema = Books.SCHEMA, value = Books.class)
class SeededTest {

  @BeforeEach
  void databaseIsThereBeforeTheTest(DSLContext dsl) {
    assertThat(dsl.fetchCount(BOOK)).isEqualTo(100);
    dsl.deleteFrom(BOOK).where(TITLE.isNull()).execute();
  }

  @RepeatedTest(3)
  void everyTestChangesItsOwnDatabase(DSLContext dsl) {
    assertThat(dsl.fetchCount(AUTHOR)).isEqualTo(3);

    dsl.deleteFrom(BOOK).execute();
    dsl.deleteFrom(AUTHOR).execute();
  }

  @AfterEach
  void databaseIsTheSameAfterTheTest(DSLContext dsl, TestInfo test) {
    if (test.getDisplayName().startsWith("repetition")) {
      assertThat(dsl.fetchCount(BOOK)).isZero();
    }
  }

  @Test
  void parametersAreOfOneDatabase(
      DSLContext dsl, DataSource dataSource, Connection connection, SeedReport report)
      throws Exception {
    connection.setAutoCommit(false);
    DSL.using(connection, SQLDialect.SQLITE).deleteFrom(BOOK).execute();
    assertThat(dsl.fetchCount(BOOK)).isEqualTo(100);
    connection.commit();

    assertThat(dsl.fetchCount(BOOK)).isZero();
    assertThat(DSL.using(dataSource, SQLDialect.SQLITE).fetchCount(BOOK)).isZero();
    assertThat(report.totalRows()).isEqualTo(103);
    assertThat(report.names(SeedReport.Outcome.APPLIED)).containsExactly("books");
  }

  @Test
  void foreignKeysAreChecked(DSLContext dsl) {
    assertThatThrownBy(() -> dsl.deleteFrom(AUTHOR).execute())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("FOREIGN KEY");
  }

  @Test
  void moreSeedsRunInATest(DSLContext dsl, DataSource dataSource) {
    Seeder.of(dataSource).seeds(Seed.of("more", seed -> new Books(20).run(seed))).run();

    assertThat(dsl.fetchCount(BOOK)).isEqualTo(120);
  }

  @Test
  void annotationOfAMethodReplacesThatOfItsClass() {
    assertThat(TestRun.passed(TestRun.of(OfAMethod.class))).isEqualTo(2);
  }

  @Seeded(schema = Books.SCHEMA, value = Books.class)
  static class OfAMethod {
    @Test
    @Seeded(schema = Books.SCHEMA)
    void hasNoBooks(DSLContext dsl) {
      assertThat(dsl.fetchCount(BOOK)).isZero();
    }

    @Test
    void hasBooks(DSLContext dsl) {
      assertThat(dsl.fetchCount(BOOK)).isEqualTo(100);
    }
  }

  @Nested
  class InsideOfAnother {
    @Test
    void annotationIsForNestedClassesToo(DSLContext dsl) {
      assertThat(dsl.fetchCount(BOOK)).isEqualTo(100);
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @Seeded(schema = Books.SCHEMA, value = Books.class)
  @interface WithBooks {}

  @Nested
  @WithBooks
  class OfAnotherAnnotation {
    @Test
    void annotationMayStandOnAnother(DSLContext dsl) {
      assertThat(dsl.fetchCount(BOOK)).isEqualTo(100);
    }
  }

  @Test
  void testsInParallelDoNotMeet() {
    assertThat(TestRun.passed(TestRun.inParallel(Parallel.class))).isEqualTo(40);

    assertThat(THREADS).hasSizeGreaterThan(1);
  }

  private static final Set<String> FILES = ConcurrentHashMap.newKeySet();
  private static final Set<String> THREADS = ConcurrentHashMap.newKeySet();

  @Seeded(schema = Books.SCHEMA, value = Books.class)
  static class Parallel {
    @RepeatedTest(40)
    void deletesAll(DSLContext dsl) {
      THREADS.add(Thread.currentThread().getName());
      assertThat(dsl.deleteFrom(BOOK).execute()).isEqualTo(100);
    }
  }

  @Test
  void seedsMayBeMadeByHand() {
    assertThat(TestRun.passed(TestRun.of(ByHand.class))).isEqualTo(1);
  }

  static class ByHand {
    @RegisterExtension
    static final SeededDatabase DATABASE =
        SeededDatabase.sqlite()
            .prepare(
                source ->
                    DSL.using(source, SQLDialect.SQLITE)
                        .execute("create table shelf (id integer primary key)"))
            .schema(Books.SCHEMA)
            .seeds(List.of(new Books(5)));

    @Test
    void seedsAreThere(DSLContext dsl) {
      assertThat(dsl.fetchCount(BOOK)).isEqualTo(5);
      assertThat(dsl.fetchCount(DSL.table("shelf"))).isZero();
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface FromElsewhere {}

  /** Resolves what is annotated, as Spring's extension does. */
  static final class Elsewhere implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.isAnnotated(FromElsewhere.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return DSL.using(SQLDialect.H2);
    }
  }

  @Nested
  @ExtendWith(Elsewhere.class)
  class BesideAnotherExtension {
    @Test
    void parameterWithAnAnnotationIsOfTheOther(DSLContext own, @FromElsewhere DSLContext other) {
      assertThat(own.dialect()).isEqualTo(SQLDialect.SQLITE);
      assertThat(other.dialect()).isEqualTo(SQLDialect.H2);
    }
  }

  @Test
  void databaseIsThereUntilAllExtensionsAreDone() {
    assertThat(TestRun.passed(TestRun.of(BesideAnEarlierExtension.class))).isEqualTo(2);
  }

  /** Ends after the test what it began before, as Spring's extension does with a transaction. */
  static final class Around implements BeforeEachCallback, AfterEachCallback {
    private @Nullable DataSource used;

    @Override
    public void beforeEach(ExtensionContext test) {
      Method method =
          ReflectionSupport.findMethod(Around.class, "use", DataSource.class).orElseThrow();
      test.getExecutableInvoker().invoke(method, this);
    }

    void use(DataSource dataSource) {
      used = dataSource;
    }

    @Override
    public void afterEach(ExtensionContext test) {
      assertThat(DSL.using(used, SQLDialect.SQLITE).fetchCount(AUTHOR)).isEqualTo(2);
    }
  }

  @ExtendWith(Around.class)
  @Seeded(schema = Books.SCHEMA, value = Books.class)
  static class BesideAnEarlierExtension {
    @RepeatedTest(2)
    void changes(DSLContext dsl) {
      dsl.deleteFrom(BOOK).execute();
      dsl.deleteFrom(AUTHOR).where("id = (select min(id) from author)").execute();
    }
  }

  @Test
  void schemaMayChooseAWriteAheadLogAndCopiesAreDeleted() {
    FILES.clear();

    assertThat(TestRun.passed(TestRun.of(WithWriteAheadLog.class))).isEqualTo(1);

    assertThat(FILES).isNotEmpty().allMatch(file -> !Files.exists(Path.of(file)));
  }

  static class WithWriteAheadLog {
    @RegisterExtension
    static final SeededDatabase DATABASE =
        SeededDatabase.sqlite()
            .prepare(
                source -> DSL.using(source, SQLDialect.SQLITE).fetch("pragma journal_mode = wal"))
            .schema(Books.SCHEMA)
            .seeds(new Books());

    @Test
    void copiesHaveTheRowsAndTheLog(DSLContext dsl) {
      assertThat(dsl.fetchCount(BOOK)).isEqualTo(100);
      assertThat(dsl.fetchValue("pragma journal_mode")).isEqualTo("wal");
      FILES.add(String.valueOf(dsl.fetchValue("select file from pragma_database_list")));
    }
  }
}
