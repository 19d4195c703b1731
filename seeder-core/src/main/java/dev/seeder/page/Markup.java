package dev.seeder.page;

/**
 * HTML that is XML, too: every element is closed, and every text escaped. Not safe for use by
 * several threads.
 */
final class Markup {

  private final StringBuilder html = new StringBuilder();

  /** Opens an element; attributes are names, each followed by its value. */
  Markup open(String tag, String... attributes) {
    start(tag, attributes);
    html.append('>');
    return this;
  }

  Markup close(String tag) {
    html.append("</").append(tag).append('>');
    return this;
  }

  /** Adds an element that holds nothing, such as a line break. */
  Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    html.append("/>");
    return this;
  }

  /** Adds an element that holds a text. */
  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** Opens what is scrolled where it is too wide, by the keyboard too. */
  Markup scroll(String label) {
    return open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
  }

  /** Adds the heading of a table's column. */
  Markup heading(String text) {
    return element("th", text, "scope", "col");
  }

  /** Adds the heading of a table's column of numbers. */
  Markup numbers(String text) {
    return element("th", text, "scope", "col", "class", "n");
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  /** Adds a style sheet, which holds nothing to be escaped. */
  Markup style(String css) {
    html.append("<style>").append(css).append("</style>");
    return this;
  }

  Markup line() {
    html.append('\n');
    return this;
  }

  private void start(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      html.append('"');
    }
  }

  private void escape(String text) {
    text.codePoints().forEach(this::escape);
  }

  private void escape(int letter) {
    switch (letter) {
      case '&' -> html.append("&amp;");
      case '<' -> html.append("&lt;");
      case '>' -> html.append("&gt;");
      case '"' -> html.append("&quot;");
      case '\'' -> html.append("&#39;");
      default -> html.appendCodePoint(isAllowed(letter) ? letter : 0xFFFD);
    }
  }

  /** XML knows no control characters, and neither of them half a letter. */
  private static boolean isAllowed(int letter) {
    return letter == '\t'
        || letter == '\n'
        || (letter >= 0x20
            && !(letter >= 0x7F && letter < 0xA0)
            && !(letter >= 0xD800 && letter < 0xE000)
            && letter != 0xFFFE
            && letter != 0xFFFF);
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
