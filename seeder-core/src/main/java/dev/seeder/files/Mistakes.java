package dev.seeder.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with a file, told in the order of its lines. Not safe for use by several threads.
 */
final class Mistakes {

  private static final int MOST = 20;

  /** The longest name of a file that is repeated. */
  private static final int LONGEST = 60;

  private final List<Mistake> texts = new ArrayList<>();

  private record Mistake(Place place, String what) {}

  void add(Place place, String what) {
    if (texts.size() < MOST) {
      texts.add(new Mistake(place, what));
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
        + texts.stream()
            .sorted(Comparator.comparingLong(mistake -> mistake.place().line()))
            .map(mistake -> mistake.place() + ": " + mistake.what())
            .collect(Collectors.joining("\n  "))
        + (isFull() ? "\n  There may be more: these are the first " + MOST + "." : "");
  }

  /** Returns a name of the file as it can be shown: on one line, and not too long. */
  static String quoted(String name) {
    String shown = name.replaceAll("\\p{Cntrl}", " ");
    return "\"" + (shown.length() > LONGEST ? shown.substring(0, LONGEST) + "..." : shown) + "\"";
  }
}
