package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.SeedReport.Changes;
import dev.seeder.rows.Factory;
import dev.seeder.rows.RowSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

/** What the verbs for rows that may be there are. On every database. */
abstract class MergeContract extends DatabaseContract {

  private static final Table<Record> ITEM = table(name("item"));
  private static final Field<String> LABEL = field(name("order"), VARCHAR(20));
  private static final Field<BigDecimal> PRICE = field(name("Unit Price"), NUMERIC(10, 2));

  MergeContract(TestDatabase database) {
    super(database);
  }

  /** Returns how a violation of the unique name of a country is told. */
  abstract String nameTaken();

  /** Makes a table with an identity, a natural key, a second one, and names that need quotes. */
  final void createItems() {
    dsl.execute(
        "create table \"item\" (\"id\" integer not null primary key, \"code\" varchar(2) not null"
            + " unique, \"order\" varchar(20) unique, \"Unit Price\" numeric(10, 2) not null)");
  }

  private static RowSource items(Object[]... rows) {
    return RowSource.of(ITEM, List.of(ID, CODE, LABEL, PRICE), Arrays.asList(rows));
  }

  private static Object[] item(int id, String code, String label, String price) {
    return new Object[] {id, code, label, new BigDecimal(price)};
  }

  private String contents() {
    return dsl.select(ID, CODE, LABEL, PRICE)
        .from(ITEM)
        .orderBy(ID)
        .fetch(
            row ->
                row.value1()
                    + " "
                    + row.value2()
                    + " "
                    + row.value3()
                    + " "
                    + row.value4().setScale(2))
        .toString();
  }

  static RowSource countries(String... codesAndNames) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < codesAndNames.length; i += 2) {
      rows.add(new Object[] {codesAndNames[i], codesAndNames[i + 1]});
    }
    return RowSource.of(COUNTRY, List.of(CODE, NAME), rows);
  }

  /** Runs a verb as a seed and returns what it returned, having compared that with the report. */
  final Changes changes(Function<SeedContext, Changes> verb) {
    var told = new ArrayList<Changes>();
    SeedReport report =
        seeder(seed("verb", seed -> told.add(verb.apply(seed))).asReferenceData())
            .withoutHistory()
            .run();

    assertThat(report.entries().get(0).changes().values()).containsExactlyElementsOf(told);
    return told.get(0);
  }

  final SeedException refused(Function<SeedContext, Changes> verb) {
    Consumer<SeedContext> body = seed -> assertThat(verb.apply(seed)).isNotNull();
    return failure(seeder(seed("verb", body).asReferenceData()).withoutHistory());
  }

  @Test
  void upsertInsertsUpdatesAndLeavesAlone() {
    createItems();
    dsl.execute(
        "insert into \"item\" values (1, 'a', 'x', 1.50), (2, 'b', 'y', 2), (3, 'c', null, 3)");

    RowSource rows =
        items(
            item(1, "a", "x", "1.5"),
            item(2, "b", "z", "2"),
            item(3, "c", "w", "3"),
            item(4, "d", "y", "4"));

    assertThat(changes(seed -> seed.upsert(rows))).isEqualTo(new Changes(1, 2, 1, 0));
    assertThat(contents()).isEqualTo("[1 a x 1.50, 2 b z 2.00, 3 c w 3.00, 4 d y 4.00]");
    assertThat(changes(seed -> seed.upsert(rows))).isEqualTo(new Changes(0, 0, 4, 0));
    assertThat(changes(seed -> seed.upsert(items(item(3, "c", null, "3")))))
        .isEqualTo(new Changes(0, 1, 0, 0));
    assertThat(contents()).isEqualTo("[1 a x 1.50, 2 b z 2.00, 3 c null 3.00, 4 d y 4.00]");
  }

  @Test
  void insertMissingLeavesWhatIsThere() {
    createItems();
    dsl.execute("insert into \"item\" values (1, 'a', 'x', 1.50)");

    RowSource rows = items(item(1, "a", "other", "9"), item(2, "b", "y", "2"));

    assertThat(changes(seed -> seed.insertMissing(rows))).isEqualTo(new Changes(1, 0, 1, 0));
    assertThat(contents()).isEqualTo("[1 a x 1.50, 2 b y 2.00]");
    assertThat(changes(seed -> seed.insertMissing(rows))).isEqualTo(new Changes(0, 0, 2, 0));
  }

  @Test
  void rowsAreToldApartByANaturalKey() {
    createItems();
    dsl.execute("insert into \"item\" values (1, 'a', 'x', 1.50), (2, 'b', 'y', 2)");

    RowSource rows =
        RowSource.of(
            ITEM,
            List.of(ID, CODE, PRICE),
            List.of(
                new Object[] {11, "b", new BigDecimal("2.00")},
                new Object[] {3, "c", new BigDecimal("7.25")}));

    assertThat(changes(seed -> seed.upsert(rows, CODE))).isEqualTo(new Changes(1, 1, 0, 0));
    assertThat(contents()).isEqualTo("[1 a x 1.50, 3 c null 7.25, 11 b y 2.00]");
  }

  @Test
  void aSecondUniqueColumnNeverMakesARowAnotherOne() {
    seeder(Seed.of("first", seed -> seed.insert(countries("de", "Germany", "fr", "France"))))
        .withoutHistory()
        .run();

    SeedException inserted =
        refused(seed -> seed.upsert(countries("es", "Spain", "it", "France", "pt", "Portugal")));
    SeedException updated =
        refused(seed -> seed.upsert(countries("es", "Spain", "de", "France", "pt", "Portugal")));

    for (SeedException failure : List.of(inserted, updated)) {
      assertThat(failure)
          .hasMessage(
              "Seed \"verb\" failed at row 2 of \"country\"; its transaction was rolled back.\n"
                  + "  Cause: "
                  + nameTaken()
                  + "\n  To repeat exactly: Seeder.randomSeed(0)");
    }
    assertThat(dsl.fetchCount(COUNTRY)).isEqualTo(2);
  }

  @Test
  void aUniqueValueIsGivenUpBeforeAnotherRowTakesIt() {
    changes(seed -> seed.upsert(countries("de", "Germany", "fr", "France")));

    assertThat(changes(seed -> seed.upsert(countries("es", "Germany", "de", "Deutschland"))))
        .isEqualTo(new Changes(1, 1, 0, 0));
  }

  @Test
  void rowsMaySwapUniqueValues() {
    createItems();
    dsl.execute("insert into \"item\" values (1, 'a', 'x', 1), (2, 'b', 'y', 2), (3, 'c', 'z', 3)");
    changes(seed -> seed.upsert(countries("de", "Germany", "fr", "France", "es", "Spain")));

    assertThat(changes(seed -> seed.upsert(items(item(1, "a", "y", "1"), item(2, "b", "x", "2")))))
        .isEqualTo(new Changes(0, 2, 0, 0));
    assertThat(
            changes(seed -> seed.sync(items(item(2, "a", "y", "1"), item(1, "b", "z", "2")), CODE)))
        .isEqualTo(new Changes(0, 2, 0, 1));
    assertThat(contents()).isEqualTo("[1 b z 2.00, 2 a y 1.00]");
    assertThat(
            changes(seed -> seed.upsert(countries("de", "France", "fr", "Spain", "es", "Germany"))))
        .isEqualTo(new Changes(0, 3, 0, 0));
    assertThat(dsl.select(CODE, NAME).from(COUNTRY).orderBy(CODE).fetch().formatCSV(false))
        .isEqualTo("de,France\nes,Germany\nfr,Spain\n");
  }

  @Test
  void rowsMayMoveUpOneAfterTheOther() {
    dsl.execute(
        "create table \"step\" (\"code\" varchar(2) not null primary key, \"home\" varchar(2) not"
            + " null, \"age\" integer not null, unique (\"home\", \"age\"))");
    Table<Record> step = table(name("step"));
    Function<Integer, RowSource> steps =
        start ->
            RowSource.of(
                step,
                List.of(CODE, HOME, AGE),
                IntStream.range(0, 20)
                    .mapToObj(i -> new Object[] {"" + (char) ('a' + i), "x", start + i})
                    .toList());
    changes(seed -> seed.insertMissing(steps.apply(1)));

    assertThat(changes(seed -> seed.upsert(steps.apply(2)))).isEqualTo(new Changes(0, 20, 0, 0));
    assertThat(changes(seed -> seed.upsert(steps.apply(1)))).isEqualTo(new Changes(0, 20, 0, 0));
    assertThat(dsl.select(AGE).from(step).orderBy(CODE).fetch(AGE))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
  }

  @Test
  void valuesOfATypeWithoutAnyToSpareAreNotSwapped() {
    assumeThat(database).as("looks for unique values at the end").isNotEqualTo(TestDatabase.HSQLDB);
    dsl.execute(
        "create table \"letter\" (\"id\" integer not null primary key, \"code\" varchar(1) not null,"
            + " constraint \"code_once\" unique (\"code\"))");
    Table<Record> letter = table(name("letter"));
    dsl.execute("insert into \"letter\" values (1, 'a'), (2, 'b')");
    RowSource swapped =
        RowSource.of(
            letter, List.of(ID, CODE), List.of(new Object[] {1, "b"}, new Object[] {2, "a"}));

    assertThat(refused(seed -> seed.upsert(swapped)))
        .hasMessageContaining("a value that must be unique is there already");
    assertThat(dsl.select(CODE).from(letter).orderBy(ID).fetch(CODE)).containsExactly("a", "b");
  }

  @Test
  void aValueThatOthersReferToIsNeverGivenUpForAWhile() {
    assumeThat(database).as("looks for unique values at the end").isNotEqualTo(TestDatabase.HSQLDB);
    createItems();
    dsl.execute("insert into \"item\" values (1, 'a', 'x', 1), (2, 'b', 'y', 2)");
    dsl.execute(
        "create table \"use\" (\"order\" varchar(20), foreign key (\"order\") references \"item\""
            + " (\"order\") on update cascade)");
    dsl.execute("insert into \"use\" values ('x')");

    assertThat(
            refused(seed -> seed.upsert(items(item(1, "a", "y", "1"), item(2, "b", "x", "2"))))
                .row())
        .hasValue(1);
    assertThat(dsl.fetchValue("select \"order\" from \"use\"")).isEqualTo("x");
  }

  @Test
  void onlyTheCaseOfLettersOrBlanksAtTheEndAreAChange() {
    changes(seed -> seed.upsert(countries("de", "Germany", "fr", "France")));

    assertThat(changes(seed -> seed.upsert(countries("de", "GERMANY", "fr", "France "))))
        .isEqualTo(new Changes(0, 2, 0, 0));
    assertThat(dsl.select(NAME).from(COUNTRY).orderBy(CODE).fetch(NAME))
        .containsExactly("GERMANY", "France ");
    assertThat(changes(seed -> seed.upsert(countries("de", "GERMANY", "fr", "France "))))
        .isEqualTo(new Changes(0, 0, 2, 0));
  }

  @Test
  void keysThatTellNothingApartAreRefused() {
    createItems();

    assertThat(refused(seed -> seed.upsert(countries("de", "A", "fr", "B", "de", "C"))))
        .hasMessage(
            """
            Seed "verb" failed at row 3 of "country"; its transaction was rolled back.
              Cause: Row 1 has the same key (code).
                To fix: remove one of the two, or name more columns as the key.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(refused(seed -> seed.upsert(countries("de", "A", null, "B"))))
        .hasMessage(
            """
            Seed "verb" failed at row 2 of "country"; its transaction was rolled back.
              Cause: Its key has no value in "code".
                To fix: give it one, or leave the column out of the key.
              To repeat exactly: Seeder.randomSeed(0)""");
    dsl.execute("insert into \"item\" values (1, 'a', 'x', 5), (2, 'b', 'y', 5)");
    assertThat(
            refused(
                seed -> seed.upsert(items(item(7, "a", "x", "4"), item(8, "c", "z", "5")), PRICE)))
        .hasMessage(
            """
            Seed "verb" failed at row 2 of "item"; its transaction was rolled back.
              Cause: 2 rows of "item" have its key (Unit Price).
                To fix: name more columns as the key, and let a unique constraint hold them.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(contents()).isEqualTo("[1 a x 5.00, 2 b y 5.00]");
    assertThat(dsl.fetchCount(COUNTRY)).isZero();
  }

  @Test
  void aKeyThatIsNotThereIsRefused() {
    createItems();
    RowSource rows = RowSource.of(ITEM, List.of(CODE, PRICE), List.of());
    Field<String> lost = field(name("cod"), VARCHAR);

    assertThat(refused(seed -> seed.upsert(rows)))
        .hasMessage(
            """
            Seed "verb" failed at table "item"; its transaction was rolled back.
              Cause: The rows do not bring all of the primary key of "item" (id), and no other key \
            was named.
                To fix: name the columns that tell its rows apart.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(refused(seed -> seed.upsert(rows, ID)))
        .hasMessage(
            """
            Seed "verb" failed at table "item"; its transaction was rolled back.
              Cause: The rows bring no column "id", which is to be their key.
                Their columns: code, Unit Price
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(refused(seed -> seed.upsert(rows, lost)))
        .hasMessage(
            """
            Seed "verb" failed at table "item"; its transaction was rolled back.
              Cause: Column "cod" is not in table "item".
                Did you mean "code"?
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(
            refused(
                seed ->
                    seed.upsert(RowSource.of(table(name("countri")), List.of(CODE), List.of()))))
        .hasMessageContaining("there is no table \"countri\".\n    Did you mean \"country\"?");
  }

  @Test
  void namesTheRowThatIsRefused() {
    createItems();
    Function<Integer, RowSource> bad =
        at ->
            RowSource.of(
                CUSTOMER,
                List.of(ID, HOME, AGE),
                IntStream.rangeClosed(1, 2_000)
                    .mapToObj(i -> new Object[] {i, i == at ? "xx" : "de", 30})
                    .toList());
    seeder(COUNTRIES).withoutHistory().run();

    for (int at : new int[] {1, 2, 1_000, 1_999, 2_000}) {
      assertThat(refused(seed -> seed.upsert(bad.apply(at))).row()).hasValue(at);
    }
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
    changes(seed -> seed.upsert(bad.apply(0)));
    for (int at : new int[] {1, 2, 1_000, 1_999, 2_000}) {
      assertThat(refused(seed -> seed.upsert(bad.apply(at))).row()).hasValue(at);
    }
    assertThat(changes(seed -> seed.upsert(bad.apply(0)))).isEqualTo(new Changes(0, 0, 2_000, 0));
  }

  @Test
  void factoriesBringRowsToo() {
    seeder(COUNTRIES).withoutHistory().run();
    Factory<Record> customers =
        Factory.of(CUSTOMER)
            .generate(ID, draw -> Math.toIntExact(draw.row()))
            .set(HOME, "de")
            .set(AGE, 30);

    assertThat(changes(seed -> seed.upsert(customers.rows(1_500))))
        .isEqualTo(new Changes(1_500, 0, 0, 0));
    assertThat(changes(seed -> seed.upsert(customers.set(AGE, 31).rows(1_490, 1_510))))
        .isEqualTo(new Changes(10, 10, 0, 0));
    assertThat(dsl.fetchCount(CUSTOMER, AGE.eq(31))).isEqualTo(20);
  }

  @Test
  void severalVerbsShareATransaction() {
    SeedReport report =
        seeder(
                Seed.of(
                    "verbs",
                    seed -> {
                      seed.insert(countries("de", "Germany"));
                      seed.upsert(countries("de", "Deutschland", "fr", "France"));
                      seed.insertMissing(countries("fr", "no", "es", "Spain"), CODE);
                    }))
            .run();

    assertThat(report.entries().get(0).changes())
        .containsExactly(Map.entry("country", new Changes(3, 1, 1, 0)));
    assertThat(report.totalRows()).isEqualTo(3);
  }

  private static RowSource customers(int... ids) {
    return RowSource.of(
        CUSTOMER,
        List.of(ID, HOME, AGE),
        IntStream.of(ids).mapToObj(id -> new Object[] {id, "de", id}).toList());
  }

  @Test
  void syncDeletesWhatWasNotBrought() {
    changes(seed -> seed.sync(countries("de", "Germany", "fr", "France", "es", "Spain"), CODE));

    assertThat(
            changes(
                seed -> seed.sync(countries("de", "Spain", "fr", "France", "it", "Italy"), CODE)))
        .isEqualTo(new Changes(1, 1, 1, 1));
    assertThat(dsl.select(CODE, NAME).from(COUNTRY).orderBy(CODE).fetch().formatCSV(false))
        .isEqualTo("de,Spain\nfr,France\nit,Italy\n");
    assertThat(changes(seed -> seed.sync(countries(), CODE))).isEqualTo(new Changes(0, 0, 0, 3));
  }

  @Test
  void syncStaysWithinItsScope() {
    seeder(COUNTRIES).withoutHistory().run();
    changes(seed -> seed.insertMissing(customers(1, 2, 30, 40)));

    assertThat(changes(seed -> seed.sync(customers(2, 3), AGE.lt(10).or(AGE.isNull()), ID)))
        .isEqualTo(new Changes(1, 0, 1, 1));
    assertThat(dsl.select(ID).from(CUSTOMER).orderBy(ID).fetch(ID)).containsExactly(2, 3, 30, 40);
    assertThat(refused(seed -> seed.sync(customers(2, 3, 50), AGE.lt(10), ID)))
        .hasMessage(
            """
            Seed "verb" failed at row 3 of "customer"; its transaction was rolled back.
              Cause: It is not within the scope, in which rows that are not brought are deleted.
                To fix: leave the row out, or widen the scope.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(4);
  }

  @Test
  void syncNeedsAKey() {
    assertThat(refused(seed -> seed.sync(customers(1))))
        .hasMessage(
            """
            Seed "verb" failed; its transaction was rolled back.
              Cause: sync(...) deletes what was not brought, and needs a key to know it.
                To fix: name the columns that tell rows apart, as in sync(rows, GENRE.CODE).
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Test
  void parentsAreDeletedAfterTheirChildrenAtTheEndOfTheSeed() {
    seeder(
            Seed.of(
                "first",
                seed -> {
                  seed.insert(countries("de", "Germany", "fr", "France"));
                  seed.insert(customers(1, 2));
                }))
        .withoutHistory()
        .run();

    assertThat(refused(seed -> seed.sync(countries("fr", "France"), CODE)))
        .hasMessage(
            """
            Seed "verb" failed; its transaction was rolled back.
              Cause: "country" has rows that are not in its source any more (1), but others refer to \
            them: 2 of "customer.home".
                To fix: sync those others in the same seed, or let them refer elsewhere.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(dsl.fetchCount(COUNTRY)).isEqualTo(2);
    SeedReport report =
        seeder(
                Seed.of(
                    "both",
                    seed -> {
                      seed.sync(countries("fr", "France"), CODE);
                      seed.sync(customers(), ID);
                    }))
            .withoutHistory()
            .run();

    assertThat(report.entries().get(0).changes())
        .containsExactly(
            Map.entry("country", new Changes(0, 0, 1, 1)),
            Map.entry("customer", new Changes(0, 0, 0, 2)));
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
    assertThat(dsl.select(CODE).from(COUNTRY).fetch(CODE)).containsExactly("fr");
  }

  @Test
  void rowsThatReferToEachOtherGoTogether() {
    dsl.execute(
        "create table \"node\" (\"id\" integer not null primary key, \"parent\" integer references"
            + " \"node\" (\"id\") on delete cascade)");
    Table<Record> node = table(name("node"));
    Field<Integer> parent = field(name("parent"), INTEGER);
    dsl.execute("insert into \"node\" values (1, null), (2, 1), (3, 2), (4, 4), (5, 1)");
    RowSource rows =
        RowSource.of(
            node, List.of(ID, parent), List.of(new Object[] {6, null}, new Object[] {5, 6}));

    assertThat(changes(seed -> seed.sync(rows, ID))).isEqualTo(new Changes(1, 1, 0, 4));
    assertThat(dsl.select(ID, parent).from(node).orderBy(ID).fetch().formatCSV(false))
        .isEqualTo("5,6\n6,\"\"\n");
  }

  @Test
  void rowsThatAlwaysReferToOneOfTheirTableGoAsWell() {
    dsl.execute(
        "create table \"node\" (\"id\" integer not null primary key, \"root\" integer not null,"
            + " foreign key (\"root\") references \"node\" (\"id\"))");
    dsl.execute(
        "create table \"leaf\" (\"id\" integer not null primary key, \"node\" integer not null,"
            + " foreign key (\"node\") references \"node\" (\"id\"))");
    Table<Record> node = table(name("node"));
    Field<Integer> root = field(name("root"), INTEGER);
    dsl.execute("insert into \"node\" values (1, 1)");
    dsl.execute("insert into \"node\" values (2, 1)");
    dsl.execute("insert into \"node\" values (3, 3)");
    dsl.execute("insert into \"node\" values (4, 4)");
    dsl.execute("insert into \"leaf\" values (1, 4)");
    RowSource rows = RowSource.of(node, List.of(ID, root), List.<Object[]>of(new Object[] {3, 3}));

    assertThat(refused(seed -> seed.sync(rows, ID)))
        .hasMessageContaining("\"leaf.node\"")
        .hasMessageContaining("others refer to");
    dsl.execute("delete from \"leaf\"");

    assertThat(changes(seed -> seed.sync(rows, ID))).isEqualTo(new Changes(0, 0, 1, 3));
    assertThat(dsl.select(ID).from(node).fetch(ID)).containsExactly(3);
  }

  @Test
  void aSeedThatFailsLeavesNothingOfItsVerbs() {
    changes(seed -> seed.sync(countries("de", "Germany", "fr", "France"), CODE));
    Consumer<SeedContext> body =
        seed -> {
          seed.insert(countries("es", "Spain"));
          seed.upsert(countries("de", "Deutschland"));
          seed.sync(countries("de", "Deutschland", "it", "Italy"), CODE);
          throw new IllegalStateException("Too late.");
        };

    assertThat(failure(seeder(seed("late", body).asReferenceData())))
        .hasMessageContaining("Too late.");
    assertThat(dsl.select(CODE, NAME).from(COUNTRY).orderBy(CODE).fetch().formatCSV(false))
        .isEqualTo("de,Germany\nfr,France\n");
  }
}
