package library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts the application as it is delivered, in a process of its own.
 *
 * <p>A {@code @QuarkusTest} has the seeds too, where {@code seeder-flyway} is a jar. Here it is a
 * module of the same build, which Quarkus loads for tests where Flyway does not see it.
 */
class QuarkusAppIT {

  @TempDir Path folder;

  @Test
  void theFirstStartSeedsAndTheSecondDoesNothing() throws Exception {
    String staging = "-Dquarkus.flyway.placeholders.seederenv=staging";

    assertThat(start("staging", staging))
        .contains("4 genres, 50 books", "Successfully applied 3 migrations");
    assertThat(start("staging", staging)).contains("4 genres, 50 books", "No migration necessary");
  }

  @Test
  void itsProfileDecidesWhichSeedsRun() throws Exception {
    assertThat(start("production")).contains("4 genres, 0 books", "applied 2 migrations");
  }

  private String start(String database, String... options)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dquarkus.datasource.jdbc.url=jdbc:h2:" + folder.resolve(database));
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", System.getProperty("library.jar")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
