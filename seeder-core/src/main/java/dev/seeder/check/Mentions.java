package dev.seeder.check;

import dev.seeder.check.Term.Call;
import dev.seeder.check.Term.Column;
import dev.seeder.check.Truths.Comparison;
import dev.seeder.check.Truths.Match;
import dev.seeder.check.Truths.OneOf;
import dev.seeder.check.Truths.Same;
import dev.seeder.pattern.MatchingTexts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the values that a condition holds a column against, wherever it does. */
final class Mentions {

  private static final int LONGEST_TEXT = 255;

  private final String column;
  private final Scene scene;
  private final Set<Object> found = new LinkedHashSet<>();

  private Mentions(String column, Scene scene) {
    this.column = column;
    this.scene = scene;
  }

  static List<Object> of(Term condition, String column, Scene scene) {
    var mentions = new Mentions(column, scene);
    condition.visit(mentions::look);
    return List.copyOf(mentions.found);
  }

  private void look(Term term) {
    if (term instanceof Comparison it) {
      compared(it.left(), it.right());
      compared(it.right(), it.left());
    } else if (term instanceof Same same) {
      compared(same.left(), same.right());
      compared(same.right(), same.left());
    } else if (term instanceof OneOf oneOf) {
      oneOf.list().forEach(item -> compared(oneOf.term(), item));
    } else if (term instanceof Match match && isOfColumn(match.term())) {
      match.pattern().texts(0, LONGEST_TEXT).ifPresent(this::addSome);
    }
  }

  private void compared(Term term, Term constant) {
    Object value = constant.columns().isEmpty() && isOfColumn(term) ? constant.value(scene) : null;
    if (value == null || value == Scene.UNCLEAR) {
      return;
    }
    Object it = SqlValues.toJava(value);
    found.add(it);
    // what is less or greater is not the value itself
    if (it instanceof BigDecimal number) {
      found.add(number.subtract(BigDecimal.ONE));
      found.add(number.add(BigDecimal.ONE));
    } else if (it instanceof LocalDate date) {
      found.add(date.minusDays(1));
      found.add(date.plusDays(1));
    } else if (it instanceof LocalDateTime time) {
      found.add(time.minusSeconds(1));
      found.add(time.plusSeconds(1));
    }
  }

  private void addSome(MatchingTexts texts) {
    if (texts.size() > 0) {
      found.add(texts.at(0));
      found.add(texts.at(texts.size() / 2));
      found.add(texts.at(texts.size() - 1));
    }
  }

  private boolean isOfColumn(Term term) {
    if (term instanceof Column it) {
      return it.name().equals(column);
    }
    boolean same =
        term instanceof Term.Cast
            || (term instanceof Call call
                && switch (call.name()) {
                  case "lower", "lcase", "upper", "ucase", "trim", "btrim", "coalesce", "ifnull" ->
                      true;
                  default -> false;
                });
    return same && isOfColumn(term.parts().get(0));
  }
}
