package dev.seeder.words;

import java.text.Normalizer;
import java.util.Locale;

/** Texts without what databases and mail servers may not tell apart or take. */
public final class Letters {

  private Letters() {}

  /**
   * Returns what is left of a text in an index that ignores case, accents and punctuation: lower
   * case letters and digits.
   */
  public static String canonical(String text) {
    var result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        return canonicalOfAny(text);
      }
      if (c >= 'A' && c <= 'Z') {
        result.append((char) (c | 0x20));
      } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        result.append(c);
      }
    }
    return result.toString();
  }

  /**
   * Returns the Latin letters of a name, in lower case and without marks; anything else between
   * them becomes one dot: "Jean-Luc de la Tour" is "jean.luc.de.la.tour", "O'Brian" is "obrian".
   */
  public static String slug(String text) {
    String plain = isAscii(text) ? text : plain(text);
    var result = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      char lower = c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
      if (lower >= 'a' && lower <= 'z') {
        if (gap && result.length() > 0) {
          result.append('.');
        }
        gap = false;
        result.append(lower);
      } else if (c != '\'' && c != '’' && !isMark(c)) {
        gap = true;
      }
    }
    return result.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static String canonicalOfAny(String text) {
    var result = new StringBuilder(text.length());
    plain(text).codePoints().filter(Character::isLetterOrDigit).forEach(result::appendCodePoint);
    return result.toString();
  }

  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String parts = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    var result = new StringBuilder(parts.length() + 4);
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      switch (c) {
        case 'ß' -> result.append("ss");
        case 'æ' -> result.append("ae");
        case 'œ' -> result.append("oe");
        case 'þ' -> result.append("th");
        case 'ø' -> result.append('o');
        case 'ł' -> result.append('l');
        case 'đ', 'ð' -> result.append('d');
        case 'ı' -> result.append('i');
        default -> result.append(isMark(c) ? "" : String.valueOf(c));
      }
    }
    return result.toString();
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
