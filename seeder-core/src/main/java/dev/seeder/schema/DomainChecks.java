package dev.seeder.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes checks of columns of the checks of their domains. */
final class DomainChecks {

  /** Texts and quoted names, in which the word means nothing, and the word. */
  private static final Pattern VALUE =
      Pattern.compile("'[^']*+(?:''[^']*+)*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"|\\b(VALUE)\\b");

  private DomainChecks() {}

  /** Returns the condition with the quoted column in place of the word VALUE. */
  static String of(String column, String condition) {
    String quoted = "\"" + column.replace("\"", "\"\"") + "\"";
    return VALUE
        .matcher(condition)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group(1) == null ? found.group() : quoted));
  }
}
