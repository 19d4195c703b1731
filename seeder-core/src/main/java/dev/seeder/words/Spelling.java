package dev.seeder.words;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what somebody may have meant. */
public final class Spelling {

  private Spelling() {}

  /** Returns the name that differs in the fewest letters; null if all differ in too many. */
  public static @Nullable String closest(String name, Collection<String> names) {
    String best = null;
    // never so far that no letter of it is left
    int bestDistance = Math.min(Math.max(2, name.length() / 3), name.length() - 1) + 1;
    for (String other : names) {
      int distance = distance(name.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        best = other;
        bestDistance = distance;
      }
    }
    return best;
  }

  /**
   * Returns what to say beside a name that is not there: which one may have been meant, or all that
   * there are.
   *
   * @param kind what the names are of, such as {@code "Tables"}
   */
  public static String hint(String name, Collection<String> names, String kind) {
    String close = closest(name, names);
    return close == null
        ? kind + ": " + String.join(", ", names)
        : "Did you mean \"" + close + "\"?";
  }

  /** The number of letters to add, drop or change (Levenshtein 1966). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(Math.min(row[j - 1], above) + 1, change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
