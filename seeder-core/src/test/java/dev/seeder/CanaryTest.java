package dev.seeder;

import static dev.seeder.Canary.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.seeder.rows.Fixture;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class CanaryTest {

  @Nested
  class OnSqlite extends CanaryContract {
    OnSqlite() {
      super(TestDatabase.SQLITE);
    }
  }

  @Nested
  class OnH2 extends CanaryContract {
    OnH2() {
      super(TestDatabase.H2);
    }
  }

  @Nested
  class OnHsqldb extends CanaryContract {
    OnHsqldb() {
      super(TestDatabase.HSQLDB);
    }
  }

  @Nested
  class OnDuckdb extends CanaryContract {
    OnDuckdb() {
      super(TestDatabase.DUCKDB);
    }
  }

  @Nested
  class OnPostgres extends CanaryContract {
    OnPostgres() {
      super(TestDatabase.POSTGRES);
    }
  }

  @Nested
  class OnMariadb extends CanaryContract {
    OnMariadb() {
      super(TestDatabase.MARIADB);
    }
  }

  @Nested
  class InFixtures {

    private static final Table<Record> PERSON = table(name("person"));
    private static final Field<Long> HOME = field(name("home"), BIGINT);
    private static final Field<String> CODE = field(name("town", "code"), VARCHAR);

    @TempDir Path directory;

    private final Map<String, String> broken = new LinkedHashMap<>();

    @Test
    void aCellIsNotRepeated() throws IOException {
      broken.put("number.csv", "id,word\n" + TEXT + ",a\n");
      broken.put("date.csv", "id,day\n1," + TEXT + "\n");
      broken.put("boolean.csv", "id,active\n1," + TEXT + "\n");
      broken.put("lookup.csv", "id,home\n1," + TEXT + "\n");
      broken.put("key.csv", "id,word\n1," + TEXT + "\n2," + TEXT + "\n");
      broken.put("cells.csv", "id,word\n1," + TEXT + "," + TEXT + "\n");
      broken.put("quote.csv", "id,word\n1,\"" + TEXT + "\n");
      broken.put("after.csv", "id,word\n1,\"a\"" + TEXT + "\n");
      broken.put("number.json", "[{\"id\": \"" + TEXT + "\"}]");
      broken.put("token.json", "[{\"id\": 1, \"word\": " + TEXT + "}]");
      broken.put("end.json", "[{\"id\": 1, \"word\": \"" + TEXT);
      broken.put("object.json", "[{\"id\": {\"a\": \"" + TEXT + "\"}}]");
      broken.put("rows.json", "[\"" + TEXT + "\"]");
      broken.put("number.yaml", "- id: " + TEXT + "\n");
      broken.put("quote.yaml", "- id: 1\n  word: \"" + TEXT + "\n");
      broken.put("tag.yaml", "- id: !!" + TEXT + " 1\n");
      broken.put("alias.yaml", "- id: *" + TEXT + "\n");
      broken.put("rows.yaml", "- " + TEXT + "\n");
      DSLContext dsl = people();

      for (Map.Entry<String, String> file : broken.entrySet()) {
        Path path = Files.writeString(directory.resolve(file.getKey()), file.getValue());
        Fixture plain = Fixture.of(PERSON, path);
        Fixture fixture = file.getKey().startsWith("lookup") ? plain.lookup(HOME, CODE) : plain;
        Seeder seeder = Seeder.of(dsl).seeds(Seed.of("people", seed -> seed.insert(fixture)));
        try (var canary = new Canary()) {
          Throwable failure = catchThrowable(seeder::run);

          assertThat(failure).as(file.getKey()).isInstanceOf(SeedException.class);
          Canary.assertSilent(failure);
          canary.assertSilent();
        }
      }
    }

    private DSLContext people() {
      DataSource source = TestDatabase.H2.dataSource(TestDatabase.H2.freshUrl(directory));
      DSLContext dsl = DSL.using(source, SQLDialect.H2);
      dsl.execute("create table \"town\" (\"id\" bigint primary key, \"code\" varchar(20) unique)");
      dsl.execute(
          """
          create table "person" (
            "id" bigint primary key,
            "word" varchar(20) unique,
            "day" date,
            "active" boolean,
            "home" bigint references "town")""");
      return dsl;
    }
  }

  @Nested
  class InAddresses {

    @TempDir Path directory;

    @Test
    void aPasswordIsNotRepeatedWhereNobodyAnswers() throws IOException {
      int free = freePort();
      var properties = new PGSimpleDataSource();
      properties.setServerNames(new String[] {"localhost"});
      properties.setPortNumbers(new int[] {free});
      properties.setUser("sa");
      properties.setPassword(TEXT);
      List<DSLContext> refused =
          List.of(
              DSL.using(properties, SQLDialect.POSTGRES),
              at("jdbc:postgresql://localhost:" + free + "/a?user=u&password=" + TEXT),
              at("jdbc:mariadb://localhost:" + free + "/a?user=u&password=" + TEXT),
              at("jdbc:h2:tcp://localhost:" + free + "/a;USER=sa;PASSWORD=" + TEXT),
              at("jdbc:sqlite:" + directory.resolve("no/such.db") + "?password=" + TEXT),
              at("jdbc:nobody://u:" + TEXT + "@localhost/a?password=" + TEXT));

      for (DSLContext dsl : refused) {
        try (var canary = new Canary()) {
          Seeder seeder = Seeder.of(dsl).environment("test").seeds(Seed.of("none", seed -> {}));

          for (ThrowingCallable call :
              List.<ThrowingCallable>of(
                  seeder::run,
                  seeder::plan,
                  seeder::dryRun,
                  seeder::verify,
                  seeder::applied,
                  seeder::reset,
                  () -> seeder.mark("a"))) {
            Throwable failure = catchThrowable(call);

            assertThat(failure).hasMessageStartingWith("The database cannot be reached.");
            Canary.assertSilent(failure);
          }
          canary.assertSilent();
        }
      }
    }

    /** Once: H2 waits after each wrong password, and longer each time. */
    @Test
    void aPasswordThatIsRefusedIsNotRepeated() {
      var wrongPassword = new JdbcDataSource();
      wrongPassword.setURL("jdbc:h2:mem:guarded;DB_CLOSE_DELAY=-1");
      wrongPassword.setUser("sa");
      wrongPassword.setPassword("other");
      DSL.using(wrongPassword, SQLDialect.H2).execute("select 1");
      wrongPassword.setPassword(TEXT);
      Seeder seeder =
          Seeder.of(DSL.using(wrongPassword, SQLDialect.H2)).seeds(Seed.of("none", seed -> {}));

      try (var canary = new Canary()) {
        Throwable failure = catchThrowable(seeder::run);

        assertThat(failure).hasMessageStartingWith("The database cannot be reached.");
        Canary.assertSilent(failure);
        canary.assertSilent();
      }
    }

    @Test
    void aPasswordIsNotRepeatedWhereASeedMayNotRun() {
      DataSource source = TestDatabase.H2.dataSource(TestDatabase.H2.freshUrl(directory));
      for (String url :
          List.of(
              "jdbc:postgresql://u:" + TEXT + "@db.example.com/shop?password=" + TEXT,
              "jdbc:mysql://address=(host=db)(password=" + TEXT + ")/shop",
              "jdbc:sqlserver://db;password=" + TEXT,
              "jdbc:oracle:thin:u/" + TEXT + "@db:1521/shop",
              "jdbc:duckdb:md:shop?motherduck_token=" + TEXT,
              "jdbc:h2:ssl://db/shop;PASSWORD=" + TEXT)) {
        DSLContext dsl = DSL.using(AlteredConnections.at(url, source), SQLDialect.H2);
        Seeder seeder = Seeder.of(dsl).seeds(Seed.of("none", seed -> {}));

        Throwable failure = catchThrowable(seeder::run);

        assertThat(failure).as(url).hasMessageContaining("none");
        Canary.assertSilent(failure);
      }
    }

    private static DSLContext at(String url) {
      DataSource source =
          (DataSource)
              Proxy.newProxyInstance(
                  CanaryTest.class.getClassLoader(),
                  new Class<?>[] {DataSource.class},
                  (self, called, arguments) ->
                      called.getName().equals("getConnection")
                          ? DriverManager.getConnection(url)
                          : "a data source of " + url);
      return DSL.using(source, SQLDialect.DEFAULT);
    }

    private static int freePort() throws IOException {
      try (var socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }
  }
}
