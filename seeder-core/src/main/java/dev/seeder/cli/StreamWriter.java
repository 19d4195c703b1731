package dev.seeder.cli;

import java.io.PrintStream;
import java.io.Writer;

/** Writes to a stream in its own encoding. */
final class StreamWriter extends Writer {

  private final PrintStream stream;

  StreamWriter(PrintStream stream) {
    this.stream = stream;
  }

  @Override
  public void write(char[] text, int from, int length) {
    stream.print(new String(text, from, length));
  }

  @Override
  public void flush() {
    stream.flush();
  }

  @Override
  public void close() {
    flush();
  }
}
