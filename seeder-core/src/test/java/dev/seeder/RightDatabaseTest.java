package dev.seeder;

import static dev.seeder.TestDatabase.H2;
import static dev.seeder.TestDatabase.MARIADB;
import static dev.seeder.TestDatabase.POSTGRES;
import static dev.seeder.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where demo data may go: 12 situations in which it has done harm elsewhere, as published, and 6 in
 * which it is wanted and nothing may stand in its way.
 */
class RightDatabaseTest {

  private static final Table<Record> ACCOUNT = table(name("account"));
  private static final Field<Integer> ID = field(name("id"), INTEGER);
  private static final Field<String> EMAIL = field(name("email"), VARCHAR(50));
  private static final Table<Record> GENRE = table(name("genre"));

  private static final Seed DEMO = accounts("demo", 100);
  private static final Seed REFERENCE =
      DatabaseContract.seed("genres", seed -> seed.dsl().insertInto(GENRE, ID).values(1).execute())
          .asReferenceData();
  private static final Seed DEMO_IN_LIVE = DatabaseContract.seed("live", DEMO::run).in("Live");
  private static final Seed DEMO_IN_REFERENCE =
      DatabaseContract.seed("genres", seed -> seed.run(DEMO)).asReferenceData();

  @TempDir Path directory;

  static List<Situation> situations() {
    return List.of(
        on(SQLITE, "GitHub 2010: a run that nobody gave an environment, on another machine")
            .at("jdbc:postgresql://db.example.com/shop")
            .refused(here -> here.seeder(DEMO).run(), "as its environment is not declared"),
        on(MARIADB, "Elabs 2010: meant for staging, and the address is production's")
            .after(here -> here.mark("production"))
            .refused(
                here -> here.seeder(DEMO).environment("staging").run(), "is marked \"production\""),
        on(POSTGRES, "Travis CI 2018: a test run finds an address that was left over")
            .after(Scene::users)
            .refused(here -> here.seeder(DEMO).environment("test").run(), "held rows before"),
        on(MARIADB, "Keepthescore 2020: localhost is a tunnel to production")
            .after(Scene::users)
            .refused(here -> here.seeder(DEMO).run(), "held rows before"),
        on(POSTGRES, "a tunnel to a production that is marked, and still empty")
            .after(here -> here.mark("production"))
            .refused(here -> here.seeder(DEMO).run(), "is marked \"production\""),
        on(POSTGRES, "Replit 2025: an override that was made for another database")
            .after(here -> here.mark("production"))
            .refused(
                here -> here.seeder(DEMO).environment("staging").confirm("sandbox").run(),
                "does not name the database"),
        on(SQLITE, "Instamolt: the configuration says development, on production's file")
            .after(here -> here.mark("production"))
            .refused(
                here -> here.seeder(DEMO).environment("development").run(),
                "is marked \"production\""),
        on(POSTGRES, "Laravel: production is spelled in another way")
            .after(here -> here.mark("production"))
            .refused(
                here -> here.seeder(DEMO_IN_LIVE).environment("Live").run(),
                "is marked \"production\""),
        on(POSTGRES, "Rails: a dump of production, restored for staging")
            .after(here -> here.restore("production"))
            .refused(
                here -> here.seeder(DEMO).environment("staging").run(), "is marked \"production\""),
        on(MARIADB, "Rails: a dump of staging, restored for production")
            .after(here -> here.restore("staging"))
            .refused(
                here -> here.seeder(DEMO).environment("staging").run(),
                "was written on another server"),
        on(SQLITE, "a file of production, copied to a developer's machine")
            .after(here -> here.seeder(REFERENCE).environment("production").run())
            .refused(here -> here.copied().seeder(DEMO).run(), "is marked \"production\""),
        on(H2, "Coursemology: a demo user inside reference data")
            .refused(
                here -> here.seeder(DEMO_IN_REFERENCE).environment("production").run(),
                "is reference data, and runs the demo seed"),
        on(SQLITE, "a new file").passes(here -> here.seeder(REFERENCE, DEMO).run()),
        on(H2, "the memory of a test").passes(here -> here.seeder(REFERENCE, DEMO).run()),
        on(POSTGRES, "a server of this machine, empty, with the program's own rows the next time")
            .after(
                here -> {
                  here.seeder(REFERENCE, DEMO).run();
                  here.users();
                })
            .passes(here -> here.seeder(REFERENCE, DEMO, accounts("more", 200)).run()),
        on(POSTGRES, "reference data in production, with nothing declared and all tables full")
            .at("jdbc:postgresql://db.example.com/shop")
            .after(Scene::users)
            .passes(here -> here.seeder(REFERENCE).run()),
        on(MARIADB, "a server of the build, with a name for a host")
            .at("jdbc:mariadb://database/shop")
            .after(here -> here.seeder(REFERENCE, DEMO).environment("ci").run())
            .passes(here -> here.seeder(accounts("more", 200)).environment("CI").run()),
        on(SQLITE, "a developer's old file, full of rows and not marked")
            .after(Scene::users)
            .passes(here -> here.seeder(DEMO).run()));
  }

  @ParameterizedTest
  @MethodSource("situations")
  void demoDataGoesWhereItIsWantedAndNowhereElse(Situation situation) {
    Scene here = new Scene(situation, directory);
    situation.before().in(here);
    int before = here.rows();

    Throwable refused = catchThrowable(() -> situation.run().in(here));

    if (situation.says() == null) {
      assertThat(refused).isNull();
      assertThat(here.rows()).isGreaterThan(before);
    } else {
      assertThat(refused)
          .isInstanceOfAny(IllegalStateException.class, SeedException.class)
          .hasMessageContaining(situation.says());
      assertThat(here.rows()).isEqualTo(before);
    }
    here.close();
  }

  @Test
  void theyAreTwelveAndSix() {
    assertThat(situations()).hasSize(18).filteredOn(each -> each.says() == null).hasSize(6);
  }

  private static Seed accounts(String name, int first) {
    return Seed.of(
        name,
        seed ->
            Stream.of(first, first + 1)
                .forEach(
                    id -> seed.dsl().insertInto(ACCOUNT, ID, EMAIL).values(id, "demo").execute()));
  }

  private static Situation on(TestDatabase database, String name) {
    return new Situation(name, database, null, here -> {}, here -> {}, null);
  }

  private interface Act {
    void in(Scene here);
  }

  /**
   * A situation.
   *
   * @param address what the connection says; null for the truth
   * @param says what the refusal says; null if there is none
   */
  private record Situation(
      String name, TestDatabase database, String address, Act before, Act run, String says) {

    Situation at(String told) {
      return new Situation(name, database, told, before, run, says);
    }

    Situation after(Act earlier) {
      return new Situation(name, database, address, earlier, run, says);
    }

    Situation refused(Act act, String because) {
      return new Situation(name, database, address, before, act, because);
    }

    Situation passes(Act act) {
      return new Situation(name, database, address, before, act, null);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** The database of a situation, with two tables. */
  private static final class Scene {

    private final TestDatabase database;
    private final Path directory;
    private final String url;
    private final DataSource source;
    private final DataSource told;
    private final DSLContext dsl;

    Scene(Situation situation, Path directory) {
      this(
          situation.database(),
          directory,
          situation.database().freshUrl(directory),
          situation.address());
      dsl.createTable(ACCOUNT).columns(ID, EMAIL).execute();
      dsl.createTable(GENRE).columns(ID).execute();
    }

    private Scene(TestDatabase database, Path directory, String url, String address) {
      this.database = database;
      this.directory = directory;
      this.url = url;
      this.source = database.dataSource(url);
      this.told = address == null ? source : AlteredConnections.at(address, source);
      this.dsl = DSL.using(source, database.dialect());
    }

    Seeder seeder(Seed... seeds) {
      return Seeder.of(DSL.using(told, database.dialect())).seeds(seeds);
    }

    int rows() {
      return dsl.fetchCount(ACCOUNT) + dsl.fetchCount(GENRE);
    }

    void users() {
      dsl.insertInto(ACCOUNT, ID, EMAIL).values(1, "ann").values(2, "bob").execute();
    }

    void mark(String environment) {
      Seeder.of(source).environment(environment).mark(title());
    }

    /** Leaves what a dump of another database of this environment would. */
    void restore(String environment) {
      Scene other = new Scene(database, directory, database.freshUrl(directory), null);
      other.mark(environment);
      dsl.execute(
          "create table {0} as select * from {1}",
          table(name("seeder_environment")), table(name(other.schema(), "seeder_environment")));
      if (database == POSTGRES) {
        // both are in one database of one server, which tells them apart by number
        dsl.execute("update seeder_environment set server = '7/1'");
      }
      other.close();
    }

    Scene copied() {
      try {
        Path copy = directory.resolve(UUID.randomUUID() + ".db");
        Files.copy(Path.of(url.replaceFirst("jdbc:sqlite:", "").replaceFirst("\\?.*", "")), copy);
        return new Scene(database, directory, "jdbc:sqlite:" + copy, null);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private String schema() {
      return dsl.fetchValue(DSL.select(DSL.currentSchema()));
    }

    private String title() {
      return switch (database) {
        case POSTGRES -> "postgres";
        case MARIADB -> schema();
        default -> Path.of(url.replaceFirst("\\?.*", "")).getFileName().toString();
      };
    }

    void close() {
      database.drop(dsl);
    }
  }
}
