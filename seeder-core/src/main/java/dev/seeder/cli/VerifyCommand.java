package dev.seeder.cli;

import dev.seeder.Seeder;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells whether seeds can be repeated. */
@Command(
    name = "verify",
    description = {
      "Runs all seeds twice, rolls both back, and compares the rows; for a build.",
      "Wanted is a scratch database with a schema and without the seeds' rows."
    },
    footerHeading = "%nExample:%n",
    footer = "  ${COMMAND-FULL-NAME} --url jdbc:sqlite:scratch.db")
final class VerifyCommand implements Callable<Integer> {

  private final Program program;
  @Mixin private final Common common;
  @Mixin private final SeedOptions seeds;

  VerifyCommand(Program program, Terminal terminal) {
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
          seeder.plan(); // what it refuses is no difference between rows
          try {
            return common.answer(seeder.verify());
          } catch (IllegalStateException e) {
            return common.fail(database, Exit.FAILED, String.valueOf(e.getMessage()), e);
          }
        });
  }
}
