package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaysTakenTest {

  private final WaysTaken ways = new WaysTaken();

  @Test
  void plainInsertsAreNotTold() {
    ways.add("author", "");
    ways.add("book", "");

    assertThat(ways.told()).isEmpty();
    assertThat(new WaysTaken().told()).isEmpty();
  }

  @Test
  void aWayOfAllTablesIsToldOnce() {
    ways.add("author", "COPY");
    ways.add("book", "COPY");
    ways.add("author", "COPY");

    assertThat(ways.told()).isEqualTo("by COPY");
  }

  @Test
  void differentWaysAreToldByTable() {
    ways.add("author", "COPY");
    ways.add("settings", "");
    ways.add("book", "COPY");
    ways.add("book", "multi-row INSERT");

    assertThat(ways.told()).isEqualTo("author by COPY, book by COPY and multi-row INSERT");
  }
}
