package dev.seeder.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8, with or without a byte order mark, and tells where it is none: a decoder of the JDK
 * does not. Not safe for use by several threads.
 */
final class Utf8Reader extends Reader {

  private static final int SIZE = 8_192;

  private static final char MARK = '\uFEFF';

  private final InputStream bytes;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer undecoded = ByteBuffer.allocate(SIZE).flip();
  private final CharBuffer unread = CharBuffer.allocate(SIZE).flip();
  private boolean atBegin = true;
  private boolean atEnd;
  private long line = 1;
  private long character = 1;
  private char last;

  Utf8Reader(InputStream bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    while (!unread.hasRemaining()) {
      unread.clear();
      CoderResult result = decoder.decode(undecoded, unread, atEnd);
      unread.flip();
      if (!unread.hasRemaining()) {
        // what is wrong comes up again when all before it has been read
        if (result.isError()) {
          throw new NotUtf8(new Place(line, character));
        } else if (atEnd) {
          return -1;
        }
        fill();
      } else if (atBegin) {
        atBegin = false;
        unread.position(unread.get(0) == MARK ? 1 : 0);
      }
    }
    int count = Math.min(length, unread.remaining());
    unread.get(into, offset, count);
    count(into, offset, count);
    return count;
  }

  private void fill() throws IOException {
    undecoded.compact();
    int read = bytes.read(undecoded.array(), undecoded.position(), undecoded.remaining());
    atEnd = read < 0;
    undecoded.position(undecoded.position() + Math.max(0, read));
    undecoded.flip();
  }

  private void count(char[] chars, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      boolean endsLine = chars[i] == '\n' || chars[i] == '\r';
      boolean sameEnd = chars[i] == '\n' && last == '\r';
      line += endsLine && !sameEnd ? 1 : 0;
      character = endsLine ? 1 : character + 1;
      last = chars[i];
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  /** The bytes at a place are not UTF-8. */
  static final class NotUtf8 extends CharacterCodingException {

    static final String MESSAGE = "the file is not in UTF-8 here; save it in that encoding.";

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    NotUtf8(Place place) {
      this.place = place;
    }

    Place place() {
      return place;
    }
  }
}
