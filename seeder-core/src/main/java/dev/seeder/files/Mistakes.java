package dev.seeder.files;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, in its order. Not safe for use by several threads. */
final class Mistakes {

  private static final int MOST = 20;

  /** The longest name of a file that is repeated. */
  private static final int LONGEST = 60;

  private final List<String> texts = new ArrayList<>();

  void add(Place place, String what) {
    if (texts.size() < MOST) {
      texts.add(place + ": " + what);
    }
  }

  void add(Place place, String column, String what) {
    add(place, "column " + quoted(column) + " " + what);
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  /** Returns whether no more of them are told. */
  boolean isFull() {
    return texts.size() == MOST;
  }

  /** Returns all of them, each on a line of its own. */
  String told() {
    return "\n  "
        + String.join("\n  ", texts)
        + (isFull() ? "\n  There may be more: these are the first " + MOST + "." : "");
  }

  /** Returns a name of the file as it can be shown: on one line, and not too long. */
  static String quoted(String name) {
    String shown = name.replaceAll("\\p{Cntrl}", " ");
    return "\"" + (shown.length() > LONGEST ? shown.substring(0, LONGEST) + "..." : shown) + "\"";
  }
}
