package dev.seeder.check;

import dev.seeder.check.Term.Cast;
import dev.seeder.check.Term.Column;

/** What SQLite makes of a text beside a number: the side that has a type turns the other. */
final class Affinity {

  private Affinity() {}

  /** Returns what a value becomes beside another, both not null. */
  static Object applied(Object value, Term term, Object otherValue, Term otherTerm) {
    boolean typed = typed(term);
    boolean otherTyped = typed(otherTerm);
    if (value instanceof String text && otherValue instanceof Number && otherTyped) {
      Object number = SqlValues.wholeText(text);
      return number == null ? value : number;
    }
    boolean becomesText =
        value instanceof Number && otherValue instanceof String && otherTyped && !typed;
    return becomesText ? SqlValues.text(value) : value;
  }

  /** A column has the type of its value: what a column holds is not known here. */
  private static boolean typed(Term term) {
    return term instanceof Column || term instanceof Cast;
  }
}
