package dev.seeder.cli;

import dev.seeder.Seeder;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Applies seeds. */
@Command(
    name = "run",
    description = {
      "Applies the seeds that were not applied yet, each in its own transaction.",
      "What was applied stays when a later one fails; the next run goes on from there.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ${COMMAND-FULL-NAME} --url jdbc:sqlite:shop.db",
      "  ${COMMAND-FULL-NAME} --url jdbc:postgresql://db/shop --user shop --password --env staging",
      "  ${COMMAND-FULL-NAME} --only demo-books,demo-sales --random-seed 42"
    })
final class RunCommand implements Callable<Integer> {

  private final Program program;
  @Mixin private final Common common;
  @Mixin private final SeedOptions seeds;

  @Option(
      names = "--without-history",
      description = "Apply all seeds, whatever was applied, and record nothing; after a reset.")
  private boolean withoutHistory;

  RunCommand(Program program, Terminal terminal) {
    this.program = program;
    this.common = new Common(terminal);
    this.seeds = new SeedOptions(program);
  }

  @Override
  public Integer call() {
    UnaryOperator<Seeder> chosen = seeds.seeder(common);
    return common.run(
        program.before(),
        database -> {
          Seeder seeder = chosen.apply(program.seeder(database, common.progress()));
          return common.answer((withoutHistory ? seeder.withoutHistory() : seeder).run());
        });
  }
}
