package library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the jar as it is delivered, in a process of its own. */
class FatJarIT {

  @TempDir Path folder;

  @Test
  void theFirstStartSeedsAndTheSecondDoesNothing() throws Exception {
    String url = "--spring.datasource.url=jdbc:h2:" + folder.resolve("library");

    assertThat(start(url)).contains("4 genres, 50 books", "Successfully applied 2 migrations");
    assertThat(start(url)).contains("4 genres, 50 books", "No migration necessary");
  }

  private static String start(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", System.getProperty("library.jar")));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
