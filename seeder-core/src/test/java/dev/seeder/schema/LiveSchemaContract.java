package dev.seeder.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.TestDatabase;
import dev.seeder.schema.LiveType.Kind;
import dev.seeder.write.RowWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from every database, whatever its catalog. */
abstract class LiveSchemaContract {

  @TempDir Path directory;
  final TestDatabase database;
  DSLContext dsl;

  LiveSchemaContract(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void createTables() {
    String url = database.freshUrl(directory);
    dsl = DSL.using(database.dataSource(url), database.dialect());
    dsl.execute(
        """
        create table "publisher" (
          "number" integer not null,
          "country" varchar(2) not null,
          "name" varchar(50) default 'unnamed' not null,
          constraint "publisher_key" primary key ("country", "number"),
          constraint "publisher_name" unique ("name"))""");
    dsl.execute(
        """
        create table "Book" (
          "id" bigint not null,
          "title" varchar(100) not null,
          "part of" bigint,
          "country" varchar(2),
          "publisher" integer,
          "pages" smallint,
          "price" decimal(6, 2),
          constraint "book_key" primary key ("id"),
          constraint "book_part" foreign key ("part of") references "Book" ("id"),
          constraint "book_publisher" foreign key ("country", "publisher")
            references "publisher" ("country", "number"),
          constraint "book_pages" check ("pages" between 1 and 5000),
          constraint "book_price" check ("price" >= 0 and "title" <> 'free'))""");
    dsl.execute(
        "create unique index \"book_once\" on \"Book\" (\"country\", \"publisher\", \"title\")");
    dsl.execute("create index \"book_by_pages\" on \"Book\" (\"pages\")");
    dsl.execute("create view \"titles\" as select \"title\" from \"Book\"");
  }

  @AfterEach
  void dropTables() {
    database.drop(dsl);
  }

  @Test
  void readsColumnsKeysAndReferences() {
    assertThat(common("publisher"))
        .isEqualTo(
            """
            publisher
              number, not null
              country, not null
              name, not null, default
              primary %s[country, number]
              unique %s[name]"""
                .formatted(primaryKey("publisher_key"), constraint("publisher_name")));
    assertThat(common("Book"))
        .isEqualTo(
            """
            Book
              id, not null
              title, not null
              part of
              country
              publisher
              pages
              price
              primary %s[id]
              unique book_once[country, publisher, title]
              reference %s[part of] to Book[id]
              reference %s[country, publisher] to publisher[country, number]"""
                .formatted(
                    primaryKey("book_key"), constraint("book_part"), constraint("book_publisher")));
  }

  @Test
  void readsChecks() {
    assumeThat(database).as("JDBC tells of no checks").isNotEqualTo(TestDatabase.HSQLDB);

    assertThat(read("Book").checks())
        .extracting(LiveCheck::name)
        .containsExactly(constraint("book_pages"), constraint("book_price"));
    assertThat(read("Book").checks().get(0).condition()).contains("pages").contains("5000");
  }

  @Test
  void readsTypes() {
    assertThat(read("Book").column("id").type().kind()).isEqualTo(Kind.INTEGER);
    assertThat(read("Book").column("title").type())
        .extracting(LiveType::kind, LiveType::length, LiveType::fixed)
        .containsExactly(Kind.TEXT, length(100), false);
    assertThat(read("Book").column("price").type())
        .extracting(LiveType::kind, LiveType::precision, LiveType::scale)
        .containsExactly(Kind.DECIMAL, 6, 2);
    assertThat(read("Book").column("pages").type())
        .extracting(LiveType::kind, LiveType::low, LiveType::high)
        .containsExactly(Kind.INTEGER, -32768L, 32767L);
  }

  @Test
  void readsOfAllTablesWhatItReadsOfOne() {
    assertThat(LiveSchema.tables(dsl, null))
        .usingRecursiveComparison()
        .isEqualTo(List.of(read("Book"), read("publisher")));
  }

  @Test
  void findsTablesInAnyCaseIfNoneMatchesExactly() {
    assertThat(read("BOOK").name()).isEqualTo(name("Book"));
    assertThat(read("Publisher").name()).isEqualTo(name("publisher"));
  }

  @Test
  void findsTablesByTheirSchema() {
    Name schema = name(currentSchema(), "Book");

    assertThat(LiveSchema.table(dsl, table(schema)).name()).isEqualTo(name("Book"));
    assertThat(LiveSchema.tables(dsl, currentSchema())).hasSize(2);
    assertThat(LiveSchema.table(dsl, table(name("nowhere", "Book")))).isNull();
    assertThat(LiveSchema.tables(dsl, "nowhere")).isEmpty();
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(LiveSchema.table(dsl, table(name("no such table")))).isNull();
    assertThat(LiveSchema.table(dsl, table(name("b%")))).isNull();
  }

  @Test
  void readsViews() {
    assertThat(read("titles").columns()).extracting(LiveColumn::name).containsExactly("title");
    assertThat(read("titles").keys()).isEmpty();
  }

  @Test
  void readsWhateverTheSettingsAre() {
    Settings settings =
        new Settings()
            .withRenderQuotedNames(RenderQuotedNames.NEVER)
            .withRenderNameCase(RenderNameCase.UPPER)
            .withStatementType(StatementType.STATIC_STATEMENT)
            .withRenderSchema(false)
            .withMaxRows(1);
    DSLContext other = dsl.configuration().derive(settings).dsl();

    LiveTable found = LiveSchema.table(other, table(name("nowhere", "Book")));

    assertThat(LiveText.of(found)).isEqualTo(LiveText.of(read("Book")));
  }

  @Test
  void findsTablesWhereSettingsMapThem() {
    Settings settings =
        new Settings()
            .withRenderMapping(
                new RenderMapping()
                    .withSchemata(
                        new MappedSchema().withInput("written").withOutput(currentSchema())));
    DSLContext other = dsl.configuration().derive(settings).dsl();

    assertThat(LiveSchema.table(other, table(name("written", "Book"))).name())
        .isEqualTo(name("Book"));
  }

  /** Returns the name that a primary key has if it was given this one. */
  String primaryKey(String given) {
    return constraint(given);
  }

  /** Returns the name that a constraint has if it was given this one. */
  String constraint(String given) {
    return given;
  }

  /** Returns the length that a text has if it was given this one. */
  int length(int given) {
    return given;
  }

  /** Returns the name of the schema that queries look in. */
  abstract String currentSchema();

  LiveTable read(String table) {
    return Objects.requireNonNull(LiveSchema.table(dsl, table(name(table))));
  }

  private String common(String table) {
    return LiveText.common(read(table));
  }

  /** Creates a table and returns all that is read of it. */
  String readNew(String table, String ddl) {
    dsl.execute(ddl);
    return LiveText.of(read(table));
  }

  /** Tells what is stored of a value in a column of a type, which the binding reads again. */
  String stored(String type, Object value, String expression) {
    dsl.execute("create table bound (x " + type + ")");
    LiveTable bound = read("bound");
    String stored = inserted(bound, value, expression);
    Field<?> column = bound(bound);
    Object again =
        dsl.select(column)
            .from(table(bound.name()))
            .where(column.isNotNull())
            .fetchSingle()
            .value1();
    dsl.dropTable(bound.name()).execute();
    assertThat(again).usingRecursiveComparison().isEqualTo(value);
    return stored;
  }

  /** Tells what is stored of a value in a column of a type. */
  String inserted(String type, Object value, String expression) {
    dsl.execute("create table bound (x " + type + ")");
    LiveTable bound = read("bound");
    String stored = inserted(bound, value, expression);
    dsl.dropTable(bound.name()).execute();
    return stored;
  }

  /** Inserts a value and NULL, as seeds do. */
  private String inserted(LiveTable bound, Object value, String expression) {
    List<Object[]> rows = List.of(new Object[] {value}, new Object[] {null});
    dsl.transaction(
        inner ->
            inner
                .dsl()
                .connection(
                    connection ->
                        new RowWriter(connection, inner, table(bound.name()), List.of(bound(bound)))
                            .insert(rows.iterator())));
    assertThat(dsl.fetchCount(table(bound.name()), bound(bound).isNull())).isOne();
    return dsl.fetchSingle("select " + expression + " from bound where x is not null")
        .get(0, String.class);
  }

  private static Field<?> bound(LiveTable bound) {
    LiveColumn column = bound.columns().get(0);
    return field(name(column.name()), column.type().binding());
  }
}
