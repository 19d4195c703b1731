package dev.seeder.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows in the text format of COPY, as UTF-8 in pieces. Not safe for use by several threads. */
final class CopyText {

  private static final int PIECE = 1 << 16;

  /** More than any number or date takes, and any character with what escapes it. */
  private static final int ROOM = 64;

  /** Takes bytes. */
  @FunctionalInterface
  interface Sink {
    void write(byte[] bytes, int from, int length) throws SQLException;
  }

  private static final class Piece {
    private final byte[] bytes;
    private final int length;

    Piece(byte[] bytes, int length) {
      this.bytes = bytes;
      this.length = length;
    }
  }

  private final List<Piece> full = new ArrayList<>();
  private byte[] bytes = new byte[PIECE];
  private int at;
  private boolean inArray;

  /** Hands over what was written, in pieces. */
  void writeTo(Sink sink) throws SQLException {
    for (Piece piece : full) {
      sink.write(piece.bytes, 0, piece.length);
    }
    sink.write(bytes, 0, at);
  }

  void nextValue() {
    room();
    bytes[at++] = '\t';
  }

  void nextRow() {
    room();
    bytes[at++] = '\n';
  }

  void nothing() {
    room();
    bytes[at++] = '\\';
    bytes[at++] = 'N';
  }

  /** Writes characters of ASCII that mean nothing to COPY and to arrays. */
  void plain(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      plain(ascii.charAt(i));
    }
  }

  void plain(char ascii) {
    room();
    bytes[at++] = (byte) ascii;
  }

  /** Begins a value of an array, whose texts are escaped once more. */
  void beginElement() {
    plain('"');
    inArray = true;
  }

  void endElement() {
    inArray = false;
    plain('"');
  }

  /** Writes a whole number. */
  void number(long value) {
    room();
    if (value < 0) {
      bytes[at++] = '-';
    }
    int end = at + digits(value);
    int next = end;
    long rest = value;
    do {
      // of a negative number, as the lowest has no positive one
      bytes[--next] = (byte) ('0' + Math.abs(rest % 10));
      rest /= 10;
    } while (next > at);
    at = end;
  }

  /** Writes a number that is not negative with zeros before it. */
  void padded(int value, int width) {
    for (int zeros = width - digits(value); zeros > 0; zeros--) {
      plain('0');
    }
    number(value);
  }

  private static int digits(long value) {
    int digits = 1;
    for (long rest = value / 10; rest != 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  void hex(byte[] value) {
    text("\\x");
    for (byte each : value) {
      plain(Character.forDigit((each >> 4) & 0xF, 16));
      plain(Character.forDigit(each & 0xF, 16));
    }
  }

  /** Writes any text. */
  void text(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      room();
      char next = text.charAt(i);
      if (next >= 0x80) {
        i += beyondAscii(text, i);
      } else if (next > '\\' || (next >= ' ' && next < '\\' && next != '"')) {
        bytes[at++] = (byte) next;
      } else {
        special(next);
      }
    }
  }

  private void special(char next) {
    switch (next) {
      case '\\' -> {
        escape();
        bytes[at++] = '\\';
        if (inArray) {
          bytes[at++] = '\\';
          bytes[at++] = '\\';
        }
      }
      case '"' -> {
        if (inArray) {
          escape();
          bytes[at++] = '\\';
        }
        bytes[at++] = '"';
      }
      case '\n' -> {
        escape();
        bytes[at++] = 'n';
      }
      case '\r' -> {
        escape();
        bytes[at++] = 'r';
      }
      case '\t' -> {
        escape();
        bytes[at++] = 't';
      }
      case 0 ->
          throw new IllegalArgumentException(
              "A text has the character U+0000, which PostgreSQL does not store.");
      default -> bytes[at++] = (byte) next;
    }
  }

  private void escape() {
    bytes[at++] = '\\';
  }

  /** Writes a character of several bytes; returns 1 if it is one of two chars. */
  private int beyondAscii(String text, int index) {
    int point = text.codePointAt(index);
    if (point < 0x800) {
      bytes[at++] = (byte) (0xC0 | (point >> 6));
    } else if (point < 0x10000) {
      if (Character.isSurrogate((char) point)) {
        throw new IllegalArgumentException(
            "A text has half of a surrogate pair, which is no character.");
      }
      bytes[at++] = (byte) (0xE0 | (point >> 12));
      bytes[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
    } else {
      bytes[at++] = (byte) (0xF0 | (point >> 18));
      bytes[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
      bytes[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
    }
    bytes[at++] = (byte) (0x80 | (point & 0x3F));
    return point < 0x10000 ? 0 : 1;
  }

  private void room() {
    if (bytes.length - at < ROOM) {
      full.add(new Piece(bytes, at));
      bytes = new byte[PIECE];
      at = 0;
    }
  }
}
