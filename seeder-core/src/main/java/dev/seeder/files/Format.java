package dev.seeder.files;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** What a file may be. */
enum Format {
  CSV("csv") {
    @Override
    RowReader reader(Reader text, Mistakes mistakes) {
      return new CsvRows(text, mistakes);
    }

    @Override
    RowSink sink(Writer text, List<String> columns) throws IOException {
      return new CsvSink(text, columns);
    }
  },
  JSON("json") {
    @Override
    RowReader reader(Reader text, Mistakes mistakes) throws IOException {
      return new ObjectRows(new JsonObjects(text, mistakes), mistakes);
    }

    @Override
    RowSink sink(Writer text, List<String> columns) throws IOException {
      return new JsonSink(text, columns);
    }
  },
  YAML("ya?ml") {
    @Override
    RowReader reader(Reader text, Mistakes mistakes) {
      return new ObjectRows(new YamlObjects(text, mistakes), mistakes);
    }

    @Override
    RowSink sink(Writer text, List<String> columns) throws IOException {
      return new YamlSink(text, columns);
    }
  };

  private final String ending;

  Format(String ending) {
    this.ending = ending;
  }

  abstract RowReader reader(Reader text, Mistakes mistakes) throws IOException;

  abstract RowSink sink(Writer text, List<String> columns) throws IOException;

  static Format of(String name) {
    for (Format format : values()) {
      if (name.toLowerCase(Locale.ROOT).matches("(?s).*[.]" + format.ending)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "The file \""
            + name
            + "\" has no ending that says how to read it: expected .csv, .json or .yaml.");
  }
}
