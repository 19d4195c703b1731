package dev.seeder.files;

import java.io.IOException;
import java.io.Reader;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The text of a YAML file, as its parser takes it: without characters that YAML has none of, and no
 * row beyond what fits into memory. Not safe for use by several threads.
 */
final class YamlText extends Reader {

  /** The parser copies what it has of a text for each thousand characters more. */
  static final int LONGEST_ROW = 2_000_000;

  private final Reader text;
  private long line = 1;
  private long character = 1;
  private char last;
  private long ofRow;
  private boolean unreadable;

  YamlText(Reader text) {
    this.text = text;
  }

  /** Says that a row ends, so that what is read from now on is of the next one. */
  void endRow() {
    ofRow = 0;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (unreadable) {
      throw new Refused(
          new Place(line, character),
          "YAML has no such character; write it with a backslash, inside of double quotes.");
    }
    int count = text.read(into, offset, length);
    ofRow += count;
    if (ofRow > LONGEST_ROW) {
      throw new Refused(new Place(line, character), JsonTexts.TOO_LARGE);
    }
    for (int i = 0; i < count; i++) {
      char each = into[offset + i];
      if (!Character.isSurrogate(each) && !StreamReader.isPrintable(each)) {
        unreadable = true; // told when all before it has been read
        return i == 0 ? read(into, offset, length) : i;
      }
      count(each);
    }
    return count;
  }

  private void count(char each) {
    boolean endsLine = each == '\n' || each == '\r';
    boolean sameEnd = each == '\n' && last == '\r';
    line += endsLine && !sameEnd ? 1 : 0;
    character = endsLine ? 1 : character + 1;
    last = each;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** The text cannot be read on; the message says why. */
  static final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    Refused(Place place, String message) {
      super(message);
      this.place = place;
    }

    Place place() {
      return place;
    }
  }
}
