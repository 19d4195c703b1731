package anyschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnySchemaTest {

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String url;

  @BeforeEach
  void createTables() {
    url = "jdbc:sqlite:" + directory.resolve("shop.db");
    try (CloseableDSLContext dsl = DSL.using(url)) {
      dsl.execute("create table customer (id integer primary key, email varchar(80) not null)");
      dsl.execute(
          "create table purchase (id integer primary key,"
              + " customer_id int not null references customer, price decimal(8, 2) not null)");
    }
  }

  @Test
  void fillsTheTables() {
    assertThat(run("--url", url, "--rows", "50")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("customer", "purchase", "To repeat: Seeder.randomSeed(0)");
    try (CloseableDSLContext dsl = DSL.using(url)) {
      assertThat(dsl.fetchCount(DSL.table("customer"))).isEqualTo(50);
      assertThat(dsl.fetchCount(DSL.table("purchase"))).isEqualTo(50);
    }
  }

  @Test
  void tellsNoProgressOfWhatTakesNoTime() {
    assertThat(run("--url", url, "--progress")).isZero();

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void leavesRowsAlone() {
    run("--url", url, "--rows", "50");

    assertThat(run("--url", url, "--rows", "50")).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "No rows were inserted: there are no tables, or all of them have rows already.",
            "  To fix: create the tables first, or name their schema by --schema.");
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThat(run("--url", url, "--rows", "many")).isEqualTo(2);
    assertThat(run("--rows", "5")).isEqualTo(2);
    assertThat(run("--url", "shop.db")).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(
            "\"--rows\" is \"many\", expected a number from 1 on.",
            "\"--url\" is missing.",
            "\"--url\" is \"shop.db\", expected a JDBC URL such as jdbc:sqlite:shop.db.");
  }

  @Test
  void saysWhyADatabaseCannotBeOpened() {
    assertThat(run("--url", "jdbc:nothing:here?password=secret")).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "The database cannot be opened: java.sql.SQLException: No suitable driver found for"
                + " jdbc:nothing:here",
            "  To fix: look at --url, --user and --password.");
  }

  private int run(String... args) {
    return AnySchema.run(
        List.of(args),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
