package dev.seeder.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line. */
final class Mistakes implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException mistake, String[] args) {
    CommandLine at = mistake.getCommandLine();
    at.getErr().println(at.getColorScheme().errorText(message(mistake, at)));
    at.getErr().println("  For help: " + at.getCommandSpec().qualifiedName() + " --help");
    return Exit.USAGE;
  }

  private static String message(ParameterException mistake, CommandLine at) {
    if (!(mistake instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(mistake.getMessage());
    }
    String word = unmatched.getUnmatched().get(0);
    boolean isOption = unmatched.isUnknownOption();
    boolean ofAll = at.getParent() == null;
    String kind = isOption ? "option" : ofAll ? "command" : "argument";
    List<String> close = unmatched.getSuggestions();
    return "There is no "
        + kind
        + " \""
        + word
        + "\""
        + (ofAll ? "." : " of \"" + at.getCommandName() + "\".")
        + (close.isEmpty() ? "" : "\n  Did you mean \"" + close.get(0) + "\"?");
  }
}
