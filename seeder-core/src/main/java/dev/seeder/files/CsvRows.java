package dev.seeder.files;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.seeder.files.Cell.Form;
import dev.seeder.files.Utf8Reader.NotUtf8;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as RFC 4180 has it, with a header. An empty cell is NULL, unless it is quoted: then it
 * is the empty text. Empty lines are skipped.
 */
final class CsvRows implements RowReader {

  private final Cells cells = new Cells();
  private final CloseableIterator<FileRow> rows;
  private final Mistakes mistakes;
  private int columns;
  private boolean over;

  CsvRows(Reader text, Mistakes mistakes) {
    this.mistakes = mistakes;
    this.rows =
        CsvReader.builder()
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(cells, text)
            .iterator();
  }

  @Override
  public List<Heading> headings() throws IOException {
    FileRow header = read();
    if (header == null) {
      if (mistakes.isEmpty()) {
        mistakes.add(new Place(1, 0), "there is no header with the names of the columns.");
      }
      return List.of();
    }
    columns = header.cells().size();
    List<Heading> headings = new ArrayList<>();
    for (Cell cell : header.cells()) {
      headings.add(new Heading(cell.text() == null ? "" : cell.text(), cell.place()));
    }
    return headings;
  }

  @Override
  public @Nullable FileRow next() throws IOException {
    FileRow row = read();
    while (row != null && row.cells().size() != columns) {
      mistakes.add(
          row.place(),
          "the row has "
              + counted(row.cells().size(), "cell")
              + ", but the header has "
              + counted(columns, "column")
              + ".");
      row = mistakes.isFull() ? null : read();
    }
    return row;
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private @Nullable FileRow read() throws IOException {
    try {
      over = over || !rows.hasNext();
      return over ? null : rows.next();
    } catch (CsvParseException e) {
      over = true;
      mistakes.add(cells.place(), explain(String.valueOf(e.getMessage())));
      return null;
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof NotUtf8 wrong)) {
        throw e.getCause();
      }
      over = true;
      mistakes.add(wrong.place(), NotUtf8.MESSAGE);
      return null;
    }
  }

  /** The messages of the parser say nothing of places, or repeat what is in the file. */
  private static String explain(String message) {
    if (message.startsWith("Unclosed")) {
      return "a quote of the row that begins here is not closed until the end of the file.";
    }
    if (message.startsWith("Unexpected character after closing quote")) {
      return "text follows a closing quote in the row that begins here; inside of quotes, a quote"
          + " is written twice.";
    }
    return "the row that begins here is too large.";
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private static final class Cells extends AbstractBaseCsvCallbackHandler<FileRow> {

    private List<Cell> cells = new ArrayList<>();
    private Place place = new Place(1, 0);

    Place place() {
      return place;
    }

    @Override
    protected void handleBegin(long line) {
      cells = new ArrayList<>();
      place = new Place(line, 0);
    }

    @Override
    protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
      String content = length == 0 && !quoted ? null : new String(text, offset, length);
      cells.add(new Cell(content, Form.PLAIN, place));
    }

    @Override
    protected FileRow buildRecord() {
      return new FileRow(place, cells);
    }
  }
}
