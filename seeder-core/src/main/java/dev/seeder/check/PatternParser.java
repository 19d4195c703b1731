package dev.seeder.check;

import dev.seeder.check.Term.Call;
import dev.seeder.check.Term.Constant;
import dev.seeder.check.Truths.Junction;
import dev.seeder.check.Truths.Match;
import dev.seeder.pattern.TextPattern;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads LIKE and its kin: the operators that hold a text against a pattern. */
final class PatternParser {

  private final Tokens tokens;
  private final Habits habits;
  private final ConditionParser conditions;

  PatternParser(Tokens tokens, Habits habits, ConditionParser conditions) {
    this.tokens = tokens;
    this.habits = habits;
    this.conditions = conditions;
  }

  /** Reads an operator and its pattern; null if no such operator comes. */
  @Nullable Term match(Term text, boolean not) throws ParseException {
    Token token = tokens.peek();
    boolean opposite = not || token.text().startsWith("!");
    String operator = token.text().replaceFirst("^!", "");
    if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.SYMBOL) {
      return null;
    }
    switch (operator) {
      case "like", "ilike", "~~", "~~*" -> {
        tokens.next();
        boolean ignoreCase =
            operator.equals("ilike") || operator.equals("~~*") || habits.likeIgnoresCase();
        return like(text, ignoreCase || loosely(opposite), opposite);
      }
      case "glob" -> {
        tokens.next();
        return new Match(text, TextPattern.glob(text(conditions.sum())), opposite);
      }
      case "similar" -> {
        tokens.next();
        tokens.expect("to");
        return similar(text, conditions.sum(), opposite);
      }
      case "regexp", "rlike", "~", "~*" -> {
        tokens.next();
        tokens.take("binary");
        return regex(text, conditions.sum(), operator.equals("~*"), opposite);
      }
      default -> {
        return null;
      }
    }
  }

  /**
   * Returns whether to ignore case because a column may: it is ruled out that a text which does not
   * match here does in the database.
   */
  private boolean loosely(boolean opposite) {
    return opposite && !habits.knownCollation();
  }

  private Term like(Term text, boolean ignoreCase, boolean opposite) throws ParseException {
    boolean any = tokens.take("any") || tokens.take("some");
    if (any || tokens.take("all")) {
      List<Term> each =
          conditions.list().stream()
              .<Term>map(
                  item ->
                      item instanceof Constant constant && constant.content() instanceof String it
                          ? new Match(text, TextPattern.like(it, '\\', ignoreCase), opposite)
                          : new Term.Unread(Set.of()))
              .toList();
      return Junction.of(!any, each);
    }
    Term given = conditions.sum();
    Character escape = habits.likeEscapes() ? (Character) '\\' : null;
    if (given instanceof Call call && call.name().equals("like_escape")) {
      given = call.arguments().get(0);
      escape = escape(call.arguments().get(1));
    } else if (tokens.take("escape")) {
      escape = escape(conditions.sum());
    }
    String pattern = text(given);
    return new Match(text, TextPattern.like(pattern, escape, ignoreCase), opposite);
  }

  private @Nullable Character escape(Term term) throws ParseException {
    String character = text(term);
    return character.isEmpty() ? null : (Character) character.charAt(0);
  }

  /** Makes a SIMILAR TO, whose pattern PostgreSQL gives as a call around a text. */
  private Term similar(Term text, Term pattern, boolean opposite) throws ParseException {
    String it = text(pattern);
    try {
      return new Match(text, TextPattern.similar(it), opposite);
    } catch (PatternSyntaxException e) {
      throw tokens.unread();
    }
  }

  private Term regex(Term text, Term pattern, boolean ignoreCase, boolean opposite)
      throws ParseException {
    if (pattern instanceof Call call && call.name().startsWith("similar_")) {
      return similar(text, call.arguments().get(0), opposite);
    }
    return new Match(text, regex(text(pattern), ignoreCase || loosely(opposite)), opposite);
  }

  private TextPattern regex(String pattern, boolean ignoreCase) throws ParseException {
    try {
      return TextPattern.regex(pattern, ignoreCase);
    } catch (PatternSyntaxException e) {
      throw tokens.unread();
    }
  }

  /** Makes what REGEXP_LIKE and its like say. */
  Term regexLike(List<Term> arguments) throws ParseException {
    String flags = arguments.size() > 2 ? text(arguments.get(2)) : "";
    if (arguments.size() < 2 || !flags.matches("[ic]?")) {
      throw tokens.unread();
    }
    return regex(arguments.get(0), arguments.get(1), flags.equals("i"), false);
  }

  private String text(Term pattern) throws ParseException {
    if (pattern instanceof Term.Cast cast) {
      return text(cast.term());
    }
    if (pattern instanceof Constant constant && constant.content() instanceof String text) {
      return text;
    }
    throw tokens.unread();
  }
}
