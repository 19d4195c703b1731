package dev.seeder.rows;

import static dev.seeder.rows.Drawn.scope;
import static dev.seeder.rows.Drawn.stream;
import static dev.seeder.rows.Values.existing;
import static dev.seeder.rows.Values.orNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.random.ChiSquare;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExistingValuesTest {

  private static final Table<Record> AUTHOR = table(name("author"));
  private static final Field<Long> ID = field(name("author", "id"), BIGINT);
  private static final Field<String> NAME = field(name("author", "name"), VARCHAR);

  private CloseableDSLContext dsl;

  @BeforeEach
  void createTable() {
    dsl = DSL.using("jdbc:sqlite::memory:");
    createAuthors(dsl);
  }

  @AfterEach
  void close() {
    dsl.close();
  }

  @Test
  void picksEachValueEquallyOften() {
    insert(dsl, 7, "g");
    insert(dsl, 3, "c");
    insert(dsl, 5, "e");

    List<Long> picks = picks(existing(ID), dsl, 30_000);

    var counts =
        picks.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(counts).containsOnlyKeys(3L, 5L, 7L);
    long[] counted = counts.values().stream().mapToLong(Long::longValue).toArray();
    assertThat(ChiSquare.of(counted, i -> 10_000.0)).isLessThan(ChiSquare.limit(2));
  }

  @Test
  void doesNotDependOnTheOrderOfTheRows() {
    insert(dsl, 1, "Émile");
    insert(dsl, 2, "Zoë");
    insert(dsl, 3, "anna");
    List<String> names = picks(existing(NAME), dsl, 100);
    List<Long> ids = picks(existing(ID), dsl, 100);

    dsl.deleteFrom(AUTHOR).execute();
    insert(dsl, 3, "anna");
    insert(dsl, 2, "Zoë");
    insert(dsl, 1, "Émile");

    assertThat(picks(existing(NAME), dsl, 100)).isEqualTo(names);
    assertThat(picks(existing(ID), dsl, 100)).isEqualTo(ids);
  }

  @Test
  void doesNotDependOnTheDatabase() {
    try (CloseableDSLContext h2 =
        DSL.using("jdbc:h2:mem:;IGNORECASE=TRUE;COLLATION=ENGLISH STRENGTH PRIMARY")) {
      createAuthors(h2);
      for (DSLContext database : List.of(dsl, h2)) {
        insert(database, 1, "anna");
        insert(database, 2, "Bea");
        insert(database, 3, "Émile");
        insert(database, 4, "Zoë");
      }

      assertThat(picks(existing(NAME), h2, 100)).isEqualTo(picks(existing(NAME), dsl, 100));
    }
  }

  @Test
  void leavesNullsAndRepetitionsOut() {
    insert(dsl, 1, "a");
    insert(dsl, 2, "a");
    insert(dsl, 3, null);
    insert(dsl, 4, "b");

    List<String> picks = picks(existing(NAME), dsl, 1_000);

    assertThat(picks).containsOnly("a", "b");
    assertThat(picks.stream().filter("a"::equals).count()).isBetween(430L, 570L);
  }

  @Test
  void readsTheTableAgainForEachInsert() {
    insert(dsl, 1, "a");
    ValueGenerator<Long> ids = existing(ID);
    assertThat(picks(ids, dsl, 10)).containsOnly(1L);

    insert(dsl, 2, "b");

    assertThat(picks(ids, dsl, 100)).containsOnly(1L, 2L);
  }

  @Test
  void worksInsideOrNull() {
    insert(dsl, 1, "a");

    assertThat(picks(orNull(0.5, existing(ID)), dsl, 100)).containsOnly(1L, null);
  }

  @Test
  void needsAValue() {
    assertThatThrownBy(() -> picks(existing(ID), dsl, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Column "author.id" holds no value to pick from.
              To fix: fill "author" first, in this seed or in one that this seed depends on.""");

    insert(dsl, 1, null);

    assertThatThrownBy(() -> picks(existing(NAME), dsl, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Column "author.name" holds no value to pick from.
              To fix: fill "author" first, in this seed or in one that this seed depends on.""");
  }

  @Test
  void needsTheTableOfTheColumn() {
    assertThatThrownBy(() -> existing(field(name("id"), BIGINT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            The column "id" does not say which table it is of.
              To fix: use the field of a generated class, or field(name("table", "id"), type).""");
  }

  @Test
  void saysHowItIsUsed() {
    insert(dsl, 1, "a");

    assertThatThrownBy(() -> picks(draw -> existing(ID).value(draw), dsl, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            existing(...) reads its values once per run, but was called for a row without that.
              To fix: pass it to generate(...) or orNull(...) itself, not from inside a lambda.""");
  }

  @Test
  void takesFieldsOfGeneratedClassesWithTheirMappedSchemaAndAlias() {
    try (CloseableDSLContext h2 = DSL.using("jdbc:h2:mem:")) {
      h2.createSchema("tenant").execute();
      h2.createTable(name("tenant", "author")).column("id", BIGINT).execute();
      h2.insertInto(table(name("tenant", "author")), field(name("id"), BIGINT))
          .values(8L)
          .execute();
      DSLContext mapped =
          DSL.using(
              h2.configuration()
                  .derive(
                      new Settings()
                          .withRenderMapping(
                              new RenderMapping()
                                  .withSchemata(
                                      new MappedSchema().withInput("app").withOutput("tenant")))));
      var author = new Author();

      assertThat(picks(existing(author.id), mapped, 3)).containsOnly(8L);
      assertThat(picks(existing(author.as("a").field(author.id)), mapped, 3)).containsOnly(8L);
    }
  }

  private static final class Author extends TableImpl<Record> {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // as jOOQ's own
    final TableField<Record, Long> id = createField(name("id"), BIGINT, this);

    Author() {
      super(name("author"), DSL.schema(name("app")));
    }
  }

  private static void createAuthors(DSLContext dsl) {
    dsl.createTable(AUTHOR)
        .column(ID.getUnqualifiedName(), BIGINT)
        .column(NAME.getUnqualifiedName(), VARCHAR(20))
        .execute();
  }

  private static void insert(DSLContext dsl, long id, @Nullable String name) {
    dsl.insertInto(AUTHOR, ID, NAME).values(id, name).execute();
  }

  private static <T> List<T> picks(ValueGenerator<T> generator, DSLContext dsl, long count) {
    return stream(generator, scope(dsl, 42, Locale.ENGLISH), 0, count).toList();
  }
}
