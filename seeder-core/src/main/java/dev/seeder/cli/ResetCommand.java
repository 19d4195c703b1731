package dev.seeder.cli;

import dev.seeder.Seeder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jooq.Table;
import org.jooq.impl.DSL;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes rows. */
@Command(
    name = "reset",
    description = {
      "Deletes all rows of these tables, or of all tables of the current schema.",
      "The mark of the database must agree; without one it must be confirmed. The seeds stay",
      "recorded as applied: run --without-history fills the tables again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ${COMMAND-FULL-NAME} --url jdbc:sqlite:shop.db --confirm shop.db",
      "  ${COMMAND-FULL-NAME} sale book --env test"
    })
final class ResetCommand implements Callable<Integer> {

  private final Program program;
  @Mixin private final Common common;
  @Mixin private final EnvironmentOptions environment = new EnvironmentOptions();

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..*",
      description = "The tables; all of the current schema if none is named.")
  private List<String> tables = new ArrayList<>();

  ResetCommand(Program program, Terminal terminal) {
    this.program = program;
    this.common = new Common(terminal);
  }

  @Override
  public Integer call() {
    environment.check(common);
    return common.run(database -> answer(delete(environment.set(program.seeder(database)))));
  }

  private Map<String, Long> delete(Seeder seeder) {
    if (tables.isEmpty()) {
      return seeder.reset();
    }
    List<Table<?>> named = new ArrayList<>();
    tables.forEach(table -> named.add(DSL.table(Tables.name(table))));
    return seeder.reset(named.get(0), named.subList(1, named.size()).toArray(new Table<?>[0]));
  }

  private int answer(Map<String, Long> deleted) {
    List<String> lines = new ArrayList<>(List.of("Deleted:"));
    deleted.forEach(
        (table, rows) -> lines.add(String.format(Locale.ROOT, "  %s, %,d rows", table, rows)));
    return common.answer(
        String.join("\n", lines),
        json -> {
          json.writeObjectFieldStart("deleted");
          for (Map.Entry<String, Long> table : deleted.entrySet()) {
            json.writeNumberField(table.getKey(), table.getValue());
          }
          json.writeEndObject();
        });
  }
}
