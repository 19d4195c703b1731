package dev.seeder.cli;

import dev.seeder.rows.Fixture;
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
            return saved(save(DSL.using(connection)));
          } catch (IllegalStateException | IllegalArgumentException e) {
            return common.fail(database, Exit.FAILED, String.valueOf(e.getMessage()), e);
          }
        });
  }

  private List<String> save(DSLContext dsl) {
    Table<Record> saved = DSL.table(Tables.name(table));
    if (!withParents) {
      Fixture.save(dsl, saved, file);
      return List.of(table);
    }
    Condition rows = where == null ? DSL.trueCondition() : DSL.condition(where);
    return Fixture.saveWithParents(dsl, saved, rows, file, ending).stream()
        .map(fixture -> fixture.table().getName())
        .toList();
  }

  private int saved(List<String> tables) {
    return common.answer(
        "Saved to " + file + ": " + String.join(", ", tables),
        json -> {
          json.writeStringField("file", file.toString());
          json.writeArrayFieldStart("tables");
          for (String each : tables) {
            json.writeString(each);
          }
          json.writeEndArray();
        });
  }
}
