package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.nio.file.Path;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that are filled before others have the rows they refer to, or by triggers of others. */
class LateRowsTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "MARIADB", "SQLITE"})
  void aCircleThatNoColumnOpensIsFilledNevertheless(TestDatabase database) {
    DSLContext dsl = open(database);
    String id = "id " + counted(database, "int") + " primary key";
    boolean sqlite = database == TestDatabase.SQLITE;
    String manager = ", foreign key (manager_id) references clerk (id)";
    dsl.execute(
        "create table store (%s, manager_id int not null unique, city varchar(40) not null%s)"
            .formatted(id, sqlite ? manager : ""));
    dsl.execute(
        "create table clerk (%s, store_id int not null, email varchar(80) not null,".formatted(id)
            + " constraint clerk_store foreign key (store_id) references store (id))");
    if (!sqlite) {
      dsl.execute(
          "alter table store add constraint store_manager foreign key (manager_id)"
              + " references clerk (id)");
    }

    fill(dsl, 300);

    assertThat(SchemaAudit.violations(dsl, List.of())).isEmpty();
    assertThat(count(dsl, "store")).isEqualTo(300);
    assertThat(count(dsl, "clerk")).isEqualTo(300);
    if (database == TestDatabase.POSTGRES) {
      assertThat(dsl.fetchValues("select conname from pg_constraint where condeferrable"))
          .isEmpty();
    }
    if (database == TestDatabase.MARIADB) {
      assertThat(dsl.fetchValue("select @@session.foreign_key_checks").toString()).isEqualTo("1");
    }
    database.drop(dsl);
  }

  @Test
  void aCircleOfFewKeysHasFewRows() {
    DSLContext dsl = open(TestDatabase.MARIADB);
    dsl.execute(
        "create table store (id tinyint unsigned auto_increment primary key,"
            + " manager_id tinyint unsigned not null unique)");
    dsl.execute(
        "create table clerk (id tinyint unsigned auto_increment primary key,"
            + " store_id tinyint unsigned not null references store (id),"
            + " place geometry not null)");
    dsl.execute("alter table store add foreign key (manager_id) references clerk (id)");

    fill(dsl, 1_000);

    assertThat(SchemaAudit.violations(dsl, List.of())).isEmpty();
    assertThat(count(dsl, "store")).isEqualTo(255);
    assertThat(count(dsl, "clerk")).isEqualTo(255);
    TestDatabase.MARIADB.drop(dsl);
  }

  @Test
  void whatTheDatabaseCountsEndsWithItsType() {
    DSLContext dsl = open(TestDatabase.MARIADB);
    dsl.execute("create table shelf (id tinyint unsigned auto_increment primary key, label text)");

    fill(dsl, 1_000);

    assertThat(count(dsl, "shelf")).isEqualTo(255);
    TestDatabase.MARIADB.drop(dsl);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "MARIADB", "SQLITE"})
  void rowsThatTriggersBringAreNotInTheWay(TestDatabase database) {
    DSLContext dsl = open(database);
    dsl.execute(
        "create table book (id " + counted(database, "int") + " primary key, title varchar(80))");
    dsl.execute("create table a_search (book_id int primary key, words varchar(200) not null)");
    String body = "begin insert into a_search values (new.id, coalesce(new.title, ''));";
    if (database == TestDatabase.POSTGRES) {
      dsl.execute(
          "create function index_words() returns trigger language plpgsql as $$ "
              + body
              + " return new; end $$");
      body = "execute function index_words()";
    } else {
      body += " end";
    }
    dsl.execute("create trigger words after insert on book for each row " + body);

    fill(dsl, 50);

    assertThat(count(dsl, "book")).isEqualTo(50);
    assertThat(count(dsl, "a_search")).isEqualTo(50);
    database.drop(dsl);
  }

  private static String counted(TestDatabase database, String type) {
    return switch (database) {
      case POSTGRES -> "serial";
      case MARIADB -> type + " auto_increment";
      default -> "integer";
    };
  }

  private DSLContext open(TestDatabase database) {
    return DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
  }

  private static void fill(DSLContext dsl, long rows) {
    Seeder.of(dsl).withoutHistory().seeds(SchemaSeed.of("all").rows(rows)).run();
  }

  private static int count(DSLContext dsl, String table) {
    return dsl.fetchCount(table(name(table)));
  }
}
