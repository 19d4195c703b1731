package dev.seeder;

import java.io.Console;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Tells whether a stream is a terminal on which a line can be written anew. */
final class Terminal {

  private Terminal() {}

  static boolean is(PrintStream out) {
    return (out == System.out || out == System.err)
        && isTerminal(System.console())
        && canRewrite(System.getenv("TERM"));
  }

  static boolean canRewrite(@Nullable String term) {
    return !"dumb".equals(term);
  }

  /** From Java 22 on there is a console also where input and output are none. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
