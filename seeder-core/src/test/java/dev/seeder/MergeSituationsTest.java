package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.SeedReport.Changes;
import dev.seeder.rows.RowSource;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Verbs among triggers, schemas, collations, foreign keys and transactions that are in the way. */
class MergeSituationsTest {

  private static final Table<Record> THING = table(name("thing"));
  private static final Field<String> CODE = field(name("code"), VARCHAR);
  private static final Field<String> LABEL = field(name("label"), VARCHAR);

  @TempDir Path directory;
  private TestDatabase database = TestDatabase.SQLITE;
  private String url = "";
  private DSLContext dsl = DSL.using(database.dialect());

  private void open(TestDatabase opened) {
    database = opened;
    url = database.freshUrl(directory);
    dsl = DSL.using(database.dataSource(url), database.dialect());
  }

  private void openWithThings(TestDatabase opened) {
    open(opened);
    dsl.execute(
        "create table \"thing\" (\"code\" varchar(9) not null primary key, \"label\" varchar(9)"
            + " unique)");
  }

  @AfterEach
  void close() {
    database.drop(dsl);
  }

  private static RowSource things(String... codesAndLabels) {
    return rows(THING, codesAndLabels);
  }

  private static RowSource rows(Table<?> table, String... codesAndLabels) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < codesAndLabels.length; i += 2) {
      rows.add(new Object[] {codesAndLabels[i], codesAndLabels[i + 1]});
    }
    return RowSource.of(table, List.of(CODE, LABEL), rows);
  }

  private Changes changes(Function<SeedContext, Changes> verb) {
    var told = new ArrayList<Changes>();
    run(seed -> told.add(verb.apply(seed)));
    return told.get(0);
  }

  private SeedReport run(Consumer<SeedContext> body) {
    return seeder(body).run();
  }

  private Seeder seeder(Consumer<SeedContext> body) {
    return Seeder.of(dsl)
        .withoutHistory()
        .seeds(DatabaseContract.seed("verb", body).asReferenceData());
  }

  private SeedException refused(Consumer<SeedContext> body) {
    return catchThrowableOfType(SeedException.class, seeder(body)::run);
  }

  private String contents(Table<?> table) {
    return dsl.select(CODE, LABEL).from(table).orderBy(CODE).fetch().formatCSV(false);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "HSQLDB", "POSTGRES", "MARIADB"})
  void triggersOfRowsThatAreUnchangedDoNotFire(TestDatabase opened) {
    openWithThings(opened);
    dsl.execute("create table \"fired\" (\"code\" varchar(9))");
    String insert = "insert into \"fired\" values (new.\"code\")";
    if (opened == TestDatabase.POSTGRES) {
      dsl.execute(
          "create function fire() returns trigger language plpgsql as $$ begin "
              + insert
              + "; return new; end $$");
      dsl.execute(
          "create trigger fires after insert or update on \"thing\" for each row execute function"
              + " fire()");
    } else {
      String body = opened == TestDatabase.SQLITE ? "begin " + insert + "; end" : insert;
      String row = opened == TestDatabase.HSQLDB ? " referencing new as new" : "";
      for (String event : List.of("insert", "update")) {
        dsl.execute(
            ("create trigger on_" + event + " after " + event + " on \"thing\"" + row)
                + (" for each row " + body));
      }
    }
    changes(seed -> seed.upsert(things("a", "1", "b", "2", "c", null)));
    dsl.execute("delete from \"fired\"");

    changes(seed -> seed.insertMissing(things("a", "x", "b", "y")));
    changes(seed -> seed.upsert(things("a", "1", "b", "two", "c", null)));
    changes(seed -> seed.sync(things("a", "1", "b", "two", "d", "4"), CODE));

    assertThat(dsl.fetch("select \"code\" from \"fired\" order by 1").getValues(0, String.class))
        .containsExactly("b", "d");
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "HSQLDB", "POSTGRES", "MARIADB"})
  void tablesMayBeInAnotherSchema(TestDatabase opened) {
    openWithThings(opened);
    String other = "other_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    dsl.createSchema(name(other)).execute();
    Table<Record> elsewhere = table(name(other, "thing"));
    dsl.execute(
        "create table {0} (\"code\" varchar(9) not null primary key, \"label\" varchar(9) unique,"
            + " foreign key (\"label\") references {0} (\"code\"))",
        elsewhere);
    changes(seed -> seed.upsert(things("a", "untouched")));
    dsl.execute(
        "create table \"child\" (\"id\" integer primary key, \"code\" varchar(9),"
            + " foreign key (\"code\") references {0} (\"code\"))",
        elsewhere);

    assertThat(changes(seed -> seed.upsert(rows(elsewhere, "a", null, "b", "a", "c", null))))
        .isEqualTo(new Changes(3, 0, 0, 0));
    assertThat(changes(seed -> seed.upsert(rows(elsewhere, "a", "b", "b", "a"))))
        .isEqualTo(new Changes(0, 1, 1, 0));
    dsl.execute("insert into \"child\" values (1, 'c')");
    assertThat(
            refused(seed -> seed.sync(rows(elsewhere, "a", null), LABEL.isNull(), CODE)).getCause())
        .hasMessageContaining("others refer to them: 1 of \"child.code\"");
    dsl.execute("delete from \"child\"");
    assertThat(changes(seed -> seed.sync(rows(elsewhere, "a", null, "b", "a"), CODE)))
        .isEqualTo(new Changes(0, 1, 1, 1));

    assertThat(contents(elsewhere)).isEqualTo("a,\"\"\nb,a\n");
    assertThat(contents(THING)).isEqualTo("a,untouched\n");
    dsl.execute("drop table \"child\"");
    dsl.execute("drop table {0}", elsewhere);
    dsl.dropSchema(name(other)).execute();
  }

  @ParameterizedTest
  @EnumSource(names = "SQLITE")
  void tablesMayBeInAnAttachedFile(TestDatabase opened) throws SQLException {
    open(opened);
    try (Connection connection = opened.dataSource(url).getConnection()) {
      dsl = DSL.using(connection, opened.dialect());
      dsl.execute("attach database {0} as other", DSL.inline(directory.resolve("o.db").toString()));
      Table<Record> elsewhere = table(name("other", "thing"));
      dsl.execute(
          "create table other.thing (code text primary key, label text unique references thing)");

      assertThat(changes(seed -> seed.upsert(rows(elsewhere, "a", null, "b", "a", "c", "b"))))
          .isEqualTo(new Changes(3, 0, 0, 0));
      assertThat(changes(seed -> seed.sync(rows(elsewhere, "a", "b", "b", "a"), CODE)))
          .isEqualTo(new Changes(0, 1, 1, 1));
      assertThat(contents(elsewhere)).isEqualTo("a,b\nb,a\n");
    }
    dsl = DSL.using(opened.dataSource(url), opened.dialect());
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "MARIADB"})
  void keysAreTheSameIfTheirCollationSaysSo(TestDatabase opened) {
    open(opened);
    String type =
        switch (opened) {
          case SQLITE -> "text collate nocase";
          case H2 -> "varchar_ignorecase(9)";
          default -> "varchar(9) collate utf8mb4_general_ci";
        };
    dsl.execute(
        "create table \"thing\" (\"code\" %s not null primary key, \"label\" varchar(9))"
            .formatted(type));
    changes(seed -> seed.insertMissing(things("de", "Germany", "fr", "France", "ES", "Spain")));

    assertThat(changes(seed -> seed.insertMissing(things("DE", "x"))))
        .isEqualTo(new Changes(0, 0, 1, 0));
    assertThat(changes(seed -> seed.upsert(things("DE", "Germany", "Fr", "FRANCE"))))
        .isEqualTo(new Changes(0, 1, 1, 0));
    assertThat(changes(seed -> seed.sync(things("DE", "Germany", "es", "Spain"), CODE)))
        .isEqualTo(new Changes(0, 0, 2, 1));
    assertThat(contents(THING).lines().sorted(String.CASE_INSENSITIVE_ORDER))
        .containsExactly("de,Germany", "ES,Spain");
    assertThat(refused(seed -> seed.upsert(things("it", "1", "IT", "2"))))
        .hasMessageContaining("Row 1 has the same key (code).");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "HSQLDB", "POSTGRES", "MARIADB"})
  void syncDeletesAlongForeignKeysOfSeveralColumns(TestDatabase opened) {
    open(opened);
    dsl.execute(
        "create table \"part\" (\"code\" varchar(9) not null, \"label\" varchar(9) not null,"
            + " \"upper_code\" varchar(9), \"upper_label\" varchar(9), primary key (\"code\","
            + " \"label\"), foreign key (\"upper_code\", \"upper_label\") references \"part\""
            + " (\"code\", \"label\"))");
    dsl.execute(
        "create table \"use\" (\"id\" integer not null primary key, \"b\" varchar(9), \"a\""
            + " varchar(9), foreign key (\"a\", \"b\") references \"part\" (\"code\", \"label\"))");
    dsl.execute(
        "insert into \"part\" values ('a', '1', null, null), ('a', '2', 'a', '1'), ('b', '1', 'a',"
            + " '2'), ('b', '2', 'a', null), ('c', '1', 'c', '1')");
    dsl.execute("insert into \"use\" values (1, '1', 'b'), (2, '2', null)");
    Table<Record> part = table(name("part"));
    Table<Record> use = table(name("use"));
    Field<Integer> id = field(name("id"), INTEGER);

    assertThat(refused(seed -> seed.sync(rows(part, "a", "1"), CODE, LABEL)))
        .hasMessageContaining(
            "\"part\" has rows that are not in its source any more (2), but others refer to them: ");
    assertThat(refused(seed -> seed.sync(rows(part, "a", "1"), CODE, LABEL)))
        .hasMessageContaining("1 of \"use.a, b\"");
    SeedReport report =
        run(
            seed -> {
              seed.sync(rows(part, "a", "1"), CODE, LABEL);
              seed.sync(RowSource.of(use, List.of(id), List.<Object[]>of(new Object[] {2})), id);
            });

    assertThat(report.entries().get(0).changes())
        .containsExactly(
            Map.entry("part", new Changes(0, 0, 1, 4)), Map.entry("use", new Changes(0, 0, 1, 1)));
    assertThat(contents(part)).isEqualTo("a,1\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "HSQLDB", "POSTGRES", "MARIADB"})
  void verbsInsideATransactionThatIsRolledBackLeaveNothing(TestDatabase opened) {
    openWithThings(opened);
    changes(seed -> seed.upsert(things("a", "1", "b", "2")));
    var caught = new ArrayList<String>();

    SeedReport report =
        run(
            seed -> {
              for (int i = 0; i < 2; i++) {
                try {
                  seed.dsl()
                      .transaction(
                          nested -> {
                            seed.upsert(things("a", "x", "c", "3"));
                            seed.sync(things("a", "y", "d", "4"), CODE);
                            throw new IllegalStateException("Changed my mind.");
                          });
                } catch (IllegalStateException e) {
                  caught.add(String.valueOf(e.getMessage()));
                }
              }
              try {
                seed.dsl().transaction(nested -> seed.upsert(things("e", "1", "f", "6")));
              } catch (RuntimeException e) {
                caught.add("refused");
              }
              seed.dsl().transaction(nested -> seed.upsert(things("b", "two", "g", "7")));
            });

    assertThat(caught).containsExactly("Changed my mind.", "Changed my mind.", "refused");
    assertThat(report.entries().get(0).changes())
        .containsExactly(Map.entry("thing", new Changes(1, 1, 0, 0)));
    assertThat(contents(THING)).isEqualTo("a,1\nb,two\ng,7\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "HSQLDB", "POSTGRES", "MARIADB"})
  void manyColumnsAreNoMatter(TestDatabase opened) {
    open(opened);
    List<Field<Integer>> columns =
        IntStream.range(0, 40).mapToObj(i -> field(name("column " + i), INTEGER)).toList();
    Table<Record> wide = table(name("wide"));
    dsl.createTable(wide).columns(columns).primaryKey(columns.get(7)).execute();
    Function<Integer, RowSource> rows =
        last ->
            RowSource.of(
                wide,
                columns,
                IntStream.range(0, 300)
                    .mapToObj(
                        row -> {
                          Object[] values = new Object[40];
                          Arrays.setAll(values, i -> row + i);
                          values[39] = row % 100 == 0 ? last : null;
                          return values;
                        })
                    .toList());

    assertThat(changes(seed -> seed.upsert(rows.apply(1)))).isEqualTo(new Changes(300, 0, 0, 0));
    assertThat(changes(seed -> seed.upsert(rows.apply(1)))).isEqualTo(new Changes(0, 0, 300, 0));
    assertThat(changes(seed -> seed.upsert(rows.apply(2)))).isEqualTo(new Changes(0, 3, 297, 0));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "HSQLDB", "POSTGRES", "MARIADB"})
  void aSourceWithoutRowsChangesNothingButWhatSyncDeletes(TestDatabase opened) {
    openWithThings(opened);
    changes(seed -> seed.upsert(things("a", "1", "b", "2", "c", null)));

    assertThat(changes(seed -> seed.insertMissing(things()))).isEqualTo(new Changes(0, 0, 0, 0));
    assertThat(changes(seed -> seed.upsert(things()))).isEqualTo(new Changes(0, 0, 0, 0));
    assertThat(changes(seed -> seed.sync(things(), LABEL.isNotNull(), CODE)))
        .isEqualTo(new Changes(0, 0, 0, 2));
    assertThat(contents(THING)).isEqualTo("c,\"\"\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "HSQLDB", "POSTGRES", "MARIADB"})
  void valuesOfRefusedRowsAreNotTold(TestDatabase opened) {
    openWithThings(opened);
    dsl.execute(
        "create table \"child\" (\"code\" varchar(9) not null primary key, \"label\" varchar(9) not"
            + " null, foreign key (\"label\") references \"thing\" (\"code\"), check (\"code\" <>"
            + " 'bad'))");
    Table<Record> child = table(name("child"));
    changes(seed -> seed.upsert(things("a", "canary", "b", "2")));
    changes(seed -> seed.upsert(rows(child, "x", "a")));

    List<RowSource> bad =
        new ArrayList<>(
            List.of(
                things("canary1", "3", "canary2", "canary"),
                things("b", "canary"),
                things("canary", "1", "canary", "2"),
                rows(child, "canary", "canary"),
                rows(child, "x", "canary"),
                rows(child, "canary", null),
                rows(child, "x", null)));
    if (opened != TestDatabase.SQLITE) { // which takes texts of any length
      bad.add(things("c", "canarycanarycanary"));
      bad.add(things("canarycanarycanary", null));
    }
    for (RowSource rows : bad) {
      assertThat(refused(seed -> seed.upsert(rows)).getMessage())
          .doesNotContain("canary")
          .contains("failed at row ");
    }
    assertThat(
            refused(seed -> seed.sync(things("a", "canary"), CODE.eq("canary"), CODE)).getMessage())
        .doesNotContain("canary");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "HSQLDB", "POSTGRES", "MARIADB"})
  void tellsWhichEndOfAForeignKeyIsInTheWay(TestDatabase opened) {
    openWithThings(opened);
    dsl.execute(
        "create table \"child\" (\"code\" varchar(9) not null primary key, \"label\" varchar(9),"
            + " constraint \"child_thing\" foreign key (\"label\") references \"thing\" (\"code\"))");
    changes(seed -> seed.upsert(things("a", "1")));
    Table<Record> child = table(name("child"));
    changes(seed -> seed.upsert(rows(child, "x", "a")));

    String told =
        Stream.of(
                dsl.insertInto(child, CODE, LABEL).values("y", "b"),
                dsl.update(child).set(LABEL, "b"),
                dsl.update(THING).set(CODE, "b"),
                dsl.deleteFrom(THING))
            .map(query -> refused(seed -> Changes.ofCreated(seed.dsl().execute(query))))
            .map(failure -> failure.getMessage().lines().toList().get(1).strip())
            .map(cause -> cause.replaceFirst(": \\w+\\)", ")"))
            .collect(Collectors.joining("\n"));

    boolean unclear = opened == TestDatabase.SQLITE; // which tells neither end nor constraint
    String lost =
        unclear
            ? "Cause: a row would refer to one that is not there"
            : "Cause: a row refers to one that is not there (child_thing)";
    String held =
        unclear
            ? lost
            : "Cause: another row refers to one that is updated or deleted (child_thing)";
    assertThat(told).isEqualTo(String.join("\n", lost, lost, held, held));
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRES", "MARIADB"})
  void numbersAreSwappedUpToEighteenDigits(TestDatabase opened) {
    open(opened);
    Field<BigDecimal> price = field(name("price"), NUMERIC);
    for (int digits : new int[] {16, 30}) {
      Table<Record> offer = table(name("offer" + digits));
      dsl.execute(
          "create table {0} (\"code\" varchar(9) primary key, \"price\" decimal({1}, 2) not null"
              + " unique)",
          offer, DSL.inline(digits));
      BigDecimal high = BigDecimal.TEN.pow(digits - 3);
      dsl.execute("insert into {0} values ('a', 1.25), ('b', {1})", offer, DSL.inline(high));
      RowSource swapped =
          RowSource.of(
              offer,
              List.of(CODE, price),
              List.of(new Object[] {"a", high}, new Object[] {"b", new BigDecimal("1.25")}));

      if (digits == 16) {
        assertThat(changes(seed -> seed.upsert(swapped))).isEqualTo(new Changes(0, 2, 0, 0));
      } else {
        assertThat(refused(seed -> seed.upsert(swapped)))
            .hasMessageContaining("a value that must be unique is there already");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES", "MARIADB"})
  void aSeedThatCommitsInBetweenSyncsNothing(TestDatabase opened) {
    openWithThings(opened);
    Seed parts =
        new Seed() {
          @Override
          public String name() {
            return "parts";
          }

          @Override
          public long commitEvery() {
            return 10;
          }

          @Override
          public boolean isReferenceData() {
            return true;
          }

          @Override
          public void run(SeedContext seed) {
            seed.upsert(things("a", "1"));
            seed.insertMissing(things("b", "2"));
            seed.sync(things("a", "1"), CODE);
          }
        };

    assertThat(catchThrowableOfType(SeedException.class, Seeder.of(dsl).seeds(parts)::run))
        .hasMessage(
            """
            Seed "parts" failed at table "thing"; its transaction was rolled back.
              Cause: sync(...) deletes some rows at the end of its seed only, and cannot in one that \
            commits in between.
                To fix: sync in another seed, or let commitEvery() be 0.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(contents(THING)).isEmpty();
  }
}
