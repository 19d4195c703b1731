package dev.seeder;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.rows.RowSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on one real database, which is fresh for each test and has two tables. */
abstract class DatabaseContract {

  static final Table<Record> COUNTRY = table(name("country"));
  static final Field<String> CODE = field(name("code"), VARCHAR(2));
  static final Field<String> NAME = field(name("name"), VARCHAR(50));

  static final Table<Record> CUSTOMER = table(name("customer"));
  static final Field<Integer> ID = field(name("id"), INTEGER);
  static final Field<String> HOME = field(name("home"), VARCHAR(2));
  static final Field<Integer> AGE = field(name("age"), INTEGER);

  static final Table<Record> HISTORY = table(name("seeder_history"));

  static final Seed COUNTRIES =
      Seed.of(
          "countries",
          seed -> seed.dsl().insertInto(COUNTRY, CODE, NAME).values("de", "Germany").execute());

  private static final Set<String> OF_THE_DATABASE =
      Set.of("information_schema", "pg_catalog", "system_lobs");

  @TempDir Path directory;
  final TestDatabase database;
  String url;
  DataSource dataSource;
  DSLContext dsl;

  DatabaseContract(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void createTables() {
    url = address(database.freshUrl(directory));
    dataSource = database.dataSource(url);
    dsl = DSL.using(dataSource, database.dialect());
    dsl.execute(
        """
        create table "country" (
          "code" varchar(2) not null,
          "name" varchar(50) not null,
          constraint "country_key" primary key ("code"),
          constraint "country_name_once" unique ("name"))""");
    dsl.execute(
        """
        create table "customer" (
          "id" integer not null,
          "home" varchar(2) not null,
          "age" integer,
          constraint "customer_key" primary key ("id"),
          constraint "customer_home" foreign key ("home") references "country" ("code"),
          constraint "customer_age" check ("age" >= 0))""");
  }

  /** Returns the address of the database for the driver that is tried. */
  String address(String fresh) {
    return fresh;
  }

  @AfterEach
  void dropTables() {
    if (dsl != null) { // as it is where an assumption has left the test out
      database.drop(dsl);
    }
  }

  /** Returns a seeder of these seeds in this order. */
  Seeder seeder(Seed... seeds) {
    return Seeder.of(dsl).seeds(seeds);
  }

  /** Returns rows for "customer", to be made when they are read; the row is counted from 1. */
  static RowSource customers(int count, IntFunction<Object[]> row) {
    return RowSource.of(
        CUSTOMER,
        List.of(ID, HOME, AGE),
        () -> IntStream.rangeClosed(1, count).mapToObj(row).iterator());
  }

  static Object[] customer(int id) {
    return new Object[] {id, "de", 30};
  }

  /** Returns a seed that inserts customers, all well but for the one row given. */
  static Seed customersBut(int badRow, int count, Object... bad) {
    return Seed.of(
        "customers", seed -> seed.insert(customers(count, i -> i == badRow ? bad : customer(i))));
  }

  /** Returns the failure of a run. */
  static SeedException failure(Seeder seeder) {
    return catchThrowableOfType(SeedException.class, seeder::run);
  }

  /** Returns seeds and outcomes, such as {@code "countries APPLIED"}. */
  static List<String> outcomes(SeedReport report) {
    return report.entries().stream().map(entry -> entry.seed() + " " + entry.outcome()).toList();
  }

  /** Returns seeds, outcomes and reasons. */
  static List<String> reasons(SeedReport report) {
    return report.entries().stream()
        .map(entry -> entry.seed() + " " + entry.outcome() + ": " + entry.reason())
        .toList();
  }

  /** Returns the seeds recorded, in the order of their names. */
  List<String> recorded() {
    return recorded(HISTORY);
  }

  List<String> recorded(Table<?> history) {
    Field<String> seed = field(name("seed"), VARCHAR);
    Field<String> revision = field(name("revision"), VARCHAR);
    return dsl.select(seed, revision)
        .from(history)
        .where(seed.ne("(lock)"))
        .orderBy(seed, revision)
        .fetch(row -> row.value1() + " " + row.value2());
  }

  List<String> tables() {
    boolean maria = database == TestDatabase.MARIADB || database == TestDatabase.MYSQL;
    Object only = maria ? dsl.fetchValue("select database()") : null;
    return dsl.meta().getTables().stream()
        .filter(table -> !OF_THE_DATABASE.contains(schema(table).toLowerCase(Locale.ROOT)))
        .filter(table -> only == null || only.equals(schema(table)))
        .map(Table::getName)
        .toList();
  }

  private static String schema(Table<?> table) {
    return table.getSchema() == null ? "" : table.getSchema().getName();
  }

  /** Returns a seed to which dependencies, a revision, data files and a kind can be added. */
  static TestSeed seed(String name, Consumer<SeedContext> body) {
    return new TestSeed(name, List.of(), 1, List.of(), false, Set.of(), body);
  }

  record TestSeed(
      String name,
      List<String> needed,
      int revision,
      List<String> dataFiles,
      boolean isReferenceData,
      Set<String> environments,
      Consumer<SeedContext> body)
      implements Seed {

    TestSeed after(String... seeds) {
      return new TestSeed(
          name, Arrays.asList(seeds), revision, dataFiles, isReferenceData, environments, body);
    }

    TestSeed revision(int changed) {
      return new TestSeed(name, needed, changed, dataFiles, isReferenceData, environments, body);
    }

    TestSeed reading(String... files) {
      return new TestSeed(
          name, needed, revision, Arrays.asList(files), isReferenceData, environments, body);
    }

    TestSeed asReferenceData() {
      return new TestSeed(name, needed, revision, dataFiles, true, environments, body);
    }

    TestSeed in(String... names) {
      return new TestSeed(name, needed, revision, dataFiles, isReferenceData, Set.of(names), body);
    }

    @Override
    public Set<String> dependsOn() {
      return Set.copyOf(needed);
    }

    @Override
    public void run(SeedContext seed) {
      body.accept(seed);
    }
  }
}
