package dev.seeder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeederCommandTest {

  @TempDir private Path directory;

  private final CommandSession session = CommandSession.plain(Map.of());
  private String url = "";

  @BeforeEach
  void createTables() {
    url = "jdbc:sqlite:" + directory.resolve("library.db");
    try (CloseableDSLContext dsl = DSL.using(url)) {
      Library.create(dsl);
    }
  }

  @Test
  void withoutACommandTheSeedsRun() {
    assertThat(session.run(Library.command(), "--url", url)).isZero();

    assertThat(session.err()).isEmpty();
    assertThat(session.out())
        .isEqualTo(
            """
            Seed         Outcome   Table   Rows Time   Reason
            genres       applied   genre      3 TIME
            demo-books   applied   book      20 TIME
            total                            23 TIME
            To repeat: Seeder.randomSeed(0)""");
  }
}
