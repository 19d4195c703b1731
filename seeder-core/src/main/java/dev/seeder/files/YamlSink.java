package dev.seeder.files;

import dev.seeder.files.Cell.Form;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.reader.StreamReader;

/** Writes a YAML list of mappings, its texts within double quotes and JSON in one line. */
final class YamlSink implements RowSink {

  private final Writer text;
  private final List<String> names;
  private boolean empty = true;

  YamlSink(Writer text, List<String> columns) {
    this.text = text;
    this.names =
        columns.stream()
            .map(name -> name.matches("[A-Za-z][A-Za-z0-9_]*") ? name : quoted(name))
            .toList();
  }

  @Override
  public void write(List<Written> row) throws IOException {
    empty = false;
    long size = 0;
    for (int i = 0; i < row.size(); i++) {
      JsonSink.refuseNull(row.get(i), names.get(i));
      String line = (i == 0 ? "- " : "  ") + names.get(i) + ": " + value(row.get(i)) + "\n";
      size += line.length();
      if (size > YamlText.LONGEST_ROW) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "A row has more than the %,d characters that are read of one in YAML.\n"
                    + "  To fix: save it as .csv or .json.",
                YamlText.LONGEST_ROW));
      }
      text.write(line);
    }
  }

  private static String value(Written value) {
    if (value.text() == null || value.form() == Form.PLAIN) {
      return value.json();
    }
    return value.form() == Form.STRING ? quoted(value.text()) : printable(value.json());
  }

  private static String quoted(String text) {
    return printable(JsonTexts.string(text));
  }

  /** What YAML has no characters for, or takes as the end of a line, is only inside of quotes. */
  private static String printable(String json) {
    var text = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char each = json.charAt(i);
      boolean plain =
          Character.isSurrogate(each)
              || (StreamReader.isPrintable(each) && "\u0085\u2028\u2029\ufeff".indexOf(each) < 0);
      text.append(plain ? each : String.format(Locale.ROOT, "\\u%04x", (int) each));
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    text.write(empty ? "[]\n" : "");
    text.close();
  }
}
