package dev.seeder.rows;

import dev.seeder.words.Letters;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Field;

/** Distinct e-mail addresses made of the row's names and its index. */
record Emails(List<Field<String>> names) implements ValueGenerator<String> {

  private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");

  /** What people put around a name but not into an address, such as "Dr." and "III". */
  private static final Pattern TITLES =
      Pattern.compile("(?<!\\p{L})(?:\\p{L}{1,4}\\.|(?:PhD|MD|DDS|DVM|II|III|IV)(?!\\p{L}))");

  /** The local part may have 64 characters (RFC 5321), 19 of which the index may need. */
  private static final int LONGEST = 45;

  @Override
  public String value(Draw draw) {
    var text = new StringBuilder(64);
    for (int i = 0; i < names.size(); i++) {
      String name = draw.value(names.get(i));
      String slug = name == null ? "" : Letters.slug(withoutTitles(name));
      text.append(text.isEmpty() || slug.isEmpty() ? "" : ".").append(slug);
    }
    if (text.length() > LONGEST) {
      text.setLength(text.charAt(LONGEST - 1) == '.' ? LONGEST - 1 : LONGEST);
    }
    if (text.isEmpty()) {
      text.append("user");
    }
    // letters only before the number: no two rows can meet
    if (draw.row() > 0) {
      text.append(draw.row());
    }
    return text.append('@').append(DOMAINS.get(draw.random().nextInt(DOMAINS.size()))).toString();
  }

  /** Looks for titles only where there is a dot, or a capital letter inside a word. */
  private static String withoutTitles(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.' || (i > 0 && isCapital(c) && Character.isLetter(name.charAt(i - 1)))) {
        return TITLES.matcher(name).replaceAll(" ");
      }
    }
    return name;
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
