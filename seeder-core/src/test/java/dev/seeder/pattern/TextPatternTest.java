package dev.seeder.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeder.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "A",
          "b",
          "ab",
          "ba",
          "abc",
          "ABC",
          "aab",
          "a1",
          "12",
          "2020-01-31",
          "a_b",
          "a.b",
          "a b",
          "x@y.de",
          "@",
          "foo@bar",
          "(1)",
          "a|b",
          "^a$",
          "a\\b",
          "[a]",
          "-",
          "+49 30",
          "né",
          "a,b,c",
          "aaa",
          "ababab",
          "0x1F",
          "a-b_c",
          "{}",
          "a{2}",
          "%",
          "*",
          "?",
          "'",
          "\"");

  private static final List<String> REGEXES =
      List.of(
          "a",
          "^a",
          "b$",
          "^$",
          "^ab?c*$",
          "^(a|b)+$",
          "^a{2}",
          "^a{2,}$",
          "^(ab){1,3}$",
          "[ab]c?",
          "^[^@]+@[^@]+\\.[a-z]{2,}$",
          "^\\d{4}-\\d{2}-\\d{2}$",
          "^\\w+$",
          "\\s",
          "^\\S+$",
          "^\\W$",
          "^\\D*$",
          "^[[:alpha:]]+$",
          "^[[:upper:][:digit:]]+$",
          "[[:punct:]]",
          "^[^[:space:]]+$",
          "^(foo|bar|x)@",
          "^a|b$",
          "(^|,)b(,|$)",
          "^(?:a|b)[.-_]?",
          "^.$",
          "^..?$",
          "a.b",
          "a\\.b",
          "\\(1\\)",
          "a\\|b",
          "\\^a\\$",
          "\\\\",
          "^[]a[]+$",
          "^[-+ 0-9]+$",
          "^[a-]$",
          "^(a*)*b$",
          "^(a|ab)(c|bc)$",
          "^a+?b",
          "",
          "a||b",
          "^0[xX][0-9a-fA-F]+$",
          "^(a(b(c)?)?)?$",
          "é",
          "^[^a]*$",
          "^[a-z0-9]+([_-][a-z0-9]+)*$");

  @Test
  void regularExpressionsAreThoseOfJava() {
    for (String regex : REGEXES) {
      // where the two are spelled differently
      String javas =
          regex
              .replaceAll("\\[:(\\w)(\\w+):]", "\\\\p{$1$2}")
              .replace("p{alpha}", "p{Alpha}")
              .replace("p{upper}", "p{Upper}")
              .replace("p{digit}", "p{Digit}")
              .replace("p{punct}", "p{Punct}")
              .replace("p{space}", "p{Space}")
              .replace("[]a[]", "[\\]a\\[]");
      for (boolean ignoreCase : new boolean[] {false, true}) {
        Pattern java = Pattern.compile(javas, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        TextPattern ours = TextPattern.regex(regex, ignoreCase);
        for (String text : TEXTS) {
          assertThat(ours.matches(text))
              .as("%s on <%s>", ours, text)
              .isEqualTo(java.matcher(text).find());
          assertThat(ours.opposite().matches(text)).isNotEqualTo(ours.matches(text));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "H2", "POSTGRES"})
  void patternsAreThoseOfTheDatabases(TestDatabase database, @TempDir Path directory) {
    DSLContext dsl =
        DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
    try {
      boolean sqlite = database == TestDatabase.SQLITE;
      for (String like :
          List.of("a", "a%", "%b", "_", "%_@_%._%", "A%", "", "%", "a!_b", "!%", "!!")) {
        TextPattern ours = TextPattern.like(like, '!', sqlite);
        assertThat(TEXTS.stream().filter(ours::matches))
            .as(ours.toString())
            .isEqualTo(matching(dsl, "like {0} escape '!'", like));
      }
      if (sqlite) {
        for (String glob : List.of("a", "a*", "*[0-9]*", "[^a]*", "?", "[]a[]*", "[a-", "*[-+]*")) {
          TextPattern ours = TextPattern.glob(glob);
          assertThat(TEXTS.stream().filter(ours::matches))
              .as(ours.toString())
              .isEqualTo(matching(dsl, "glob {0}", glob));
        }
      }
      if (database == TestDatabase.POSTGRES) {
        for (String similar :
            List.of(
                "a", "a%", "(a|b)%", "_+", "[a-z]{2,3}", "[^a]%", "a.b", "\\%", "%[[:digit:]]")) {
          TextPattern ours = TextPattern.similar(similar);
          assertThat(TEXTS.stream().filter(ours::matches))
              .as(ours.toString())
              .isEqualTo(matching(dsl, "similar to {0}", similar));
        }
        for (String regex : REGEXES) {
          TextPattern ours = TextPattern.regex(regex, false);
          assertThat(TEXTS.stream().filter(ours::matches).filter(text -> !text.contains("é")))
              .as(ours.toString())
              .isEqualTo(
                  matching(dsl, "~ {0}", regex).stream()
                      .filter(text -> !text.contains("é"))
                      .toList());
        }
      }
    } finally {
      database.drop(dsl);
    }
  }

  private static List<String> matching(DSLContext dsl, String operator, String pattern) {
    String texts =
        TEXTS.stream()
            .map(text -> "select " + DSL.inline(text) + " as text")
            .collect(Collectors.joining(" union all "));
    return dsl.fetch(
            "select text from (" + texts + ") texts where text " + operator, DSL.inline(pattern))
        .getValues(0, String.class);
  }

  @Test
  void textsMadeByAPatternMatchItAndDiffer() {
    List<TextPattern> patterns = new ArrayList<>();
    REGEXES.forEach(regex -> patterns.add(TextPattern.regex(regex, false)));
    for (String like : List.of("a%", "%@%.%", "_____", "A\\_%", "%")) {
      patterns.add(TextPattern.like(like, '\\', false));
    }
    patterns.add(TextPattern.glob("[A-Z][A-Z]-[0-9]*"));
    patterns.add(TextPattern.similar("(new|old)-[0-9]{3}|none"));
    patterns.add(
        TextPattern.all(
            List.of(
                TextPattern.like("%@%", null, false),
                TextPattern.like("% %", null, false).opposite(),
                TextPattern.regex("^[a-z]", false))));

    for (TextPattern pattern : patterns) {
      MatchingTexts texts = pattern.texts(0, 40).orElseThrow();
      List<String> some = some(texts, 500);

      assertThat(texts.size()).as(pattern.toString()).isPositive();
      assertThat(some).as(pattern.toString()).doesNotHaveDuplicates().allMatch(pattern::matches);
    }
  }

  /** The first, the last and some between. */
  private static List<String> some(MatchingTexts texts, int count) {
    if (texts.size() <= count) {
      return LongStream.range(0, texts.size()).mapToObj(texts::at).toList();
    }
    var random = new Random(1);
    return LongStream.concat(
            LongStream.of(0, texts.size() - 1),
            LongStream.generate(() -> 1 + random.nextLong(texts.size() - 2))
                .distinct()
                .limit(count - 2))
        .mapToObj(texts::at)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "^[A-Z]{3}$, 17576, AAA, ZZZ",
    "^(new|paid|sent)$, 3, new, sent",
    "^(a|ab)(c|bc)$, 3, ac, abbc",
    "^[0-9]{2}-[a-c]$, 300, 00-a, 99-c",
    "^a?b?$, 4, '', ab",
    "^[^a-z]{2}$, 1296, 00, ZZ",
    "^(a|b)*$, 2199023255551, '', bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
  })
  void countsItsTexts(String regex, long size, String first, String last) {
    MatchingTexts texts = TextPattern.regex(regex, false).texts(0, 255).orElseThrow();

    assertThat(texts.size()).isEqualTo(size);
    assertThat(texts.at(0)).isEqualTo(first);
    assertThat(texts.at(size - 1)).isEqualTo(last);
    assertThatThrownBy(() -> texts.at(size))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage(
            "Text "
                + size
                + " of a pattern that makes "
                + size
                + ", expected 0 or more, and less.");
  }

  @Test
  void textsKeepToALength() {
    TextPattern pattern = TextPattern.regex("^[a-z]+-[0-9]{2,}$", false);

    assertThat(some(pattern.texts(10, 12).orElseThrow(), 100))
        .allMatch(text -> text.length() >= 10 && text.length() <= 12);
    assertThat(some(pattern.texts(4, 4).orElseThrow(), 3_000)).hasSize(2_600);
    assertThat(pattern.texts(0, 3).orElseThrow().size()).isZero();
    assertThat(TextPattern.regex("^.{300}$", false).texts(0, 255).orElseThrow().size()).isZero();
    assertThat(TextPattern.regex("^.{40}$", false).texts(0, 255).orElseThrow().at(0)).hasSize(40);
  }

  @Test
  void countsNoMoreThanManyTexts() {
    MatchingTexts texts = TextPattern.regex("^.{40}$", false).texts(0, 255).orElseThrow();

    assertThat(texts.size()).isEqualTo(1L << 62);
    assertThat(some(texts, 1_000)).doesNotHaveDuplicates();
  }

  @Test
  void textsAreOfPlainLettersWhereTheyMay() {
    assertThat(some(TextPattern.like("%@%.%", null, false).texts(8, 30).orElseThrow(), 200))
        .allMatch(text -> text.matches("[a-z0-9@.]+"));
    assertThat(some(TextPattern.regex("^[^ -~]$", false).texts(0, 9).orElseThrow(), 10))
        .allMatch(text -> text.codePointAt(0) > 0xa0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(?=.*[0-9]).{8,}$",
        "^(.)\\1$",
        "\\bnew\\b",
        "^a++b$",
        "^(a{0,99}b{0,99}){0,99}$"
      })
  void whatLooksAroundIsTestedOnly(String regex) {
    TextPattern pattern = TextPattern.regex(regex, false);

    assertThat(pattern.texts(0, 10)).isEmpty();
    for (String text : List.of("abcdefg1", "aa", "a new b", "ab", "")) {
      assertThat(pattern.matches(text)).isEqualTo(Pattern.compile(regex).matcher(text).find());
    }
  }

  @Test
  void whatIsNoPatternIsRefused() {
    assertThatThrownBy(() -> TextPattern.regex("a(b", false))
        .isInstanceOf(PatternSyntaxException.class);
    assertThatThrownBy(() -> TextPattern.similar("a(b")).isInstanceOf(PatternSyntaxException.class);
  }
}
