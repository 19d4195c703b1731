package dev.seeder.files;

import dev.seeder.files.Cell.Form;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A file that rows are saved to; what was there before stays until all of them are. */
final class SavedFile {

  private SavedFile() {}

  /**
   * Writes the rows.
   *
   * @param utc whether moments have lost their offset
   */
  static void write(Path file, List<String> columns, Iterable<SavedRow> rows, boolean utc) {
    Format format = Format.of(file.toString());
    if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
      throw new IllegalArgumentException(
          "The columns to be saved need names that differ, but are: "
              + String.join(", ", columns)
              + ".");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try {
        // its encoder refuses half a character, which the one of Files would replace
        var text =
            new BufferedWriter(
                new OutputStreamWriter(
                    Files.newOutputStream(part), StandardCharsets.UTF_8.newEncoder()));
        try (text;
            RowSink sink = format.sink(text, columns)) {
          for (SavedRow row : rows) {
            sink.write(written(row, columns, utc));
          }
        }
        move(part, file);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new IllegalStateException("The file \"" + file + "\" could not be written.", e);
    }
  }

  private static List<Written> written(SavedRow row, List<String> columns, boolean utc) {
    List<Written> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Written value = Written.of(row.values().get(i), utc);
      if (value.form() == Form.JSON && value.text() != null) {
        String json = JsonTexts.compact(value.text());
        if (json == null) {
          throw new IllegalStateException(
              "Column \"" + columns.get(i) + "\" has a text in it that is no JSON.");
        }
        value = new Written(json, Form.JSON);
      }
      all.add(value);
    }
    return all;
  }

  private static void move(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
