package dev.seeder.cli;

import dev.seeder.AppliedSeed;
import dev.seeder.Seed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what was applied. */
@Command(
    name = "status",
    description = "Shows what was applied and when, as the history has it; writes nothing.",
    footerHeading = "%nExample:%n",
    footer = "  ${COMMAND-FULL-NAME} --url jdbc:sqlite:shop.db")
final class StatusCommand implements Callable<Integer> {

  private final Program program;
  @Mixin private final Common common;

  StatusCommand(Program program, Terminal terminal) {
    this.program = program;
    this.common = new Common(terminal);
  }

  @Override
  public Integer call() {
    return common.run(
        database -> {
          List<AppliedSeed> applied = program.seeder(database).applied();
          Set<String> names =
              applied.stream()
                  .map(AppliedSeed::seed)
                  .collect(Collectors.toCollection(HashSet::new));
          List<String> missing =
              program.seeds().stream()
                  .map(Seed::name)
                  .filter(name -> !names.contains(name))
                  .toList();
          return common.answer(StatusText.of(applied, missing), StatusText.json(applied, missing));
        });
  }
}
