package bookstore;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.db.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookstoreCommandTest {

  @TempDir private Path directory;

  @Test
  void seedsHaveACommandLine() throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("bookstore.db");
    Path genres = directory.resolve("genres.csv");

    assertThat(BookstoreCommand.isOne("run", "--url", url)).isTrue();
    assertThat(BookstoreCommand.isOne("seed", "--url", url)).isFalse();
    assertThat(BookstoreCommand.run("plan", "--url", url)).isEqualTo(4);
    assertThat(BookstoreCommand.run("run", "--url", url)).isZero();
    assertThat(BookstoreCommand.run("export", "genre", genres.toString(), "--url", url)).isZero();

    assertThat(Files.readString(genres)).contains("crime,Crime and mystery");
    try (CloseableDSLContext dsl = DSL.using(url)) {
      assertThat(dsl.fetchCount(Tables.SALE)).isEqualTo(500);
    }
  }

  @Test
  void seedsOfFlywayAreNotRunAgain() {
    String url = "jdbc:sqlite:" + directory.resolve("bookstore.db");
    Bookstore.run(List.of("--url", url), System.out, System.err);

    assertThat(BookstoreCommand.run("run", "--url", url)).isEqualTo(1);
  }
}
