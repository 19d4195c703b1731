package dev.seeder.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes CSV, with quotes where it needs them and around empty texts. */
final class CsvSink implements RowSink {

  private final CsvWriter csv;

  CsvSink(Writer text, List<String> columns) {
    csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .build(text);
    csv.writeRecord(columns);
  }

  @Override
  public void write(List<Written> row) {
    if (row.size() == 1 && row.get(0).text() == null) {
      throw new IllegalStateException(
          "A NULL in the only column of a CSV file would be an empty line, which is skipped.\n"
              + "  To fix: save it as .json or .yaml.");
    }
    csv.writeRecord(row.stream().map(Written::text).toList().toArray(String[]::new));
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
