package dev.seeder.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds passwords among arguments, where everybody on the machine can read them. */
final class VisibleSecrets {

  private static final Pattern IN_URL =
      Pattern.compile("jdbc:.*([?&;](password|pwd|pass)=.|//[^/?;]*:[^/?;@]+@).*", Pattern.DOTALL);

  private static final String READABLE =
      ": everybody on this machine can read it there.\n"
          + "  To fix: set the environment variable ";

  private VisibleSecrets() {}

  /** Returns what is wrong; null if nothing is. Holds no part of the arguments. */
  static @Nullable String mistake(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      String word = args.get(i);
      boolean valueBehind =
          word.equals("--password") && i + 1 < args.size() && !args.get(i + 1).startsWith("-");
      if (word.startsWith("--password=") || valueBehind) {
        return "A password is no argument"
            + READABLE
            + "SEEDER_PASSWORD, or write --password alone, before another option or at the end, to"
            + " be asked.";
      }
      if (IN_URL.matcher(word.toLowerCase(Locale.ROOT)).find()) {
        return "The address in the arguments holds a password"
            + READABLE
            + "SEEDER_URL to the address, or SEEDER_PASSWORD to the password alone.";
      }
    }
    return null;
  }
}
