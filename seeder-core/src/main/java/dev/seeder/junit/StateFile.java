package dev.seeder.junit;

import dev.seeder.SeedReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that is either there and whole, or not there: several processes may make it at once.
 *
 * @param path the file; the report stands beside it, and is there first
 * @param kept whether it is for later runs
 */
record StateFile(Path path, boolean kept) {

  private static final Duration KEPT = Duration.ofDays(7);

  /** Returns the file of this name where the build keeps its results, or that of this user. */
  static StateFile named(String name, boolean kept) {
    Path folder =
        Stream.of("target", "build")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .map(build -> build.resolve("seeder"))
            .orElseGet(StateFile::temporary);
    return new StateFile(folder.toAbsolutePath().resolve(name + ".db"), kept);
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"))
        .resolve("seeder-" + System.getProperty("user.name"));
  }

  /** Returns the report of the state, which now counts as used; null if it is not there whole. */
  @Nullable SeedReport report() {
    if (!Files.exists(path)) {
      return null;
    }
    var now = FileTime.from(Instant.now());
    try {
      Files.setLastModifiedTime(reportPath(path), now);
      Files.setLastModifiedTime(path, now);
      return ReportText.read(Files.readString(reportPath(path)));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      return null; // of a disk that was full, say: it is made anew
    }
  }

  /** Makes the state under another name, and gives it its own when it is whole. */
  SeedReport make(Function<Path, SeedReport> fill) throws IOException {
    Path folder = Files.createDirectories(path.getParent());
    removeOld(folder);
    Path made = Files.createTempFile(folder, "making-", ".db");
    try {
      SeedReport report = fill.apply(made);
      Files.writeString(reportPath(made), ReportText.write(report));
      move(reportPath(made), reportPath(path));
      move(made, path);
      return report;
    } finally {
      Files.deleteIfExists(made);
    }
  }

  /** Deletes what is not kept. */
  void release() {
    if (!kept) {
      try {
        Files.deleteIfExists(path);
        Files.deleteIfExists(reportPath(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path reportPath(Path database) {
    return database.resolveSibling(database.getFileName() + ".report");
  }

  private static void removeOld(Path folder) throws IOException {
    FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{db,report}")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException | AccessDeniedException e) {
      // another process has deleted it, or uses it: not ours to remove
    }
  }
}
