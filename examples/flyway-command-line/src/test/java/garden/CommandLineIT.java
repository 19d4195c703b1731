package garden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts Flyway's command line as its own script does. */
class CommandLineIT {

  private static final Path HOME = Path.of(System.getProperty("flyway.home"));
  private static final Path EXAMPLE = Path.of("").toAbsolutePath();
  private static final String SQL = "-locations=filesystem:" + EXAMPLE.resolve("sql");

  @TempDir Path folder;

  @Test
  void migrateRunsTheSeedsOfTheFolderJarsOnce() throws Exception {
    assertThat(flyway(EXAMPLE, "migrate"))
        .contains("Seeds of migration \"seeds\": plants (3 rows), demo-beds (20 rows)");
    String beds = fetch("select * from bed order by id");

    assertThat(flyway(EXAMPLE, "migrate")).contains("is up to date. No migration necessary.");

    assertThat(fetch("select * from bed order by id")).isEqualTo(beds);
    assertThat(fetch("select name, weeks from plant order by weeks"))
        .isEqualTo("name,weeks\nRadish,4\nLettuce,8\nPumpkin,16\n");
    assertThat(fetch("select count(*) from bed join plant on plant.id = plant_id"))
        .isEqualTo("count(*)\n20\n");
    assertThat(fetch("select version, script, success from flyway_schema_history"))
        .isEqualTo(
            """
            version,script,success
            1,V1__Garden.sql,true
            "","seeds (demo-beds, plants)",true
            """);
  }

  @Test
  void environmentIsAPlaceholderAndResolverMayBeAnOption() throws Exception {
    assertThat(
            flyway(
                folder,
                "migrate",
                SQL,
                "-migrationResolvers=dev.seeder.flyway.SeedMigrationResolver",
                "-placeholders.seederenv=production"))
        .contains("Seeds of migration \"seeds\": plants (3 rows)");

    assertThat(fetch("select count(*) from bed")).isEqualTo("count(*)\n0\n");
  }

  @Test
  void jarsOfANamedFolderAndAResolverOfAConfFileDo() throws Exception {
    Path conf = folder.resolve("shop.conf");
    Files.writeString(conf, "flyway.resolvers=dev.seeder.flyway.SeedMigrationResolver\n");

    assertThat(
            flyway(
                folder, "migrate", SQL, "-configFiles=" + conf, "-jarDirs=" + HOME.resolve("jars")))
        .contains("Seeds of migration \"seeds\": plants (3 rows), demo-beds (20 rows)");
  }

  @Test
  void withoutTheResolverNoSeedIsFound() throws Exception {
    assertThat(flyway(folder, "migrate", SQL)).contains("Successfully applied 1 migration ");

    assertThat(fetch("select count(*) from plant")).isEqualTo("count(*)\n0\n");
  }

  private String flyway(Path directory, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath(), "org.flywaydb.commandline.Main"));
    command.add("-url=" + url());
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(folder, "flyway", ".log");

    int status =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();

    String output = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(status).as(output).isZero();
    return output;
  }

  private static String classPath() {
    return Stream.of("lib", "lib/flyway", "lib/aad", "drivers")
        .map(name -> HOME.resolve(name).resolve("*").toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String fetch(String query) {
    try (CloseableDSLContext dsl = DSL.using(url())) {
      return dsl.fetch(query).formatCSV();
    }
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("garden.db");
  }
}
