package dev.seeder.files;

import dev.seeder.files.Cell.Form;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes an array of JSON objects, a line for each. */
final class JsonSink implements RowSink {

  private final Writer text;
  private final List<String> names;
  private String before = "[\n  ";

  JsonSink(Writer text, List<String> columns) {
    this.text = text;
    this.names = columns.stream().map(JsonTexts::string).toList();
  }

  @Override
  public void write(List<Written> row) throws IOException {
    text.write(before);
    before = ",\n  ";
    for (int i = 0; i < row.size(); i++) {
      refuseNull(row.get(i), names.get(i));
      text.write((i == 0 ? "{" : ", ") + names.get(i) + ": " + row.get(i).json());
    }
    text.write("}");
  }

  static void refuseNull(Written value, String column) {
    if (value.form() == Form.JSON && "null".equals(value.text())) {
      throw new IllegalStateException(
          "The null of JSON in column "
              + column
              + " would be read as NULL.\n  To fix: save it as .csv, which tells them apart.");
    }
  }

  @Override
  public void close() throws IOException {
    text.write(before.startsWith("[") ? "[]\n" : "\n]\n");
    text.close();
  }
}
