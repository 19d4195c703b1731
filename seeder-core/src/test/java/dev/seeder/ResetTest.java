package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deleting rows: in which order, and in which databases. */
class ResetTest {

  private static final String[] SCHEMA = {
    "create table \"country\" (\"code\" varchar(2) primary key, \"capital\" integer)",
    """
    create table "city" ("id" integer primary key, "country" varchar(2) not null, "twin" integer,
      constraint "city_country" foreign key ("country") references "country" ("code"),
      constraint "city_twin" foreign key ("twin") references "city" ("id"))""",
    "create table \"apart\" (\"id\" integer primary key)",
    "insert into \"country\" (\"code\") values ('de'), ('fr')",
    "insert into \"city\" values (1, 'de', null), (2, 'fr', 1)",
    "update \"city\" set \"twin\" = 2 where \"id\" = 1",
    "insert into \"apart\" values (1)",
  };

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES", "MARIADB"})
  void deletesThoseFirstThatReferToOthersAndNoHistory(TestDatabase database) {
    DSLContext dsl = open(database, database.freshUrl(directory));
    if (database != TestDatabase.SQLITE) {
      dsl.execute(
          "alter table \"country\" add constraint \"country_capital\""
              + " foreign key (\"capital\") references \"city\" (\"id\")");
      dsl.execute("update \"country\" set \"capital\" = 1 where \"code\" = 'de'");
    }
    dsl.execute(
        "create table \"flyway\" (\"installed_rank\" integer, \"script\" integer,"
            + " \"checksum\" integer, \"installed_on\" date, \"execution_time\" integer)");
    dsl.execute("insert into \"flyway\" (\"installed_rank\") values (1)");
    Seeder seeder = Seeder.of(dsl).environment("test");
    seeder.seeds(DatabaseContract.seed("none", seed -> {}).asReferenceData()).run();
    if (database != TestDatabase.H2) {
      seeder.mark(databaseName(dsl));
    }

    assertThat(seeder.confirm(databaseName(dsl)).reset())
        .containsOnly(entry("country", 2L), entry("city", 2L), entry("apart", 1L));

    assertThat(dsl.fetchCount(table(name("city")))).isZero();
    assertThat(dsl.fetchCount(table(name("flyway")))).isEqualTo(1);
    assertThat(dsl.fetchCount(table(name("seeder_history")))).isEqualTo(2);
    database.drop(dsl);
  }

  @Test
  void deletesFromTheTablesThatAreNamed() {
    DSLContext dsl = open(TestDatabase.H2, TestDatabase.H2.freshUrl(directory));

    assertThat(Seeder.of(dsl).reset(table(name("country")), table(name("city"))))
        .containsExactly(entry("city", 2L), entry("country", 2L));
    assertThat(dsl.fetchCount(table(name("apart")))).isEqualTo(1);
  }

  @Test
  void tablesThatAreReferredToByOthersStay() {
    DSLContext dsl = open(TestDatabase.H2, TestDatabase.H2.freshUrl(directory));

    assertThatThrownBy(() -> Seeder.of(dsl).reset(table(name("apart")), table(name("country"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            The tables could not be reset.
              Cause: another row refers to one that is updated or deleted (city_country: country)
              To fix: reset the tables that refer to these, too.""");
    assertThat(dsl.fetchCount(table(name("apart")))).isEqualTo(1);
  }

  @Test
  void historiesAndWhatIsNotThereAreRefused() {
    DSLContext dsl = open(TestDatabase.H2, TestDatabase.H2.freshUrl(directory));
    Seeder seeder = Seeder.of(dsl);
    seeder.seeds(Seed.of("none", seed -> {})).run();

    assertThatThrownBy(() -> seeder.reset(table(name("seeder_history")), table(name("nowhere"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Table "seeder_history" holds the record of what was applied, which reset never deletes.
            Table "nowhere" is not in the database.
              Nothing was deleted.
              To fix: leave it out of Seeder.reset(...).""");
  }

  @Test
  void theMarkMustAgreeEvenWhereTheDatabaseIsConfirmed() {
    DSLContext dsl = sqlite();
    Seeder.of(dsl).environment("production").mark("shop.db");

    assertThatThrownBy(Seeder.of(dsl).environment("staging").confirm("shop.db")::reset)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Seeder.reset(...) does not delete from the database "%s", which is marked "production". \
            Nothing was deleted.
              Environment of this run: staging
              To fix: correct the address or the environment of the run."""
                .formatted(file()));
    assertThat(dsl.fetchCount(table(name("city")))).isEqualTo(2);
    assertThat(Seeder.of(dsl).environment("production").reset()).hasSize(3);
  }

  @Test
  void aDatabaseThatIsNotMarkedIsConfirmed() {
    DSLContext dsl = sqlite();

    assertThatThrownBy(Seeder.of(dsl)::reset)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Seeder.reset(...) does not delete from the database "%s", which is not marked. \
            Nothing was deleted.
              Environment of this run: none is declared
              To fix: name the database, if its data can be thrown away, by Seeder.confirm(...)."""
                .formatted(file()));
    assertThat(Seeder.of(dsl).confirm("shop.db").reset()).hasSize(3);
  }

  @Test
  void confirmingNamesTheDatabaseThatIsMeant() {
    DSLContext dsl = sqlite();

    assertThatThrownBy(Seeder.of(dsl).confirm("other.db")::reset)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Seeder.confirm(\"other.db\") does not name the database");
    assertThat(dsl.fetchCount(table(name("city")))).isEqualTo(2);
  }

  @Test
  void nothingIsDeletedFromAFileThatACrashCouldDestroy() {
    DSLContext dsl = sqlite();
    DataSource weakened =
        TestDatabase.SQLITE.dataSource("jdbc:sqlite:" + file() + "?synchronous=OFF");

    assertThatThrownBy(Seeder.of(weakened).confirm("shop.db")::reset)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("its connection has synchronous = OFF");
    assertThat(dsl.fetchCount(table(name("city")))).isEqualTo(2);
  }

  @Test
  void aDatabaseOnAnotherMachineNeedsEnvironmentMarkAndName() {
    DSLContext here = sqlite();
    Seeder.of(here).environment("test").mark("shop.db");
    DataSource elsewhere =
        AlteredConnections.at(
            "jdbc:sqlite://nas/shop.db", TestDatabase.SQLITE.dataSource("jdbc:sqlite:" + file()));

    assertThatThrownBy(Seeder.of(elsewhere).confirm("shop.db")::reset)
        .hasMessageContaining("which is marked \"test\"");
    assertThatThrownBy(Seeder.of(elsewhere).environment("test")::reset)
        .hasMessage(
            """
            Seeder.reset(...) does not delete from the database "//nas/shop.db", which is not \
            plainly on this machine. Nothing was deleted.
              Environment of this run: test
              To fix: name the database, if its data can be thrown away, by Seeder.confirm(...).""");
    here.execute("delete from seeder_environment");
    assertThatThrownBy(Seeder.of(elsewhere).confirm("shop.db")::reset)
        .hasMessage(
            """
            Seeder.reset(...) does not delete from the database "//nas/shop.db", which is not \
            plainly on this machine. Nothing was deleted.
              Environment of this run: none is declared
              To fix: declare the environment, as in Seeder.environment("staging").""");
    assertThat(Seeder.of(elsewhere).environment("test").confirm("shop.db").reset()).hasSize(3);
  }

  @Test
  void aCopyFromAnotherServerIsLeftAlone() {
    DSLContext dsl = open(TestDatabase.POSTGRES, TestDatabase.POSTGRES.freshUrl(directory));
    Seeder.of(dsl).environment("test").mark("postgres");
    dsl.execute("update seeder_environment set server = '7/1'");

    assertThatThrownBy(Seeder.of(dsl).environment("test").confirm("postgres")::reset)
        .hasMessageContaining(
            "whose mark \"test\" was written on another server, so that it is a copy");
    assertThat(dsl.fetchCount(table(name("city")))).isEqualTo(2);
    TestDatabase.POSTGRES.drop(dsl);
  }

  private DSLContext sqlite() {
    return open(TestDatabase.SQLITE, "jdbc:sqlite:" + file());
  }

  private Path file() {
    return directory.resolve("shop.db");
  }

  private static DSLContext open(TestDatabase database, String url) {
    DSLContext dsl = DSL.using(database.dataSource(url), database.dialect());
    for (String statement : SCHEMA) {
      dsl.execute(statement);
    }
    return dsl;
  }

  private static String databaseName(DSLContext dsl) {
    return switch (dsl.family()) {
      case POSTGRES -> "postgres";
      case MARIADB -> dsl.fetchValue("select database()").toString();
      case SQLITE ->
          Path.of(dsl.fetchValue("select file from pragma_database_list").toString())
              .getFileName()
              .toString();
      default -> "";
    };
  }
}
