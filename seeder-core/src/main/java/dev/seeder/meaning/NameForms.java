package dev.seeder.meaning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that a column may as well have: without the table's name before it, and so on.
 *
 * @param parts the words of the table's name as they are written
 * @param words the same words as the rules have them
 * @param shared what all columns of the table begin with; null if there is no such thing
 */
record NameForms(List<String> parts, List<String> words, @Nullable String shared) {

  /** What old programs put before a name to tell its type. */
  private static final Set<String> TYPE_MARKS =
      Set.of("str", "txt", "bln", "chr", "lng", "sz", "vch", "int", "dbl", "fld", "col");

  private static final Set<String> NUMBERS = Set.of("number", "num", "no", "nr", "nbr");

  /** What a name ends with that began with date: "date created" is when it was created. */
  static final String WHEN = "when";

  private static final Set<String> TIMES = Set.of("date", "time", "timestamp");

  static NameForms of(String table, List<String> columns) {
    List<String> parts = Vocabulary.split(table);
    return new NameForms(parts, Vocabulary.words(parts), shared(columns));
  }

  private static @Nullable String shared(List<String> columns) {
    String shared = null;
    for (String column : columns) {
      List<String> parts = Vocabulary.split(column);
      if (parts.size() < 2 || (shared != null && !shared.equals(parts.get(0)))) {
        return null;
      }
      shared = parts.get(0);
    }
    return columns.size() < 2 ? null : shared;
  }

  /** Returns the forms of a column's name, as it is written first. */
  List<List<String>> of(String column) {
    Set<List<String>> written = new LinkedHashSet<>();
    addWithoutStart(written, Vocabulary.split(column));
    Set<List<String>> forms = new LinkedHashSet<>();
    for (List<String> each : written) {
      addTurned(forms, each, Vocabulary.words(each));
    }
    for (List<String> form : List.copyOf(forms)) {
      List<String> plain = withoutDigits(form);
      if (!plain.isEmpty()) {
        forms.add(plain);
      }
    }
    return List.copyOf(forms);
  }

  private void addWithoutStart(Set<List<String>> written, List<String> name) {
    if (!written.add(name)) {
      return;
    }
    for (int end = name.size() - 1; end >= 1; end--) {
      if (isStart(name.subList(0, end))) {
        addWithoutStart(written, name.subList(end, name.size()));
      }
    }
    // "ename" of employees
    if (name.size() == 1
        && !parts.isEmpty()
        && name.get(0).equals(parts.get(0).charAt(0) + "name")) {
      written.add(List.of("name"));
    }
  }

  private boolean isStart(List<String> start) {
    if (start.size() == 1) {
      String part = start.get(0);
      return part.equals(shared) || TYPE_MARKS.contains(part) || isShortForTable(part);
    }
    return Collections.indexOfSubList(words, Vocabulary.words(start)) >= 0;
  }

  private boolean isShortForTable(String part) {
    if (Collections.indexOfSubList(words, Vocabulary.words(List.of(part))) >= 0) {
      return true;
    }
    var initials = new StringBuilder();
    parts.forEach(each -> initials.append(each.charAt(0)));
    return part.length() > 1
        && (part.contentEquals(initials) || parts.stream().anyMatch(each -> leavesOut(part, each)));
  }

  /** Returns whether the short word is the long one without some of its letters. */
  private static boolean leavesOut(String shorter, String longer) {
    int at = 0;
    for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
      if (longer.charAt(i) == shorter.charAt(at)) {
        at++;
      } else if (i == 0) {
        return false;
      }
    }
    return at == shorter.length() && shorter.length() < longer.length();
  }

  /** Adds the name with its head at its end: of the "date of birth" it is the "birth date". */
  private static void addTurned(Set<List<String>> forms, List<String> written, List<String> words) {
    int last = words.size() - 1;
    if (last > 0
        && NUMBERS.contains(written.get(0))
        && (words.get(1).equals("of") || written.get(written.size() - 1).endsWith("s"))) {
      forms.add(
          joined(words.subList(words.get(1).equals("of") ? 2 : 1, last + 1), List.of("count")));
      return;
    }
    forms.add(words);
    int of = words.indexOf("of");
    int per = words.indexOf("per");
    if (of > 0 && of < last) {
      forms.add(joined(words.subList(of + 1, last + 1), words.subList(0, of)));
    } else if (per > 0) {
      forms.add(words.subList(0, per));
    } else if (last > 0 && TIMES.contains(words.get(0))) {
      forms.add(joined(words.subList(1, last + 1), List.of(WHEN)));
    }
  }

  private static List<String> withoutDigits(List<String> form) {
    int end = form.size();
    while (end > 0 && Character.isDigit(form.get(end - 1).charAt(0))) {
      end--;
    }
    return form.subList(0, end);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
