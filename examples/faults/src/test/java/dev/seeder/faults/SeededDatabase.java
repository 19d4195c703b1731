package dev.seeder.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.faults.Invariants.Found;
import javax.sql.DataSource;
import org.jooq.CloseableDSLContext;

/** A database of its own that is seeded in one way, and looked at afterwards. */
record SeededDatabase(FaultDatabase database, Way way, String url) {

  SeededDatabase {
    way.prepare(database.dataSource(url));
  }

  DataSource source() {
    return database.dataSource(url);
  }

  /** Finds no damage, and returns what is there. */
  Found check(boolean acknowledged, String trial) {
    try (CloseableDSLContext dsl = database.connect(url)) {
      database.waitForTheDead(dsl);
      Invariants checked = Invariants.check(database, dsl, way, acknowledged);
      assertThat(checked.damage()).as(trial).isEmpty();
      return checked.found();
    }
  }

  /** Returns a digest of all rows. */
  String content() {
    try (CloseableDSLContext dsl = database.connect(url)) {
      return Invariants.content(dsl);
    }
  }

  void drop() {
    database.drop(url);
  }
}
