package dev.seeder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedRevisionTest {

  private record WithFiles(int revision, List<String> dataFiles) implements Seed {

    @Override
    public String name() {
      return "genres";
    }

    @Override
    public void run(SeedContext seed) {
      throw new AssertionError("a plan runs nothing");
    }
  }

  @TempDir private Path folder;

  private ClassLoader before;
  private URLClassLoader loader;

  @BeforeEach
  void readFromTheFolder() throws IOException {
    before = Thread.currentThread().getContextClassLoader();
    loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    Thread.currentThread().setContextClassLoader(loader);
  }

  @AfterEach
  void restore() throws IOException {
    Thread.currentThread().setContextClassLoader(before);
    loader.close();
  }

  @Test
  void withoutFilesIsTheNumber() {
    assertThat(revision(1)).isEqualTo("1");
    assertThat(revision(12)).isEqualTo("12");
  }

  /** The digits come from sha256sum: history tables hold them. */
  @Test
  void withFilesIsTheNumberAndADigestThatStaysForEver() throws IOException {
    write("genres.csv", "code,name\nnovel,Novel\n");

    assertThat(revision(3, "genres.csv")).isEqualTo("3+315574d9c2764685");
  }

  @Test
  void contentCounts() throws IOException {
    write("genres.csv", "code,name\nnovel,Novel\n");
    String first = revision(1, "genres.csv");
    write("genres.csv", "code,name\nnovel,Roman\n");

    assertThat(revision(1, "genres.csv")).isNotEqualTo(first).startsWith("1+").hasSize(18);
  }

  @Test
  void lineEndingsDoNotCount() throws IOException {
    write("genres.csv", "code,name\nnovel,Größe\n");
    String unix = revision(1, "genres.csv");
    write("genres.csv", "code,name\r\nnovel,Größe\r\n");
    String windows = revision(1, "genres.csv");
    write("genres.csv", "code,name\rnovel,Größe\r");
    String carriageReturn = revision(1, "genres.csv");

    assertThat(List.of(windows, carriageReturn)).containsOnly(unix);
  }

  @Test
  void everyOtherByteCounts() throws IOException {
    write("genres.csv", "code,name\n\r\nnovel\n");
    String emptyLine = revision(1, "genres.csv");
    Files.write(folder.resolve("genres.csv"), new byte[] {(byte) 0xff, 0});
    String binary = revision(1, "genres.csv");
    Files.write(folder.resolve("genres.csv"), new byte[] {(byte) 0xfe, 0});

    assertThat(List.of(emptyLine, binary, revision(1, "genres.csv"))).doesNotHaveDuplicates();
  }

  @Test
  void nameAndOrderOfFilesCount() throws IOException {
    write("a.csv", "1");
    write("b.csv", "2");
    write("c.csv", "1");

    assertThat(
            List.of(
                revision(1, "a.csv", "b.csv"),
                revision(1, "b.csv", "a.csv"),
                revision(1, "c.csv", "b.csv"),
                revision(1, "a.csv"),
                revision(1, "a.csv", "a.csv")))
        .doesNotHaveDuplicates();
  }

  @Test
  void filesAreFoundBesideTheSeedAndInTheContextLoader() throws IOException {
    write("seeds/genres.csv", "novel");

    assertThat(revision(1, "seeds/genres.csv")).startsWith("1+");
    assertThat(revision(1, "dev/seeder/version.properties")).startsWith("1+");
    Thread.currentThread().setContextClassLoader(null);
    assertThat(revision(1, "dev/seeder/version.properties")).startsWith("1+");
  }

  @Test
  void namesTheFilesThatAreMissing() throws IOException {
    write("seeds/genres.csv", "novel");
    var problems = new ArrayList<String>();

    SeedRevision.of(
        new WithFiles(1, List.of("seeds/genre.csv", "seeds/genres.csv", "sale.csv")), problems);

    assertThat(problems)
        .containsExactly(
            """
            Seed "genres" reads the data file "seeds/genre.csv", which is not on the classpath.
              To fix: name it as under src/main/resources, such as "seeds/genres.csv".""",
            """
            Seed "genres" reads the data file "sale.csv", which is not on the classpath.
              To fix: name it as under src/main/resources, such as "seeds/genres.csv".""");
  }

  private static String revision(int revision, String... files) {
    var problems = new ArrayList<String>();
    String text = SeedRevision.of(new WithFiles(revision, List.of(files)), problems);
    assertThat(problems).isEmpty();
    return text;
  }

  private void write(String file, String content) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), content, UTF_8);
  }
}
