package dev.seeder.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/** The commands, put together for one call. */
final class Commands {

  private static final Set<String> OF_ALL = Set.of("-h", "--help", "-V", "--version");
  private static final int WIDTH = 100;

  private Commands() {}

  static int run(Program program, Terminal terminal, List<String> args) {
    String secret = VisibleSecrets.mistake(args);
    if (secret != null) {
      terminal.err().println(secret);
      return Exit.USAGE;
    }
    return of(program, terminal).execute(named(args).toArray(String[]::new));
  }

  private static CommandLine of(Program program, Terminal terminal) {
    CommandLine all =
        new CommandLine(new RootCommand())
            .addSubcommand(new RunCommand(program, terminal))
            .addSubcommand(new PlanCommand(program, terminal))
            .addSubcommand(new StatusCommand(program, terminal))
            .addSubcommand(new DryRunCommand(program, terminal))
            .addSubcommand(new VerifyCommand(program, terminal))
            .addSubcommand(new ExportCommand(terminal))
            .addSubcommand(new ResetCommand(program, terminal))
            .addSubcommand(new MarkCommand(program, terminal));
    all.getSubcommands().values().forEach(each -> each.getCommandSpec().addOption(help()));
    return all.addSubcommand(new HelpCommand())
        .setCommandName(program.name())
        .setOut(new PrintWriter(new StreamWriter(terminal.out()), true))
        .setErr(new PrintWriter(new StreamWriter(terminal.err()), true))
        .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(WIDTH)
        .setParameterExceptionHandler(new Mistakes());
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this help.")
        .build();
  }

  /** A command line that begins with an option is one of "run". */
  private static List<String> named(List<String> args) {
    if (!args.isEmpty() && (!args.get(0).startsWith("-") || OF_ALL.contains(args.get(0)))) {
      return args;
    }
    List<String> named = new ArrayList<>(args);
    named.add(0, "run");
    return named;
  }
}
