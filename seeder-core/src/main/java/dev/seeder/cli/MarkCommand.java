package dev.seeder.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Marks a database. */
@Command(
    name = "mark",
    description = {
      "Writes into the database which environment it is, whatever it says so far.",
      "Needed once for a database that holds rows already, or that is a copy."
    },
    footerHeading = "%nExample:%n",
    footer = "  ${COMMAND-FULL-NAME} shop --env production --url jdbc:postgresql://db/shop")
final class MarkCommand implements Callable<Integer> {

  private final Program program;
  @Mixin private final Common common;
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Parameters(
      paramLabel = "DATABASE",
      description = "The name of the database, or of its file without the folder.")
  private String name = "";

  MarkCommand(Program program, Terminal terminal) {
    this.program = program;
    this.common = new Common(terminal);
  }

  @Override
  public Integer call() {
    environment.check(common);
    return common.run(
        database -> {
          environment.set(program.seeder(database)).mark(name);
          return common.answer(
              "Marked \"" + name + "\".", json -> json.writeStringField("database", name));
        });
  }
}
