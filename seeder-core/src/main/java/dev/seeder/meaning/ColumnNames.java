package dev.seeder.meaning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of a table and its columns, and what they mean. Immutable. */
public final class ColumnNames {

  /** A table with one of these has addresses: its states are those of countries. */
  private static final Set<String> ADDRESSED =
      Set.of("city", "town", "zip", "postcode", "postal", "country", "street");

  /** What comes after one of these says more about what comes before. */
  private static final Set<String> PREPOSITIONS =
      Set.of("of", "per", "by", "for", "in", "as", "with", "without", "and", "or", "not", "no");

  private static final Set<String> FLAG_STARTS =
      Set.of(
          "is",
          "has",
          "have",
          "can",
          "should",
          "must",
          "was",
          "were",
          "are",
          "does",
          "allow",
          "allows",
          "accepts",
          "needs",
          "requires",
          "enable");

  private static final Set<String> FLAG_ENDS =
      Set.of("flag", "flg", "ind", "indicator", "yn", "bool");

  private static final Map<String, String> LOWER =
      Map.of(
          "maximum", "minimum",
          "highest", "lowest",
          "high", "low",
          "upper", "lower",
          "to", "from",
          "end", "start");

  private final NameForms names;
  private final List<String> kinds;
  private final Map<List<String>, String> columns;

  private ColumnNames(NameForms names, List<String> kinds, Map<List<String>, String> columns) {
    this.names = names;
    this.kinds = kinds;
    this.columns = columns;
  }

  /** Makes the names of a table and all of its columns. */
  public static ColumnNames of(String table, List<String> columns) {
    NameForms names = NameForms.of(table, columns);
    List<String> kinds = new ArrayList<>();
    String kind = Rules.kind(names.words());
    if (kind != null) {
      kinds.add(kind);
    }
    Map<List<String>, String> byWords = new HashMap<>();
    columns.forEach(column -> byWords.put(Vocabulary.words(Vocabulary.split(column)), column));
    if (byWords.keySet().stream().anyMatch(words -> !Collections.disjoint(words, ADDRESSED))) {
      kinds.add("addressed");
    }
    return new ColumnNames(names, List.copyOf(kinds), Map.copyOf(byWords));
  }

  /** Returns the column that is the lower end of what this one is the upper end of, or null. */
  public @Nullable String lower(String column) {
    List<String> words = Vocabulary.words(Vocabulary.split(column));
    List<String> lower = words.stream().map(word -> LOWER.getOrDefault(word, word)).toList();
    return lower.equals(words) ? null : columns.get(lower);
  }

  /**
   * Returns what a column of this type may mean, the likeliest first; nothing if its name says
   * nothing that the type can hold.
   */
  public List<Sense> senses(String column, Shape shape) {
    List<String> words = Vocabulary.words(Vocabulary.split(column));
    Set<Sense> senses = new LinkedHashSet<>();
    if (words.size() > 1 && (FLAG_STARTS.contains(words.get(0)) || isFlagEnd(words))) {
      addFlags(senses, words, shape);
      return List.copyOf(senses);
    }
    List<List<String>> forms = names.of(column).stream().filter(form -> !form.isEmpty()).toList();
    forms.forEach(form -> addWhole(senses, form, shape));
    forms.forEach(form -> addEnds(senses, form, shape));
    if (senses.isEmpty()) {
      List<List<String>> cores =
          forms.stream().map(ColumnNames::core).filter(form -> !form.isEmpty()).toList();
      cores.forEach(form -> addWhole(senses, form, shape));
      cores.forEach(form -> addEnds(senses, form, shape));
    }
    if (senses.isEmpty() && isName(words) && Meaning.NAME.takes(shape)) {
      senses.add(new Sense(Meaning.NAME, ""));
    }
    return List.copyOf(senses);
  }

  /** Of whatever it is. */
  private static boolean isName(List<String> words) {
    int last = words.size() - 1;
    return last > 0
        && words.get(last).equals("name")
        && !PREPOSITIONS.contains(words.get(last - 1));
  }

  private static boolean isFlagEnd(List<String> words) {
    return FLAG_ENDS.contains(words.get(words.size() - 1));
  }

  private static void addFlags(Set<Sense> senses, List<String> words, Shape shape) {
    int from = FLAG_STARTS.contains(words.get(0)) ? 1 : 0;
    int to = words.size() - (isFlagEnd(words) ? 1 : 0);
    for (int i = from; i < to; i++) {
      for (Meaning meaning : Rules.whole("", String.join(" ", words.subList(i, to)), shape)) {
        if (meaning.takes(Shape.FLAG)) {
          senses.add(new Sense(meaning, ""));
        }
      }
    }
    if (Meaning.TRUE_OR_FALSE.takes(shape)) {
      senses.add(new Sense(Meaning.TRUE_OR_FALSE, ""));
    }
  }

  private void addWhole(Set<Sense> senses, List<String> form, Shape shape) {
    String words = String.join(" ", form);
    for (String kind : kinds) {
      add(senses, Rules.whole(kind, words, shape), "");
    }
    // whoever is named by what they are: the e-mail address of the author is the author's
    String last = form.get(form.size() - 1);
    String of = "person".equals(Rules.kind(form)) ? last : "";
    add(senses, Rules.whole("", words, shape), of);
  }

  private void addEnds(Set<Sense> senses, List<String> form, Shape shape) {
    for (int start = 1; start < form.size(); start++) {
      if (PREPOSITIONS.contains(form.get(start - 1))) {
        continue;
      }
      List<String> before = form.subList(0, start);
      String words = String.join(" ", form.subList(start, form.size()));
      String of = of(before);
      String kind = Rules.kind(before);
      if (kind != null) {
        add(senses, Rules.end(kind, words, shape), of);
      }
      if (kinds.contains("addressed")) {
        add(senses, Rules.end("addressed", words, shape), of);
      }
      add(senses, Rules.end("", words, shape), of);
    }
  }

  private String of(List<String> before) {
    return String.join(
        " ",
        before.stream()
            .filter(word -> !Rules.around(word) && !names.words().contains(word))
            .toList());
  }

  private static void add(Set<Sense> senses, List<Meaning> meanings, String of) {
    meanings.forEach(meaning -> senses.add(new Sense(meaning, of)));
  }

  /** Returns the name without what may stand around it. */
  private static List<String> core(List<String> form) {
    int from = 0;
    int to = form.size();
    while (to - from > 1 && Rules.around(form.get(to - 1))) {
      to--;
    }
    while (to - from > 1 && Rules.around(form.get(from))) {
      from++;
    }
    return form.subList(from, to);
  }
}
