package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** Which settings of a file are refused, as a crash would cost more than the seed. */
class DurabilityTest {

  private static final Seed TABLE =
      Seed.of("table", seed -> seed.dsl().execute("create table t (id integer)"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "synchronous=OFF, synchronous = OFF",
    "journal_mode=MEMORY, journal_mode = MEMORY",
    "journal_mode=OFF, journal_mode = OFF",
  })
  void aFileWhoseDurabilityIsWeakenedIsRefused(String setting, String told) {
    Path file = folder.resolve("shop.db");

    assertThatThrownBy(seeder("jdbc:sqlite:" + file + "?" + setting)::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Seeds do not run on the database "%s", which a crash could destroy: its connection has \
            %s. Nothing was written.
              To fix: take the setting out of the address or the code; seeds are fast without."""
                .formatted(file, told));

    assertThat(DSL.using("jdbc:sqlite:" + file).fetchCount(DSL.table("sqlite_master"))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"journal_mode=WAL&synchronous=NORMAL", "journal_mode=TRUNCATE"})
  void otherSettingsArePassed(String setting) {
    String url = "jdbc:sqlite:" + folder.resolve("shop.db") + "?" + setting;

    assertThat(seeder(url).run().names(SeedReport.Outcome.APPLIED)).containsExactly("table");
  }

  @Test
  void memoryHasNothingToLose() {
    String url = "jdbc:sqlite:file:shop?mode=memory&cache=shared&synchronous=OFF";

    assertThat(seeder(url).plan().names(SeedReport.Outcome.PENDING)).containsExactly("table");
  }

  private static Seeder seeder(String url) {
    var source = new SQLiteDataSource();
    source.setUrl(url);
    return Seeder.of(source).seeds(TABLE);
  }
}
