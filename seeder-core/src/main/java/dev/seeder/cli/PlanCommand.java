package dev.seeder.cli;

import dev.seeder.Seeder;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what would be applied. */
@Command(
    name = "plan",
    description = "Shows which seeds would run, in their order, and why; writes nothing.",
    footerHeading = "%nExample:%n",
    footer = "  ${COMMAND-FULL-NAME} --url jdbc:sqlite:shop.db --only demo-books")
final class PlanCommand implements Callable<Integer> {

  private final Program program;
  @Mixin private final Common common;
  @Mixin private final SeedOptions seeds;

  PlanCommand(Program program, Terminal terminal) {
    this.program = program;
    this.common = new Common(terminal);
    this.seeds = new SeedOptions(program);
  }

  @Override
  public Integer call() {
    UnaryOperator<Seeder> chosen = seeds.seeder(common);
    return common.run(database -> common.answer(chosen.apply(program.seeder(database)).plan()));
  }
}
