package dev.seeder.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;

import dev.seeder.Seed;
import dev.seeder.SeedException;
import dev.seeder.Seeder;
import java.util.List;
import java.util.Locale;
import org.jooq.CloseableDSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InferenceTest {

  private CloseableDSLContext dsl;

  @BeforeEach
  void open() {
    dsl = DSL.using("jdbc:sqlite::memory:");
    dsl.execute("pragma foreign_keys = on");
  }

  @AfterEach
  void close() {
    dsl.close();
  }

  @Test
  void fillsColumnsThatTheTableRequires() {
    create("create table book (id integer primary key, title varchar(40) not null, note text)");

    insert(Factory.of(named("book")).rows(100));

    assertThat(count("book where id is not null and length(title) <= 40 and note is null"))
        .isEqualTo(100);
  }

  @Test
  void refersToParentsThatAreThere() {
    create(
        "create table author (id integer primary key, name text not null)",
        "create table book (id integer primary key, author_id int not null references author)");

    insert(Factory.of(named("author")).rows(10), Factory.of(named("book")).rows(1_000));

    assertThat(count("author where id in (select author_id from book)")).isEqualTo(10);
  }

  @Test
  void givesLinkTablesDistinctPairs() {
    create(
        "create table user (id integer primary key, name text not null)",
        "create table groups (id integer primary key, name text not null)",
        "create table membership (user_id int not null references user,"
            + " group_id int not null references groups, primary key (user_id, group_id))");

    insert(
        Factory.of(named("user")).rows(3),
        Factory.of(named("groups")).rows(2),
        Factory.of(named("membership")).rows(6));

    assertThat(count("membership")).isEqualTo(6);
  }

  @Test
  void keepsKeysThatAreGivenInPart() {
    create(
        "create table appointment (id integer primary key, doctor int not null, day int not null,"
            + " slot int not null check (slot between 1 and 16), unique (doctor, day, slot))");
    Factory<?> appointments =
        Factory.of(named("appointment"))
            .generate(field(name("doctor"), INTEGER), Values.zipf(20, 1))
            .generate(field(name("day"), INTEGER), Values.between(1, 365));

    insert(appointments.rows(5_000));

    assertThat(count("appointment")).isEqualTo(5_000);
    assertThat(count("(select distinct slot from appointment)")).isEqualTo(16);
  }

  @Test
  void saysThatAKeyOfOneGivenValueHasTooFewOthers() {
    create(
        "create table appointment (id integer primary key, day int not null,"
            + " slot int not null check (slot between 1 and 16), unique (day, slot))");
    Factory<?> appointments = Factory.of(named("appointment")).set(field(name("day"), INTEGER), 1);

    assertThatThrownBy(() -> insert(appointments.rows(17)))
        .isInstanceOf(SeedException.class)
        .hasMessage(
            """
            Seed "rows" failed at table "appointment"; its transaction was rolled back.
              Cause: 17 rows of "appointment" need 17 distinct ("slot"), \
            but 16 numbers for "slot" give 16.
                To fix: make at most 16 rows of "appointment".
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Test
  void saysThatRowsArePerNoParentBeforeItMissesParents() {
    create(
        "create table purchase (id integer primary key)",
        "create table line (purchase_id int not null references purchase, line_no int not null,"
            + " primary key (purchase_id, line_no))");

    assertThatThrownBy(() -> insert(Factory.of(named("line")).rowsPer(named("purchse"), 1, 2)))
        .isInstanceOf(SeedException.class)
        .hasMessage(
            """
            Seed "rows" failed at table "line"; its transaction was rolled back.
              Cause: Rows of "line" are wanted for each row of "purchse", \
            but it has no foreign key to it that is left to be inferred.
                Foreign keys refer to: purchase
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Test
  void saysThatPairsAreTooFew() {
    create(
        "create table user (id integer primary key, name text not null)",
        "create table groups (id integer primary key, name text not null)",
        "create table membership (user_id int not null references user,"
            + " group_id int not null references groups, primary key (user_id, group_id))");
    insert(Factory.of(named("user")).rows(3), Factory.of(named("groups")).rows(2));

    assertThatThrownBy(() -> insert(Factory.of(named("membership")).rows(12)))
        .isInstanceOf(SeedException.class)
        .hasMessage(
            """
            Seed "rows" failed at table "membership"; its transaction was rolled back.
              Cause: 12 rows of "membership" need 12 distinct ("user_id", "group_id"), \
            but 3 rows of "user" x 2 rows of "groups" give 6.
                To fix: make at most 6 rows of "membership", or more rows that they refer to.
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Test
  void countsPositionsOnWithinTheirParent() {
    create(
        "create table orders (id integer primary key, name text not null)",
        "create table line (order_id int not null references orders, line_no int not null,"
            + " primary key (order_id, line_no))");

    insert(Factory.of(named("orders")).rows(10), Factory.of(named("line")).rows(50));

    assertThat(
            dsl.fetch("select line_no, count(*) from line group by line_no order by line_no")
                .map(Record::intoList))
        .containsExactly(
            List.of(1, 10), List.of(2, 10), List.of(3, 10), List.of(4, 10), List.of(5, 10));
  }

  @Test
  void givesEachParentAFewRows() {
    create(
        "create table orders (id integer primary key, name text not null)",
        "create table line (order_id int not null references orders, line_no int not null,"
            + " primary key (order_id, line_no))");

    insert(
        Factory.of(named("orders")).rows(100),
        Factory.of(named("line")).rowsPer(named("orders"), 1, 5));

    assertThat(
            dsl.fetch("select max(line_no), count(*) from line group by order_id")
                .map(Record::intoList))
        .hasSize(100)
        .allSatisfy(order -> assertThat(order.get(0)).isEqualTo(order.get(1)))
        .contains(List.of(1, 1), List.of(5, 5));
  }

  @Test
  void childrenOfParentsNeedNoRequiredForeignKey() {
    create(
        "create table shelf (id integer primary key, name text not null)",
        "create table item (id integer primary key, shelf_id int references shelf)");

    insert(
        Factory.of(named("shelf")).rows(10),
        Factory.of(named("item")).rowsPer(named("shelf"), 2, 2));

    assertThat(dsl.fetch("select count(*) from item group by shelf_id").map(row -> row.get(0)))
        .hasSize(10)
        .containsOnly(2);
  }

  @Test
  void saysThatNoForeignKeyRefersToTheParent() {
    create(
        "create table shelf (id integer primary key, name text not null)",
        "create table item (id integer primary key, name text not null)");

    assertThatThrownBy(() -> insert(Factory.of(named("item")).rowsPer(named("shelf"), 1, 2)))
        .hasMessage(
            """
            Seed "rows" failed at table "item"; its transaction was rolled back.
              Cause: Rows of "item" are wanted for each row of "shelf", but it has no foreign key to it \
            that is left to be inferred.
                Foreign keys refer to: no table
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Test
  void keepsTwoKeysThatShareAColumn() {
    create(
        "create table team (id integer primary key, name text not null)",
        "create table player (id integer primary key, name text not null)",
        "create table seat (team_id int not null references team,"
            + " player_id int not null references player, shirt tinyint not null,"
            + " primary key (team_id, player_id), unique (team_id, shirt))");

    insert(
        Factory.of(named("team")).rows(4),
        Factory.of(named("player")).rows(5),
        Factory.of(named("seat")).rows(20));

    assertThat(count("seat")).isEqualTo(20);
  }

  @Test
  void agreesInSharedColumnsOfForeignKeys() {
    create(
        "create table tenant (id integer primary key, name text not null)",
        "create table customer (tenant_id int not null references tenant, id int not null,"
            + " primary key (tenant_id, id))",
        "create table product (tenant_id int not null references tenant, id int not null,"
            + " primary key (tenant_id, id))",
        "create table sale (id integer primary key, tenant_id int not null,"
            + " customer_id int not null, product_id int not null,"
            + " foreign key (tenant_id, customer_id) references customer,"
            + " foreign key (tenant_id, product_id) references product)");

    insert(
        Factory.of(named("tenant")).rows(3),
        Factory.of(named("customer")).rows(30),
        Factory.of(named("product")).rows(20),
        Factory.of(named("sale")).rows(500),
        Factory.of(named("sale")).set(field(name("tenant_id"), Integer.class), 2).rows(10));

    assertThat(count("sale")).isEqualTo(510);
    assertThat(dsl.fetch("pragma foreign_key_check")).isEmpty();
  }

  @Test
  void refersToEarlierRowsOfTheSameTable() {
    create(
        "create table person (id integer primary key, name text not null, boss_id int"
            + " references person)");

    insert(Factory.of(named("person")).infer(field(name("boss_id"))).rows(200));

    assertThat(count("person where boss_id is null")).isBetween(5, 50);
    assertThat(count("person where boss_id >= id")).isZero();
  }

  @Test
  void rootsThatNeedAParentReferToThemselves() {
    create("create table part (code char(6) primary key, whole char(6) not null references part)");

    insert(Factory.of(named("part")).rows(50));

    assertThat(count("part where code = whole")).isEqualTo(1);
  }

  @Test
  void uniqueSelfReferencesMakeAChain() {
    create("create table link (id integer primary key, previous int unique references link)");

    insert(Factory.of(named("link")).inferAll().rows(50));

    assertThat(count("link where previous = id - 1")).isEqualTo(49);
  }

  @Test
  void comesAfterRowsThatAreThere() {
    create(
        "create table code (code char(2) primary key, position smallint not null unique,"
            + " label varchar(20) not null unique)");

    insert(Factory.of(named("code")).rows(500));
    insert(Factory.of(named("code")).rows(500));

    assertThat(count("code where position between 1 and 1000")).isEqualTo(1_000);
  }

  @Test
  void refusesChildrenWithoutParents() {
    create(
        "create table author (id integer primary key, name text not null)",
        "create table book (id integer primary key, author_id int not null references author)");

    assertThatThrownBy(() -> insert(Factory.of(named("book")).rows(1)))
        .hasMessage(
            """
            Seed "rows" failed at table "book"; its transaction was rolled back.
              Cause: Column "book.author_id" refers to "author", which has no row.
                To fix: fill "author" first, in this seed or in one that this seed depends on.
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Test
  void leavesOptionalColumnsToTheDatabaseUnlessAskedFor() {
    create(
        "create table book (id integer primary key, title text not null, note text,"
            + " state text default 'new')");
    Factory<Record> books = Factory.of(named("book"));

    insert(books.rows(20));
    assertThat(count("book where note is null and state = 'new'")).isEqualTo(20);

    insert(books.infer(field(name("note"))).rows(20, 40));
    assertThat(count("book where note is not null and state = 'new'")).isEqualTo(20);

    insert(books.inferAll().leave(field(name("state"))).rows(40, 240));
    assertThat(count("book where state = 'new'")).isEqualTo(240);
    assertThat(count("book where id > 40 and note is null")).isBetween(5, 50);
  }

  @Test
  void namesColumnsThatAreNotThere() {
    create("create table book (id integer primary key, title text not null)");

    assertThatThrownBy(
            () -> insert(Factory.of(named("book")).set(field(name("titel")), "x").rows(1)))
        .hasMessage(
            """
            Seed "rows" failed at table "book"; its transaction was rolled back.
              Cause: Column "titel" is not in table "book".
                Did you mean "title"?
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Test
  void keepsConditionsOfOneAndOfSeveralColumns() {
    create(
        "create table stay (id integer primary key,"
            + " room varchar(4) not null check (room glob '[A-C][0-9][0-9]'),"
            + " arrival date not null, departure date not null, guests int not null"
            + " check (guests between 1 and 4), state text not null check (state in ('open',"
            + " 'paid')), paid_on date, check (arrival < departure),"
            + " check ((state = 'paid') = (paid_on is not null)))");

    insert(Factory.of(named("stay")).rows(500));

    assertThat(count("stay where state = 'paid'")).isBetween(100, 400);
  }

  @Test
  void makesColumnsThatFollowFromOthers() {
    create(
        "create table line (id integer primary key, price int not null, quantity int not null,"
            + " total int not null check (total = price * quantity))");

    insert(Factory.of(named("line")).rows(200));

    assertThat(count("line")).isEqualTo(200);
  }

  @Test
  void saysWhichConditionCannotBeKept() {
    create("create table odd (id integer primary key, a int not null check (a > 5 and a < 3))");

    assertThatThrownBy(() -> insert(Factory.of(named("odd")).rows(1)))
        .hasMessage(
            """
            Seed "rows" failed at row 1 of "odd"; its transaction was rolled back.
              Cause: No row 1 of "odd" was found that keeps check (a > 5 and a < 3), in 5000 attempts.
                To fix: give its columns by set(...) or generate(...).
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Test
  void drawsWhatTheColumnsOfAConditionFollowFromAgain() {
    create(
        "create table loan (id integer primary key, applied_on date not null, approved_on date not"
            + " null, first_payment_on date not null, last_payment_on date not null,"
            + " check (approved_on >= applied_on), check (first_payment_on > approved_on),"
            + " check (last_payment_on > first_payment_on))");

    insert(Factory.of(named("loan")).rows(2_000));

    assertThat(count("loan")).isEqualTo(2_000);
  }

  @Test
  void fewerRowsAreNoWayOutOfAConditionThatCannotBeKept() {
    create("create table odd (id integer primary key, a int not null check (a * a = 2))");

    assertThatThrownBy(() -> insert(Factory.of(named("odd")).rowsUpTo(10)))
        .hasMessageContaining("No row 1 of \"odd\" was found that keeps check (a * a = 2)");
  }

  @Test
  void refusesForeignKeysToNothing() {
    create("create table child (id integer primary key, parent int not null references missing)");

    assertThatThrownBy(() -> insert(Factory.of(named("child")).rows(1)))
        .hasMessage(
            """
            Seed "rows" failed at table "child"; its transaction was rolled back.
              Cause: Column "child.parent" refers to "missing", which is no table with such a key.
                To fix: create it, with a primary key, before the rows are inserted.
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Test
  void distinctPairsCanHaveAnOrder() {
    create(
        "create table user (id integer primary key, name text not null)",
        "create table friendship (one int not null references user, other int not null references"
            + " user, primary key (one, other), check (one < other))");

    insert(Factory.of(named("user")).rows(5), Factory.of(named("friendship")).rows(10));

    assertThat(count("friendship")).isEqualTo(10);
  }

  @Test
  void peopleOfARowAgree() {
    create(
        "create table customer (id integer primary key, first_name text not null, last_name text"
            + " not null, email text not null unique)");

    insert(Factory.of(named("customer")).rows(50));

    assertThat(
            count("customer where email like lower(first_name) || '.' || lower(last_name) || '%'"))
        .isGreaterThan(40);
  }

  @Test
  void aRunIsThePrefixOfALongerOne() {
    create(
        "create table author (id integer primary key, name text not null)",
        "create table book (isbn varchar(13) primary key, author_id int not null references author,"
            + " title text not null, price decimal(8, 2) not null check (price > 1))");
    insert(Factory.of(named("author")).rows(10));
    RowScope scope = Drawn.scope(dsl, 42, Locale.ENGLISH);
    Factory<Record> books = Factory.of(named("book"));

    List<List<Object>> ten = Drawn.rows(books.rows(10), scope);

    assertThat(Drawn.rows(books.rows(1_000), scope).subList(0, 10)).isEqualTo(ten);
    assertThat(Drawn.rows(books.rows(5, 10), scope)).isEqualTo(ten.subList(5, 10));
  }

  @Test
  void keysAreKnownBeforeTheirRows() {
    create(
        "create table contract (id integer primary key, latest int not null references amendment"
            + " deferrable initially deferred)",
        "create table amendment (id integer primary key, contract_id int not null references"
            + " contract)");
    Factory<Record> amendments = Factory.of(named("amendment"));
    Field<Integer> id = field(name("id"), Integer.class);

    Seed seed =
        Seed.of(
            "contracts",
            context -> {
              context.insert(
                  Factory.of(named("contract"))
                      .generate(field(name("latest"), Integer.class), amendments.upcoming(id, 50))
                      .rows(20));
              context.insert(amendments.infer(id).rows(50));
            });
    Seeder.of(dsl).withoutHistory().seeds(seed).run();

    assertThat(dsl.fetch("pragma foreign_key_check")).isEmpty();
  }

  @Test
  void tablesThatAreNotThereAreNamed() {
    create("create table book (id integer primary key)");

    assertThatThrownBy(() -> insert(Factory.of(named("bok")).rows(1)))
        .hasMessage(
            """
            Seed "rows" failed at table "bok"; its transaction was rolled back.
              Cause: there is no table "bok".
                Did you mean "book"?
              To repeat exactly: Seeder.randomSeed(0)""");
    assertThatThrownBy(() -> insert(Factory.of(named("customer_order")).rows(1)))
        .hasMessageContaining(
            """
            there is no table "customer_order".
                Tables: book
                To fix: create it by a migration that runs before the seed.""");
    assertThatThrownBy(
            () ->
                insert(
                    RowSource.of(
                        named("bok"), List.of(field(name("id"))), List.<Object[]>of(row(1)))))
        .hasMessageContaining("Did you mean \"book\"?");
  }

  @Test
  void uniqueValuesThatAreTooFewFailBeforeTheFirstRow() {
    create("create table book (id integer primary key, code text)");
    Factory<Record> books =
        Factory.of(named("book"))
            .generate(field(name("code"), String.class), Values.unique(Values.pattern("??")));

    assertThatThrownBy(() -> insert(books.rows(700)))
        .hasMessageContaining("at table \"book\"")
        .hasMessageContaining(
            "700 rows need 700 values of column \"book.code\", one each, but there are only 676.");
  }

  @Test
  void agreesInColumnsThatForeignKeysShareInAChain() {
    create(
        "pragma foreign_keys = on",
        "create table region (a int, b int, x int, primary key (a, b, x))",
        "create table depot (b int, c int, primary key (b, c))",
        "create table truck (c int, d int, primary key (c, d))",
        "create table driver (d int primary key)",
        "create table tour (id integer primary key, a int not null, b int not null, x int not null,"
            + " c int not null, d int not null,"
            + " foreign key (a, b, x) references region, foreign key (b, c) references depot,"
            + " foreign key (c, d) references truck, foreign key (d) references driver)",
        "create view number as with recursive n (value) as (select 1 union all select value + 1"
            + " from n where value < 40) select value from n",
        "insert into region select value % 5, value % 7, value from number where value between 1 and 20",
        "insert into depot select value % 7, value % 11 from number where value between 3 and 30",
        "insert into truck select value % 11, value from number where value between 1 and 40",
        "insert into driver select value from number where value between 10 and 25");

    insert(Factory.of(named("tour")).rows(200));

    assertThat(count("tour")).isEqualTo(200);
    assertThat(dsl.fetch("pragma foreign_key_check")).isEmpty();
    assertThat(dsl.fetch("select distinct a, b, x, c, d from tour")).hasSizeGreaterThan(50);
  }

  @Test
  void foreignKeysThatNeverAgreeFailBeforeTheFirstRow() {
    create(
        "create table region (a int, b int, primary key (a, b))",
        "create table depot (b int, c int, primary key (b, c))",
        "create table tour (id integer primary key, a int not null, b int not null, c int not null,"
            + " foreign key (a, b) references region, foreign key (b, c) references depot)",
        "insert into region values (1, 1)",
        "insert into depot values (2, 1)");

    assertThatThrownBy(() -> insert(Factory.of(named("tour")).rows(200)))
        .hasMessage(
            """
            Seed "rows" failed at table "tour"; its transaction was rolled back.
              Cause: The foreign keys of "tour" share columns, and no rows of "depot", "region" agree in them.
                Columns: a, b / b, c
                To fix: fill these tables with rows that belong together.
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  @Test
  void moreRowsThanMeaningfulKeysHaveOthersAfterThem() {
    create("create table country (country_code char(2) primary key, name text not null)");
    RowSource meaningful = Factory.of(named("country")).rows(249);

    insert(meaningful);
    List<String> codes = inOrder("country", "country_code");
    assertThat(codes).contains("DE", "US", "FR", "JP");
    dsl.execute("delete from country");
    insert(Factory.of(named("country")).rows(1_000));

    assertThat(inOrder("country", "country_code"))
        .startsWith(codes.toArray(String[]::new))
        .hasSize(1_000)
        .doesNotHaveDuplicates();
  }

  @Test
  void keysOfFewLettersEndWhereThereAreNoMore() {
    create("create table country (country_code char(2) primary key)");

    insert(Factory.of(named("country")).rowsUpTo(5_000));

    // in full blocks of as many as there are countries
    assertThat(count("country")).isBetween(36 * 36 - 2 * 249, 36 * 36);
  }

  private static Object[] row(Object... values) {
    return values;
  }

  private void create(String... statements) {
    List.of(statements).forEach(dsl::execute);
  }

  private void insert(RowSource... sources) {
    Seed seed = Seed.of("rows", context -> List.of(sources).forEach(context::insert));
    Seeder.of(dsl).withoutHistory().seeds(seed).run();
  }

  private int count(String from) {
    return dsl.fetchSingle("select count(*) from " + from).get(0, int.class);
  }

  private List<String> inOrder(String from, String column) {
    Field<String> field = field(name(column), String.class);
    return dsl.select(field).from(named(from)).orderBy(field("rowid")).fetch(field);
  }

  private static Table<Record> named(String table) {
    return table(name(table));
  }
}
