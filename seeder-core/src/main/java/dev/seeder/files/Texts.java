package dev.seeder.files;

import dev.seeder.files.Cell.Form;
import dev.seeder.schema.LiveType;
import dev.seeder.schema.LiveType.Kind;
import dev.seeder.words.Spelling;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads texts, and what is written as one. */
final class Texts {

  static final Pattern UUIDS =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final String HEX = "0x";
  private static final String BASE64 = "base64:";

  private Texts() {}

  /** Returns how texts are read; a type that is null has no limits. */
  static CellType of(@Nullable LiveType type) {
    if (type == null) {
      return Texts::whole;
    }
    return switch (type.kind()) {
      case JSON -> Texts::json;
      case TEXT -> (cell, text) -> limited(whole(cell, text), type.length());
      case ENUM -> (cell, text) -> label(whole(cell, text), type);
      default -> Texts::whole;
    };
  }

  /** A half of a pair of surrogates would be stored as a question mark. */
  private static String whole(Cell cell, String text) throws Misread {
    if (cell.form() == Form.JSON && (text.startsWith("[") || text.startsWith("{"))) {
      throw new Misread("takes a text, not an array or an object.");
    }
    boolean half =
        text.codePoints()
            .anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    if (half) {
      throw new Misread("takes a text, but has half a character, one surrogate of two.");
    }
    return text;
  }

  private static String limited(String text, int length) throws Misread {
    if (text.length() > length && text.codePointCount(0, text.length()) > length) {
      throw new Misread(
          String.format(
              Locale.ROOT,
              "takes a text of at most %,d characters, but this one has %,d.",
              length,
              text.codePointCount(0, text.length())));
    }
    return text;
  }

  /** Returns whether the texts of a type are its labels, and not several of them at once. */
  static boolean isOneOfLabels(LiveType type) {
    return type.kind() == Kind.ENUM
        && !type.labels().isEmpty()
        && !type.name().toLowerCase(Locale.ROOT).startsWith("set(");
  }

  private static String label(String text, LiveType type) throws Misread {
    if (!isOneOfLabels(type) || type.labels().contains(text)) {
      return text;
    }
    String expected = "takes one of: " + String.join(", ", type.labels()) + ".";
    String close = text.length() > 100 ? null : Spelling.closest(text, type.labels());
    throw new Misread(close == null ? expected : expected + " Did you mean \"" + close + "\"?");
  }

  static String json(Cell cell, String text) throws Misread {
    String json = JsonTexts.json(cell, text);
    if (json == null) {
      throw new Misread("takes JSON, such as {\"size\": 1} or, with its quotes, \"text\".");
    }
    return json;
  }

  static Boolean truth(String text) throws Misread {
    boolean yes = text.equalsIgnoreCase("true");
    if (!yes && !text.equalsIgnoreCase("false")) {
      throw new Misread("takes true or false.");
    }
    return yes;
  }

  static UUID uuid(String text) throws Misread {
    if (!UUIDS.matcher(text).matches()) {
      throw new Misread("takes a UUID, such as 123e4567-e89b-12d3-a456-426614174000.");
    }
    return UUID.fromString(text);
  }

  static byte[] bytes(String text, @Nullable LiveType type) throws Misread {
    byte[] bytes;
    try {
      if (text.startsWith(HEX)) {
        bytes = HexFormat.of().parseHex(text, HEX.length(), text.length());
      } else if (text.startsWith(BASE64)) {
        bytes = Base64.getDecoder().decode(text.substring(BASE64.length()));
      } else {
        throw new IllegalArgumentException();
      }
    } catch (IllegalArgumentException e) {
      throw new Misread("takes bytes in hex, such as 0xCAFE, or in base64, such as base64:yv4=.");
    }
    if (type != null && type.kind() == Kind.BINARY && bytes.length > type.length()) {
      throw new Misread(
          String.format(
              Locale.ROOT,
              "takes at most %,d bytes, but here are %,d.",
              type.length(),
              bytes.length));
    }
    return bytes;
  }
}
