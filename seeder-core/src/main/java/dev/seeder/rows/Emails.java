package dev.seeder.rows;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Distinct e-mail addresses made of the row's names and its index. */
record Emails(List<Field<String>> names) implements ValueGenerator<String> {

  private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");

  /** What people put around a name but not into an address, such as "Dr." and "III". */
  private static final Pattern TITLES =
      Pattern.compile("(?<!\\p{L})(?:\\p{L}{1,4}\\.|(?:PhD|MD|DDS|DVM|II|III|IV)(?!\\p{L}))");

  private static final Pattern MARKS = Pattern.compile("[\\p{M}'’]");
  private static final Pattern OTHER = Pattern.compile("[^a-z]+");
  private static final Pattern OUTER_DOTS = Pattern.compile("^\\.|\\.$");

  /** Letters that are more than a plain letter with a mark. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "ı",
          "i");

  /** The local part may have 64 characters (RFC 5321), 19 of which the index may need. */
  private static final int LONGEST = 45;

  @Override
  public String value(Draw draw) {
    String name =
        names.stream()
            .map(field -> slug(draw.value(field)))
            .filter(slug -> !slug.isEmpty())
            .collect(Collectors.joining("."));
    if (name.length() > LONGEST) {
      name = OUTER_DOTS.matcher(name.substring(0, LONGEST)).replaceAll("");
    }
    // letters only before the number: no two rows can meet
    return (name.isEmpty() ? "user" : name)
        + (draw.row() == 0 ? "" : draw.row())
        + "@"
        + DOMAINS.get(draw.random().nextInt(DOMAINS.size()));
  }

  private static String slug(@Nullable String name) {
    if (name == null) {
      return "";
    }
    String lower = TITLES.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    String plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      plain = plain.replace(letter.getKey(), letter.getValue());
    }
    return OUTER_DOTS.matcher(OTHER.matcher(plain).replaceAll(".")).replaceAll("");
  }
}
