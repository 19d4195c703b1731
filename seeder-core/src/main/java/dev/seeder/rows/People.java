package dev.seeder.rows;

import dev.seeder.words.Letters;
import dev.seeder.words.WordList;
import dev.seeder.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The people of a language: each first name with each last name. Immutable.
 *
 * <p>Where last names have a male and a female form, the first name fits.
 */
final class People {

  private static final Set<String> FAMILY_FIRST = Set.of("hu", "ja", "ko", "zh");

  private final List<Group> groups;
  private final long size;
  private final boolean familyFirst;
  private final String space;

  private People(List<Group> groups, Locale locale) {
    this.groups = groups;
    this.size = groups.stream().mapToLong(Group::size).sum();
    this.familyFirst = FAMILY_FIRST.contains(locale.getLanguage());
    this.space = locale.getLanguage().equals("zh") ? "" : " ";
  }

  /** Names that go with each other, and what can be written of them in an address. */
  private record Group(
      WordList first, WordList last, List<String> firstSlugs, List<String> lastSlugs) {

    static Group of(WordList first, WordList last) {
      return new Group(first, last, slugs(first), slugs(last));
    }

    long size() {
      return (long) first.size() * last.size();
    }
  }

  /** Returns the people of the run's language; they are put together once per configuration. */
  static People of(RowScope scope) {
    Locale locale = scope.locale();
    return (People)
        scope.dsl().configuration().data().computeIfAbsent(new Key(locale), key -> of(locale));
  }

  /** By which jOOQ's configuration keeps them. */
  private record Key(Locale locale) {}

  private static People of(Locale locale) {
    WordList maleLast = list(locale, "#{name.male_last_name}");
    WordList femaleLast = list(locale, "#{name.female_last_name}");
    if (maleLast.size() == 0 || femaleLast.size() == 0) {
      return new People(
          List.of(Group.of(list(locale, "#{name.first_name}"), list(locale, "#{name.last_name}"))),
          locale);
    }
    WordList maleFirst = list(locale, "#{name.male_first_name}");
    Set<String> male = new HashSet<>();
    words(maleFirst).forEach(name -> male.add(Letters.canonical(name)));
    // nobody twice: a name for both is in the first group only
    WordList femaleFirst =
        list(locale, "#{name.female_first_name}")
            .filter(name -> !male.contains(Letters.canonical(name)));
    return new People(
        List.of(Group.of(maleFirst, maleLast), Group.of(femaleFirst, femaleLast)), locale);
  }

  /** Returns how many people there are. */
  long size() {
    return size;
  }

  String first(long person) {
    Group group = group(person);
    return group.first.at((int) (rest(person) % group.first.size()));
  }

  String last(long person) {
    Group group = group(person);
    return group.last.at((int) (rest(person) / group.first.size()));
  }

  String full(String first, String last) {
    return familyFirst ? last + space + first : first + space + last;
  }

  /** Returns the letters "first.last", or nothing if one of them is not written in Latin. */
  String login(long person) {
    Group group = group(person);
    long rest = rest(person);
    String first = group.firstSlugs.get((int) (rest % group.first.size()));
    String last = group.lastSlugs.get((int) (rest / group.first.size()));
    return first.isEmpty() || last.isEmpty() ? "" : first + "." + last;
  }

  /** Returns all first names. */
  WordList firsts() {
    return union(groups.stream().map(Group::first).toList());
  }

  /** Returns all last names. */
  WordList lasts() {
    return union(groups.stream().map(Group::last).toList());
  }

  /** Returns the longest that {@link #login} makes. */
  int longestLogin() {
    return groups.stream()
        .mapToInt(group -> 1 + longest(group.firstSlugs) + longest(group.lastSlugs))
        .max()
        .orElse(0);
  }

  private Group group(long person) {
    Group first = groups.get(0);
    return person < first.size() ? first : groups.get(1);
  }

  private long rest(long person) {
    long first = groups.get(0).size();
    return person < first ? person : person - first;
  }

  private static WordList list(Locale locale, String template) {
    return Words.find(locale, template).map(Words::distinct).orElse(WordList.distinct(List.of()));
  }

  private static WordList union(List<WordList> lists) {
    if (lists.size() == 1) {
      return lists.get(0);
    }
    List<String> all = new ArrayList<>();
    lists.forEach(list -> all.addAll(words(list)));
    return WordList.distinct(all);
  }

  private static List<String> words(WordList list) {
    return IntStream.range(0, list.size()).mapToObj(list::at).toList();
  }

  /** Nothing for a name that loses more than marks: it could be that of another. */
  private static List<String> slugs(WordList names) {
    return words(names).stream()
        .map(
            name -> {
              String slug = Letters.slug(name).replace(".", "");
              return slug.equals(Letters.canonical(name)) ? slug : "";
            })
        .toList();
  }

  private static int longest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }
}
