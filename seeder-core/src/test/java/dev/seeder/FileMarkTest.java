package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database in a file remembers: its environment, wherever the file is. */
class FileMarkTest {

  private static final Seed NONE = Seed.of("none", seed -> {});

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"SQLITE, jdbc:sqlite:, shop.db, shop.db", "H2, jdbc:h2:, shop, shop.mv.db"})
  void aFileRemembersWhatWasDeclaredAndMayBeMoved(
      TestDatabase database, String prefix, String name, String file) throws IOException {
    DSLContext dsl = open(database, prefix + folder.resolve(name));
    Seeder.of(dsl).seeds(NONE).withoutHistory().run();
    assertThat(EnvironmentMark.OWN.exists(dsl)).isFalse();

    Seeder.of(dsl).seeds(NONE).environment("staging").run();
    assertThat(isMarked(dsl)).isTrue();

    Path moved = Files.createDirectory(folder.resolve("moved"));
    Files.move(folder.resolve(file), moved.resolve(file));
    Seeder there = Seeder.of(open(database, prefix + moved.resolve(name))).withoutHistory();

    assertThat(there.seeds(NONE).environment("staging").run().names(SeedReport.Outcome.APPLIED))
        .containsExactly("none");
    assertThatThrownBy(there.seeds(NONE)::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("which is marked \"staging\"")
        .hasMessageContaining("Environment of this run: none is declared");
  }

  private static boolean isMarked(DSLContext dsl) {
    return EnvironmentMark.OWN.exists(dsl)
        && dsl.fetchCount(table(name("seeder_environment"))) == 1;
  }

  private static DSLContext open(TestDatabase database, String url) {
    return DSL.using(database.dataSource(url), database.dialect());
  }
}
