package dev.seeder.check;

import static dev.seeder.check.Functions.needing;
import static dev.seeder.check.Scene.UNCLEAR;

import dev.seeder.check.Term.Function;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions of texts. */
final class TextFunctions {

  private TextFunctions() {}

  static void addTo(Map<String, Function> all) {
    Function length = needing(1, (values, scene) -> length(values.at(0), false));
    Function bytes = needing(1, (values, scene) -> length(values.at(0), true));
    all.put(
        "length",
        needing(1, (values, scene) -> length(values.at(0), scene.habits().lengthInBytes())));
    all.put("char_length", length);
    all.put("character_length", length);
    all.put("len", length);
    all.put("octet_length", bytes);
    all.put("lower", text(text -> text.toLowerCase(Locale.ROOT)));
    all.put("lcase", text(text -> text.toLowerCase(Locale.ROOT)));
    all.put("upper", text(text -> text.toUpperCase(Locale.ROOT)));
    all.put("ucase", text(text -> text.toUpperCase(Locale.ROOT)));
    all.put("trim", needing(1, (values, scene) -> trimmed(values, true, true)));
    all.put("btrim", needing(1, (values, scene) -> trimmed(values, true, true)));
    all.put("ltrim", needing(1, (values, scene) -> trimmed(values, true, false)));
    all.put("rtrim", needing(1, (values, scene) -> trimmed(values, false, true)));
    all.put("reverse", text(text -> new StringBuilder(text).reverse().toString()));
    all.put("||", needing(2, (values, scene) -> joined(values)));
    all.put("concat", TextFunctions::concat);
    Function part = needing(2, TextFunctions::part);
    all.put("substr", part);
    all.put("substring", part);
    all.put("mid", part);
    all.put("left", needing(2, (values, scene) -> end(values, false)));
    all.put("right", needing(2, (values, scene) -> end(values, true)));
    all.put("replace", needing(3, (values, scene) -> replaced(values)));
    all.put("instr", needing(2, (values, scene) -> position(values.at(0), values.at(1))));
    all.put("strpos", needing(2, (values, scene) -> position(values.at(0), values.at(1))));
    all.put("locate", needing(2, (values, scene) -> position(values.at(1), values.at(0))));
    all.put("position", needing(2, (values, scene) -> position(values.at(1), values.at(0))));
    all.put(
        "starts_with", needing(2, (values, scene) -> values.text(0).startsWith(values.text(1))));
  }

  private static Function text(UnaryOperator<String> change) {
    return needing(
        1,
        (values, scene) -> values.at(0) instanceof byte[] ? UNCLEAR : change.apply(values.text(0)));
  }

  private static Object length(Object value, boolean inBytes) {
    if (value instanceof byte[] bytes) {
      return SqlValues.whole(bytes.length);
    }
    String text = SqlValues.text(value);
    return SqlValues.whole(
        inBytes
            ? text.getBytes(StandardCharsets.UTF_8).length
            : text.codePointCount(0, text.length()));
  }

  /** Cuts the characters of the second value, or blanks, off the ends of the first. */
  private static String trimmed(Arguments values, boolean start, boolean end) {
    String text = values.text(0);
    String cut = values.size() > 1 ? values.text(1) : " ";
    int from = 0;
    int to = text.length();
    while (start && from < to && cut.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (end && from < to && cut.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  private static String joined(Arguments values) {
    return values.present().stream().map(SqlValues::text).collect(Collectors.joining());
  }

  private static @Nullable Object concat(Arguments values, Scene scene) {
    return scene.habits().nullTexts() && values.nulls() > 0 ? null : joined(values);
  }

  private static Object part(Arguments values, Scene scene) {
    if (!(values.at(1) instanceof BigInteger start)
        || (values.size() > 2 && !(values.at(2) instanceof BigInteger))) {
      return UNCLEAR;
    }
    String text = values.text(0);
    int size = text.codePointCount(0, text.length());
    long first = start.longValue();
    if (first < 0 && scene.habits().lenient()) {
      first += size + 1;
    }
    long last = Integer.MAX_VALUE;
    if (values.size() > 2) {
      last = first + ((BigInteger) values.at(2)).longValue() - 1;
    }
    if (first == 0 && scene.habits().backslashes()) {
      return "";
    }
    return cut(text, Math.max(first, 1), Math.min(last, size));
  }

  /** Returns the characters from one to another, counted from 1. */
  private static String cut(String text, long first, long last) {
    return first > last
        ? ""
        : text.substring(
            text.offsetByCodePoints(0, (int) first - 1), text.offsetByCodePoints(0, (int) last));
  }

  private static Object end(Arguments values, boolean right) {
    if (!(values.at(1) instanceof BigInteger count)) {
      return UNCLEAR;
    }
    String text = values.text(0);
    int size = text.codePointCount(0, text.length());
    long length = count.longValue();
    if (length < 0) {
      length = Math.max(0, size + length);
    }
    return right
        ? cut(text, Math.max(1, size - length + 1), size)
        : cut(text, 1, Math.min(length, size));
  }

  private static String replaced(Arguments values) {
    String old = values.text(1);
    return old.isEmpty() ? values.text(0) : values.text(0).replace(old, values.text(2));
  }

  private static Object position(Object text, Object wanted) {
    String all = SqlValues.text(text);
    int index = all.indexOf(SqlValues.text(wanted));
    return SqlValues.whole(index < 0 ? 0 : all.codePointCount(0, index) + 1);
  }
}
