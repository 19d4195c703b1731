package dev.seeder.check;

import dev.seeder.check.Truths.IsNull;
import dev.seeder.check.Truths.Junction;
import java.util.ArrayList;
import java.util.List;

/** The parts of a condition that all have to hold. */
final class Conjuncts {

  private Conjuncts() {}

  /**
   * Returns the parts. Of {@code x is null or y < x} it takes {@code y < x}: where x is NULL, that
   * is not false either.
   */
  static List<Term> of(Term term) {
    List<Term> parts = new ArrayList<>();
    add(term, parts);
    return parts;
  }

  private static void add(Term term, List<Term> parts) {
    if (!(term instanceof Junction junction)) {
      parts.add(term);
      return;
    }
    if (junction.all()) {
      junction.parts().forEach(part -> add(part, parts));
      return;
    }
    List<Term> branches =
        junction.parts().stream().filter(part -> !asksForNull(part, junction)).toList();
    if (branches.size() == 1) {
      add(branches.get(0), parts);
    }
  }

  /** Returns whether a branch is for NULL in a column that the other branches mention. */
  private static boolean asksForNull(Term branch, Junction junction) {
    return branch instanceof IsNull isNull
        && !isNull.opposite()
        && isNull.term() instanceof Term.Column column
        && junction.parts().stream()
            .filter(part -> !(part instanceof IsNull))
            .allMatch(part -> part.columns().contains(column.name()));
  }
}
