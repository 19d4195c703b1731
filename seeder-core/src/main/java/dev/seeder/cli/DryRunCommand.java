package dev.seeder.cli;

import dev.seeder.SeedReport;
import dev.seeder.Seeder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries what would be applied. */
@Command(
    name = "dry-run",
    description = {
      "Runs the seeds in one transaction, rolls it back, and shows what they would write.",
      "Counters of keys move on; all else is as before."
    },
    footerHeading = "%nExample:%n",
    footer = "  ${COMMAND-FULL-NAME} --url jdbc:sqlite:shop.db --rows")
final class DryRunCommand implements Callable<Integer> {

  private static final int ROWS = 20;

  private final Program program;
  @Mixin private final Common common;
  @Mixin private final SeedOptions seeds;

  @Option(names = "--sql", description = "Show the statements that write, without values.")
  private boolean sql;

  @Option(
      names = "--rows",
      description = {
        "Show the first 20 rows of each table that would be inserted, updated and deleted,",
        "long values shortened, secrets hidden."
      })
  private boolean rows;

  DryRunCommand(Program program, Terminal terminal) {
    this.program = program;
    this.common = new Common(terminal);
    this.seeds = new SeedOptions(program);
  }

  @Override
  public Integer call() {
    UnaryOperator<Seeder> chosen = seeds.seeder(common);
    return common.run(
        database -> {
          Seeder seeder = chosen.apply(program.seeder(database, common.progress()));
          return sql || rows ? withMore(seeder) : common.answer(seeder.dryRun());
        });
  }

  private int withMore(Seeder seeder) {
    List<String> statements = new ArrayList<>();
    SeedReport report = seeder.dryRun(sql ? statements::add : nobody -> {}, rows ? ROWS : 0);
    if (!sql) {
      return common.answer(report);
    }
    return common.answer(
        String.join(";\n", statements) + (statements.isEmpty() ? "" : ";\n\n"),
        report,
        json -> {
          json.writeArrayFieldStart("statements");
          for (String statement : statements) {
            json.writeString(statement);
          }
          json.writeEndArray();
        });
  }
}
