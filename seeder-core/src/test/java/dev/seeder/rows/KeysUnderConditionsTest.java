package dev.seeder.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.Seed;
import dev.seeder.Seeder;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys whose columns have conditions, and keys that hold each other. */
class KeysUnderConditionsTest {

  private CloseableDSLContext dsl;

  @BeforeEach
  void open() {
    dsl = DSL.using("jdbc:sqlite::memory:");
  }

  @AfterEach
  void close() {
    dsl.close();
  }

  @Test
  void uniqueTextsAreInTheFormThatAConditionAsksFor() {
    dsl.execute(
        "create table zone (id integer primary key,"
            + " name varchar(255) not null unique check (name = lower(name)),"
            + " motto varchar(80) not null unique check (motto = upper(trim(motto))))");

    fill("zone", 100);

    assertThat(count("zone")).isEqualTo(100);
  }

  @Test
  void aKeyThatHoldsAnotherOneIsKeptWithIt() {
    dsl.execute(
        "create table escalation (id bigint not null, trigger_id bigint, item_id bigint,"
            + " service_id bigint, primary key (id))");
    dsl.execute(
        "create unique index by_trigger on escalation (trigger_id, item_id, service_id, id)");

    fill("escalation", 100);

    assertThat(count("escalation")).isEqualTo(100);
  }

  @Test
  void bytesHaveTheLengthThatAConditionAsksFor() {
    dsl.execute(
        "create table host (id blob primary key not null check (octet_length(id) = 20),"
            + " address blob not null check (length(address) between 2 and 4))");

    fill("host", 100);

    assertThat(count("host where length(address) = 4")).isEqualTo(100);
  }

  @Test
  void noRowAtAllIsNotTakenForFewRows() {
    dsl.execute(
        "create table odd (id integer primary key,"
            + " name varchar(40) not null unique check (name || name = name))");

    assertThatThrownBy(() -> fill("odd", 100))
        .hasMessage(
            """
            Seed "rows" failed at table "odd"; its transaction was rolled back.
              Cause: No row 1 of "odd" was found that keeps check (name || name = name), \
            in 200000 attempts.
                To fix: give its columns by set(...) or generate(...).
              To repeat exactly: Seeder.randomSeed(0)""");
  }

  private void fill(String table, long rows) {
    Seed seed =
        Seed.of(
            "rows",
            context -> context.insert(Factory.of(table(name(table))).inferAll().rowsUpTo(rows)));
    Seeder.of(dsl).withoutHistory().seeds(seed).run();
  }

  private int count(String from) {
    return dsl.fetchSingle("select count(*) from " + from).get(0, int.class);
  }
}
