package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.DECIMAL;
import static org.jooq.impl.SQLDataType.DOUBLE;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.LOCALDATETIME;
import static org.jooq.impl.SQLDataType.LOCALTIME;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.rows.Factory;
import dev.seeder.rows.RowScope;
import dev.seeder.rows.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jooq.impl.TableRecordImpl;
import org.junit.jupiter.api.Test;

/** What inserting rows is: bulk, failures by row, counts, types. On every database. */
abstract class InsertContract extends DatabaseContract {

  InsertContract(TestDatabase database) {
    super(database);
  }

  /** A rule of the tables, and how a violation is told. */
  enum Rule {
    UNIQUE,
    NOT_NULL,
    FOREIGN_KEY,
    CHECK
  }

  /** Returns how a violation on "customer" is told, in our words and with the database's name. */
  abstract String violated(Rule rule);

  @Test
  void namesTheRowThatTheDatabaseRefuses() {
    seeder(COUNTRIES).run();

    for (int row : new int[] {1, 3, 1_000, 1_001, 1_500, 2_000}) {
      assertRefused(row, "customer", violated(Rule.NOT_NULL), row, null, 30);
      assertRefused(row, "customer", violated(Rule.FOREIGN_KEY), row, "xx", 30);
      assertRefused(row, "customer", violated(Rule.CHECK), row, "de", -1);
      assertRefused(Math.max(row, 2), "customer", violated(Rule.UNIQUE), 1, "de", 30);
    }
  }

  private void assertRefused(int row, String table, String cause, Object... bad) {
    int badRow = row;
    SeedException failure = failure(seeder(COUNTRIES, customersBut(badRow, 2_000, bad)));

    assertThat(failure)
        .hasMessage(
            String.format(
                Locale.ROOT,
                """
                Seed "customers" failed at row %,d of "%s"; its transaction was rolled back.
                  Cause: %s
                  To repeat exactly: Seeder.randomSeed(0)""",
                row,
                table,
                cause));
    assertThat(failure.table()).isEqualTo(table);
    assertThat(failure.row()).hasValue(row);
    assertThat(failure.getCause()).isInstanceOf(SQLException.class);
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
  }

  @Test
  void namesTheRowThatDoesNotFitItsColumns() {
    seeder(COUNTRIES).run();

    assertThat(failure(seeder(customersBut(1_500, 2_000, 1_500, 49, 30))))
        .hasMessage(
            """
            Seed "customers" failed at row 1,500 of "customer"; its transaction was rolled back.
              Cause: Column "home" takes java.lang.String, but its value is of java.lang.Integer.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(failure(seeder(customersBut(2_000, 2_000, 2_000, "de"))))
        .hasMessage(
            """
            Seed "customers" failed at row 2,000 of "customer"; its transaction was rolled back.
              Cause: The row has 2 values for 3 columns: id, home, age.
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
  }

  @Test
  void namesTheRowThatCannotBeMade() {
    Seed generated =
        Seed.of(
            "customers",
            seed ->
                seed.insert(
                    Factory.of(CUSTOMER)
                        .generate(ID, draw -> Math.toIntExact(draw.row()))
                        .generate(
                            HOME,
                            draw -> {
                              if (draw.row() == 1_233) {
                                throw new IllegalStateException("There is no country left.");
                              }
                              return "de";
                            })
                        .rows(2_000)));
    Seed iterated =
        Seed.of(
            "customers",
            seed ->
                seed.insert(
                    customers(
                        2_000,
                        i -> {
                          if (i == 1_001) {
                            throw new UncheckedIOException(new IOException("Mary, 42"));
                          }
                          return customer(i);
                        })));

    SeedException failure = failure(seeder(COUNTRIES, generated));

    assertThat(failure.getMessage().replaceAll("line \\d+", "line ..."))
        .isEqualTo(
            """
            Seed "customers" failed at row 1,234 of "customer"; its transaction was rolled back.
              Cause: There is no country left.
                Said by the generator of column "customer.home" in InsertContract.java, line ....
              Applied before it in this run: countries
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(failure.getCause()).isInstanceOf(IllegalStateException.class);
    assertThat(failure(seeder(COUNTRIES, iterated)))
        .hasMessage(
            """
            Seed "customers" failed at row 1,001 of "customer"; its transaction was rolled back.
              Cause: java.io.UncheckedIOException
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThat(dsl.fetchCount(CUSTOMER)).isZero();
  }

  @Test
  void namesTheTableThatIsNotThere() {
    RowSource lost =
        RowSource.of(table(name("lost")), List.of(ID), List.<Object[]>of(new Object[] {1}));

    SeedException failure = failure(seeder(Seed.of("lost", seed -> seed.insert(lost))));

    assertThat(failure)
        .hasMessageStartingWith(
            """
            Seed "lost" failed at table "lost"; its transaction was rolled back.
              Cause: there is no table "lost".
                Tables: \
            """)
        .hasMessageContaining("customer")
        .hasMessageEndingWith(
            "\n    To fix: create it by a migration that runs before the seed."
                + "\n  To repeat exactly: Seeder.randomSeed(0)");
    assertThat(failure.table()).isEqualTo("lost");
    assertThat(failure.row()).isEmpty();
  }

  @Test
  void rowsAreReadOnceAndClosed() {
    var events = new ArrayList<String>();
    RowSource source =
        new RowSource() {
          @Override
          public Table<?> table() {
            return CUSTOMER;
          }

          @Override
          public OpenRows open(RowScope scope) {
            events.add("opened");
            return new OpenRows(
                List.of(ID, HOME),
                IntStream.range(0, 3)
                    .mapToObj(i -> new Object[] {i, "de"})
                    .onClose(() -> events.add("closed")));
          }
        };

    seeder(COUNTRIES, Seed.of("customers", seed -> seed.insert(source))).run();

    assertThat(events).containsExactly("opened", "closed");
    assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(3);
  }

  @Test
  void numbersThatAreGivenAreNotGivenAgain() {
    Table<Record> ticket = table(name("ticket"));
    Field<Integer> number = field(name("number"), INTEGER);
    dsl.createTable(ticket)
        .column(number, INTEGER.identity(true))
        .column("note", VARCHAR(10))
        .primaryKey(number)
        .execute();
    Factory<Record> tickets = Factory.of(ticket).generate(number, draw -> (int) draw.row() + 5);
    Seed failing =
        Seed.of(
            "failing",
            seed -> {
              seed.insert(tickets.rows(10, 20));
              throw new IllegalStateException("no");
            });

    Seeder.of(dataSource).seeds(Seed.of("tickets", seed -> seed.insert(tickets.rows(3)))).run();
    failure(seeder(failing));
    dsl.insertInto(ticket, field(name("note"), VARCHAR)).values("next").execute();

    List<Integer> numbers = dsl.select(number).from(ticket).orderBy(number).fetch(number);
    assertThat(numbers.subList(0, 3)).containsExactly(5, 6, 7);
    assertThat(numbers).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void numbersThatStatementsOfTheSeedGaveAreNotGivenAgain() {
    Table<Record> ticket = table(name("ticket"));
    Table<Record> coupon = table(name("cou\"pon"));
    Table<Record> label = table(name("label"));
    Field<Integer> number = field(name("number"), INTEGER);
    Field<String> note = field(name("note"), VARCHAR(10));
    List<Table<Record>> all = List.of(ticket, coupon, label);
    for (Table<Record> each : all) {
      dsl.createTable(each)
          .column(number, INTEGER.identity(true))
          .column(note)
          .primaryKey(number)
          .execute();
    }
    Seed explicit =
        Seed.of(
            "explicit",
            seed -> {
              seed.dsl().insertInto(ticket, number).values(1).values(2).execute();
              seed.dsl()
                  .batch(seed.dsl().insertInto(coupon, number).values((Integer) null))
                  .bind(1)
                  .bind(2)
                  .execute();
              seed.dsl()
                  .connection(
                      connection -> {
                        try (Statement statement = connection.createStatement()) {
                          statement.addBatch(
                              seed.dsl().renderInlined(insertInto(label, number).values(1)));
                          statement.addBatch(
                              seed.dsl().renderInlined(insertInto(label, number).values(2)));
                          statement.executeBatch();
                        }
                      });
            });

    seeder(explicit).run();

    for (Table<Record> each : all) {
      dsl.insertInto(each, note).values("next").execute();
      assertThat(dsl.select(number).from(each).orderBy(number).fetch(number))
          .containsExactly(1, 2, 3);
    }
  }

  @Test
  void emptySourcesAndRowsOfDefaultsAreWritten() {
    dsl.execute("create table \"counter\" (\"n\" integer default 7)");
    Table<Record> counter = table(name("counter"));
    Seed seed =
        Seed.of(
            "counter",
            context -> {
              assertThat(context.insert(customers(0, DatabaseContract::customer))).isZero();
              assertThat(context.insert(Factory.of(counter).rows(3))).isEqualTo(3);
            });

    SeedReport report = seeder(seed).run();

    assertThat(dsl.select(field(name("n"), INTEGER)).from(counter).fetch(0, Integer.class))
        .containsExactly(7, 7, 7);
    assertThat(report.totalRows()).isEqualTo(3);
  }

  @Test
  void theUsersJooqSettingsDoNotDisturbIt() {
    for (StatementType type : StatementType.values()) {
      for (ParamType params : ParamType.values()) {
        DSLContext configured =
            DSL.using(
                dsl.configuration()
                    .deriveSettings(s -> s.withStatementType(type).withParamType(params)));
        Seeder.of(configured)
            .seeds(
                Seed.of(
                    "customers",
                    seed -> {
                      seed.dsl().deleteFrom(CUSTOMER).execute();
                      seed.dsl().deleteFrom(COUNTRY).execute();
                      COUNTRIES.run(seed);
                      seed.insert(customers(2, DatabaseContract::customer));
                    }))
            .withoutHistory()
            .run();

        assertThat(dsl.fetchCount(CUSTOMER)).isEqualTo(2);
      }
    }
  }

  @Test
  void countsTheRowsThatAnInsertReturns() {
    assumeThat(url).as("MySQL's driver takes no RETURNING").doesNotStartWith("jdbc:mysql:");

    assertThat(
            List.of(
                count("one", seed -> insert(seed.dsl(), 1).returning(ID).fetch()),
                count("many", seed -> insert(seed.dsl(), 1, 2, 3).returning(ID).fetch())))
        .containsExactly("one {customer=1}", "many {customer=3}");
  }

  @Test
  void countsTheRowsOfEveryWayToInsert() {
    var counted = new ArrayList<String>();
    counted.add(count("bulk", seed -> seed.insert(customers(4, DatabaseContract::customer))));
    counted.add(count("statement", seed -> insert(seed.dsl(), 1).execute()));
    counted.add(count("multi-row", seed -> insert(seed.dsl(), 1, 2, 3).execute()));
    counted.add(
        count(
            "bind",
            seed ->
                seed.dsl()
                    .batch(insert(seed.dsl(), 0))
                    .bind(1, "de", 1)
                    .bind(2, "de", 1)
                    .execute()));
    counted.add(
        count(
            "batch",
            seed -> seed.dsl().batch(insert(seed.dsl(), 1), insert(seed.dsl(), 2)).execute()));
    counted.add(
        count(
            "records",
            seed ->
                seed.dsl()
                    .batchInsert(List.of(record(seed.dsl(), 1), record(seed.dsl(), 2)))
                    .execute()));
    counted.add(count("record", seed -> record(seed.dsl(), 1).insert()));
    counted.add(
        count(
            "select",
            seed -> {
              insert(seed.dsl(), 1, 2).execute();
              seed.dsl()
                  .insertInto(CUSTOMER, ID, HOME)
                  .select(seed.dsl().select(ID.plus(10), HOME).from(CUSTOMER))
                  .execute();
            }));
    counted.add(count("loader", seed -> load(seed.dsl(), 1, 2)));
    counted.add(count("loader in batches", seed -> loadInBatches(seed.dsl(), 1, 2, 3, 4, 5)));
    counted.add(
        count(
            "ignoring",
            seed ->
                seed.dsl()
                    .insertInto(CustomerTable.CUSTOMERS)
                    .columns(CustomerTable.CUSTOMERS.fields())
                    .values(1, "de", 30)
                    .onConflict(CustomerTable.CUSTOMERS.field(ID))
                    .doNothing()
                    .execute()));
    counted.add(
        count(
            "plain", seed -> seed.dsl().execute("insert into \"customer\" values (1, 'de', 30)")));
    counted.add(
        count(
            "update",
            seed -> {
              insert(seed.dsl(), 1, 2).execute();
              seed.dsl().update(CUSTOMER).set(AGE, 1).execute();
              seed.dsl().deleteFrom(CUSTOMER).execute();
            }));
    counted.add(
        count(
            "undone",
            seed -> {
              insert(seed.dsl(), 1).execute();
              try {
                seed.dsl()
                    .transaction(
                        nested -> {
                          insert(nested.dsl(), 2, 3).execute();
                          seed.insert(customers(9, i -> customer(i + 10)));
                          throw new NoSuchElementException();
                        });
              } catch (NoSuchElementException e) {
                insert(seed.dsl(), 4).execute();
              }
            }));

    assertThat(counted)
        .containsExactly(
            "bulk {customer=4}",
            "statement {customer=1}",
            "multi-row {customer=3}",
            "bind {customer=2}",
            "batch {customer=2}",
            "records {customer=2}",
            "record {customer=1}",
            "select {customer=4}",
            "loader {customer=2}",
            "loader in batches {customer=5}",
            "ignoring {customer=1}",
            "plain {}",
            "update {customer=2}",
            "undone {customer=2}");
  }

  private String count(String name, Consumer<SeedContext> body) {
    dsl.deleteFrom(CUSTOMER).execute();
    SeedReport report = seeder(COUNTRIES, seed(name, body).after("countries")).run();
    Map<String, Long> rows = report.entries().get(1).rows();
    return name + " " + rows;
  }

  private static InsertValuesStepN<Record> insert(DSLContext dsl, int... ids) {
    InsertValuesStepN<Record> insert =
        dsl.insertInto(CUSTOMER).columns(new Field<?>[] {ID, HOME, AGE});
    for (int id : ids) {
      insert = insert.values(id, "de", 30);
    }
    return insert;
  }

  private static TableRecordImpl<?> record(DSLContext dsl, int id) {
    var record = dsl.newRecord(CustomerTable.CUSTOMERS);
    record.set(ID, id);
    record.set(HOME, "de");
    record.set(AGE, 30);
    return record;
  }

  private static void load(DSLContext dsl, int... ids) {
    try {
      dsl.loadInto(CustomerTable.CUSTOMERS)
          .loadArrays(
              Arrays.stream(ids).mapToObj(DatabaseContract::customer).toArray(Object[][]::new))
          .fields(CustomerTable.CUSTOMERS.fields())
          .execute();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void loadInBatches(DSLContext dsl, int... ids) {
    try {
      dsl.loadInto(CustomerTable.CUSTOMERS)
          .bulkAfter(2)
          .batchAfter(2)
          .loadArrays(
              Arrays.stream(ids).mapToObj(DatabaseContract::customer).toArray(Object[][]::new))
          .fields(CustomerTable.CUSTOMERS.fields())
          .execute();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As generated code would have it. */
  static final class CustomerTable extends TableImpl<CustomerRecord> {
    private static final long serialVersionUID = 1L;
    static final CustomerTable CUSTOMERS = new CustomerTable();

    private CustomerTable() {
      super(name("customer"));
      createField(name("id"), INTEGER.nullable(false));
      createField(name("home"), VARCHAR(2).nullable(false));
      createField(name("age"), INTEGER);
    }

    @Override
    public Class<CustomerRecord> getRecordType() {
      return CustomerRecord.class;
    }
  }

  /** As generated code would have it. */
  static final class CustomerRecord extends TableRecordImpl<CustomerRecord> {
    private static final long serialVersionUID = 1L;

    CustomerRecord() {
      super(CustomerTable.CUSTOMERS);
    }
  }

  /** A column of one type, its DDL, and values for it. */
  record Typed<T>(String ddl, DataType<T> type, List<T> values) {}

  /** Returns the types that only this database has. */
  abstract List<Typed<?>> ownTypes();

  static final Converter<String, Currency> CURRENCY =
      Converter.ofNullable(
          String.class, Currency.class, Currency::getInstance, Currency::getCurrencyCode);

  @Test
  void writesEveryTypeAsJooqDoes() {
    var types =
        new ArrayList<Typed<?>>(
            List.of(
                new Typed<>("bigint", BIGINT, List.of(Long.MIN_VALUE, 42L)),
                new Typed<>(
                    "decimal(20, 10)",
                    DECIMAL(20, 10),
                    List.of(new BigDecimal("1234567890.0123456789"), new BigDecimal("1E+2"))),
                new Typed<>("double precision", DOUBLE, List.of(0.1, -1e300)),
                new Typed<>("boolean", BOOLEAN, List.of(true, false)),
                new Typed<>(anyText(), VARCHAR, List.of("", "ğü '\" \\ 😀\n")),
                new Typed<>("date", LOCALDATE, List.of(LocalDate.of(2024, 2, 29))),
                new Typed<>("time", LOCALTIME, List.of(LocalTime.of(23, 59, 59))),
                new Typed<>(
                    "timestamp",
                    LOCALDATETIME,
                    List.of(LocalDateTime.of(2024, 3, 30, 2, 30, 0, 123_456_000))),
                new Typed<>(
                    "char(3)",
                    VARCHAR(3).asConvertedDataType(CURRENCY),
                    List.of(Currency.getInstance("EUR"))),
                new Typed<>(
                    "varchar(20)", VARCHAR.asConvertedDataType(new Shouting()), List.of("quiet"))));
    types.addAll(ownTypes());

    for (Typed<?> type : types) {
      assertWrittenAsJooqDoes(type);
    }
  }

  private <T> void assertWrittenAsJooqDoes(Typed<T> type) {
    Table<Record> table = table(name("typed"));
    Field<T> column = field(name("c"), type.type());
    Field<Integer> row = field(name("r"), INTEGER);
    dsl.execute("create table \"typed\" (\"r\" integer, \"c\" " + type.ddl() + ")");
    List<T> values = new ArrayList<>(type.values());
    values.add(null);

    for (int i = 0; i < values.size(); i++) {
      dsl.insertInto(table, row, column).values(i, values.get(i)).execute();
    }
    List<String> expected = stored();
    dsl.deleteFrom(table).execute();
    var rows = new ArrayList<Object[]>();
    for (int i = 0; i < values.size(); i++) {
      rows.add(new Object[] {i, values.get(i)});
    }
    Seed seed =
        Seed.of(
            "typed", context -> context.insert(RowSource.of(table, List.of(row, column), rows)));
    seeder(seed).withoutHistory().run();

    assertThat(stored()).as(type.ddl()).isEqualTo(expected);
    dsl.dropTable(table).execute();
  }

  /** Returns what is in the table, by the database's own words, without jOOQ's conversions. */
  private List<String> stored() {
    return dsl.connectionResult(
        connection -> {
          try (var statement = connection.createStatement();
              var result = statement.executeQuery(storedSql())) {
            var rows = new ArrayList<String>();
            while (result.next()) {
              rows.add(result.getString(1) + " " + result.getString(2));
            }
            return rows;
          }
        });
  }

  /** Returns the type of a column that takes any letters. */
  String anyText() {
    return "varchar(99)";
  }

  /** Returns a query for the type and the text of column "c" of table "typed", by "r". */
  abstract String storedSql();

  @Test
  void writesColumnsThatSayNoTypeAsJooqDoes() {
    for (Object value :
        List.of(7, "text", new BigDecimal("1.50"), true, LocalDate.of(2024, 2, 29), 5L)) {
      String ddl =
          value instanceof String
              ? "varchar(9)"
              : value instanceof BigDecimal
                  ? "decimal(9, 2)"
                  : value instanceof Boolean
                      ? "boolean"
                      : value instanceof LocalDate ? "date" : "bigint";
      assertWrittenAsJooqDoes(new Typed<Object>(ddl, SQLDataType.OTHER, List.of(value)));
    }
  }

  /** A binding of the user's, which does more than its converter. */
  static final class Shouting implements Binding<String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public Converter<String, String> converter() {
      return Converter.of(String.class, String.class, s -> s, s -> s);
    }

    @Override
    public void sql(BindingSQLContext<String> context) {
      context.render().sql("upper(").visit(val(context.value(), VARCHAR)).sql(")");
    }

    @Override
    public void register(BindingRegisterContext<String> context) throws SQLException {
      throw new UnsupportedOperationException();
    }

    @Override
    public void set(BindingSetStatementContext<String> context) throws SQLException {
      context.statement().setString(context.index(), context.value());
    }

    @Override
    public void set(BindingSetSQLOutputContext<String> context) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void get(BindingGetResultSetContext<String> context) throws SQLException {
      context.value(context.resultSet().getString(context.index()));
    }

    @Override
    public void get(BindingGetStatementContext<String> context) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void get(BindingGetSQLInputContext<String> context) {
      throw new UnsupportedOperationException();
    }
  }
}
