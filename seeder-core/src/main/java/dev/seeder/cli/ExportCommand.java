package dev.seeder.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.seeder.rows.Fixture;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves rows as fixtures. */
@Command(
    name = "export",
    description = "Saves the rows of a table as a fixture, for Fixture.of(...) in a seed.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ${COMMAND-FULL-NAME} genre src/main/resources/seeds/genres.csv",
      "  ${COMMAND-FULL-NAME} sale seeds --with-parents --where \"id <= 20\" --ending .yaml"
    })
final class ExportCommand implements Callable<Integer> {

  @Mixin private final Common common;

  @Parameters(paramLabel = "TABLE", description = "The table, such as genre or shop.genre.")
  private String table = "";

  @Parameters(
      paramLabel = "FILE",
      description = "A .csv, .json or .yaml file; a directory for --with-parents.")
  private Path file = Path.of("");

  @Option(
      names = "--with-parents",
      description = "Save all rows that these refer to as well, a file for each table.")
  private boolean withParents;

  @Option(
      names = "--where",
      paramLabel = "SQL",
      description = "Only the rows that meet this condition; with --with-parents.")
  private @Nullable String where;

  @Option(
      names = "--ending",
      paramLabel = "ENDING",
      defaultValue = ".csv",
      description = "How the files of --with-parents end: .csv (the default), .json or .yaml.")
  private String ending = "";

  ExportCommand(Terminal terminal) {
    this.common = new Common(terminal);
  }

  @Override
  public Integer call() {
    if (where != null && !withParents) {
      throw common.mistake(
          "--where chooses rows of --with-parents.\n  To fix: add --with-parents, or leave it out.");
    }
    return common.run(
        database -> {
          try (Connection connection = database.getConnection()) {
            return save(DSL.using(connection));
          } catch (IllegalStateException | IllegalArgumentException e) {
            return common.fail(database, Exit.FAILED, String.valueOf(e.getMessage()), e);
          }
        });
  }

  private int save(DSLContext dsl) {
    Table<Record> saved = DSL.table(Tables.name(table));
    if (!withParents) {
      return saved(List.of(table), Fixture.save(dsl, saved, file));
    }
    Condition rows = where == null ? DSL.trueCondition() : DSL.condition(where);
    List<String> tables =
        Fixture.saveWithParents(dsl, saved, rows, file, ending).stream()
            .map(fixture -> fixture.table().getName())
            .toList();
    return saved(tables, List.of());
  }

  private int saved(List<String> tables, List<String> leftOut) {
    return common.answer(
        "Saved to "
            + file
            + ": "
            + String.join(", ", tables)
            + (leftOut.isEmpty()
                ? ""
                : "\nLeft out, as the database always makes it: " + String.join(", ", leftOut)),
        json -> {
          json.writeStringField("file", file.toString());
          write(json, "tables", tables);
          write(json, "leftOut", leftOut);
        });
  }

  private static void write(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
