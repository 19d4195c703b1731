package scale;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the process of a way is started. */
record Command(List<String> words, Path input) {

  private static final Path NOTHING =
      Path.of(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");

  static Command of(
      Way way, String url, Size size, FinishedRows rows, Optional<String> heap, Path directory)
      throws IOException {
    if (way == Way.LIMIT && url.startsWith("jdbc:sqlite:") && hasShell()) {
      return shell(rows, directory);
    }
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (way.isBySeeder()) {
      heap.ifPresent(most -> words.add("-Xmx" + most));
    }
    words.addAll(List.of("-cp", classPath(), Load.class.getName()));
    words.addAll(List.of(way.name(), url, size.name(), rows.directory().toString()));
    return new Command(words, NOTHING);
  }

  /** The jar names what it needs; the servers are not among it. */
  private static String classPath() {
    String self = Load.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return self.endsWith(".jar")
        ? self
        // surefire's own class path is one jar that only names the others
        : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** SQLite's own program, if it is installed. */
  private static Command shell(FinishedRows rows, Path directory) throws IOException {
    var script = new StringBuilder("pragma foreign_keys = on;\nbegin;\n.mode tabs\n");
    for (Shop.Columns table : Shop.ALL) {
      script.append(".import \"%s\" %s\n".formatted(rows.file(table), table.name()));
    }
    Path file = Files.writeString(directory.resolve("import.sql"), script + "commit;\n");
    return new Command(List.of("sqlite3", "-bail", Database.file(directory).toString()), file);
  }

  private static boolean hasShell() {
    return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "sqlite3")));
  }
}
