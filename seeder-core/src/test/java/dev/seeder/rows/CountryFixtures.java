package dev.seeder.rows;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.Seed;
import dev.seeder.SeedException;
import dev.seeder.Seeder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jooq.CloseableDSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Files of countries, and a table for them in SQLite's memory. */
abstract class CountryFixtures {

  static final Table<Record> COUNTRY = table(name("country"));

  @TempDir Path directory;
  CloseableDSLContext dsl;

  private final String columns;

  CountryFixtures(String columns) {
    this.columns = columns;
  }

  @BeforeEach
  void createTable() {
    dsl = DSL.using("jdbc:sqlite::memory:");
    dsl.execute("create table country (" + columns + ")");
  }

  @AfterEach
  void close() {
    dsl.close();
  }

  final void insert(RowSource rows) {
    Seeder.of(dsl).withoutHistory().seeds(Seed.of("countries", seed -> seed.insert(rows))).run();
  }

  final String failure(RowSource rows) {
    return catchThrowableOfType(SeedException.class, () -> insert(rows)).getMessage();
  }

  /** Returns what is told of the file, below the line that names it. */
  final List<String> mistakes(Fixture fixture) {
    var failure = catchThrowableOfType(IllegalStateException.class, () -> open(fixture));
    return failure.getMessage().lines().skip(1).map(String::strip).toList();
  }

  final void open(Fixture fixture) {
    fixture.open(Drawn.scope(dsl, 0, Locale.ENGLISH)).values().close();
  }

  final List<String> rows(String selected) {
    return dsl.fetch("select " + selected + " from country order by code").stream()
        .map(row -> String.join("|", row.intoList().stream().map(String::valueOf).toList()))
        .toList();
  }

  final Fixture file(String file, String content) throws IOException {
    return Fixture.of(COUNTRY, Files.writeString(directory.resolve(file), content));
  }

  final Fixture bytes(String file, String latin) throws IOException {
    return Fixture.of(
        COUNTRY, Files.write(directory.resolve(file), latin.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
