package dev.seeder.files;

import dev.seeder.schema.LiveTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A file of rows for a table; the ending of its name says how it is read. Immutable. */
public final class RowFile {

  private final String name;
  private final Format format;
  private final Bytes bytes;

  /**
   * Makes a file, which is not looked for before it is opened.
   *
   * @throws IllegalArgumentException if its name has none of the endings
   */
  public RowFile(String name, Bytes bytes) {
    this.name = name;
    this.format = Format.of(name);
    this.bytes = bytes;
  }

  /** The bytes of a file. */
  @FunctionalInterface
  public interface Bytes {
    /** Opens them, to be read from the begin. */
    InputStream open() throws IOException;
  }

  /**
   * Rows of a file, being read.
   *
   * @param values to be closed at the end
   */
  public record Rows(List<Field<?>> columns, Stream<@Nullable Object[]> values) {}

  /**
   * Reads the whole file to see whether it can be inserted, and begins to read it again.
   *
   * @throws IllegalStateException with the first mistakes, if there are any, or if it cannot be
   *     read
   */
  public Rows open(RowTable table) {
    try {
      check(table);
      Pass pass = pass(table);
      var values = new Values(pass, table.live());
      return new Rows(
          pass.columns().fields(), StreamSupport.stream(values, false).onClose(values::close));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void check(RowTable table) throws IOException {
    var seen = new SeenKeys();
    try (Pass pass = pass(table)) {
      for (ReadRow row = pass.next(); row != null; row = pass.next()) {
        seen.add(row, pass.columns().keys());
      }
      if (seen.suspects().isEmpty()) {
        requireNone(pass.mistakes(), table.live());
        return;
      }
    }
    var repeated = new RepeatedKeys(seen.suspects());
    try (Pass pass = pass(table)) {
      for (ReadRow row = pass.next(); row != null; row = pass.next()) {
        repeated.add(row, pass.columns().keys(), pass.mistakes());
      }
      requireNone(pass.mistakes(), table.live());
    }
  }

  private Pass pass(RowTable table) throws IOException {
    var mistakes = new Mistakes();
    RowReader reader = format.reader(new Utf8Reader(bytes.open()), mistakes);
    try {
      return new Pass(reader, FileColumns.of(reader.headings(), table, mistakes), mistakes);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private IllegalStateException unreadable(IOException e) {
    return new IllegalStateException("The file \"" + name + "\" could not be read.", e);
  }

  private void requireNone(Mistakes mistakes, LiveTable live) {
    if (!mistakes.isEmpty()) {
      throw new IllegalStateException(
          "The file \""
              + name
              + "\" cannot be inserted into \""
              + live.simpleName()
              + "\"; none of its rows was."
              + mistakes.told());
    }
  }

  /** The rows, each read when it is asked for. */
  private final class Values extends AbstractSpliterator<@Nullable Object[]> {

    private final Pass pass;
    private final LiveTable live;

    Values(Pass pass, LiveTable live) {
      super(Long.MAX_VALUE, ORDERED | NONNULL);
      this.pass = pass;
      this.live = live;
    }

    @Override
    public boolean tryAdvance(Consumer<? super @Nullable Object[]> action) {
      try {
        ReadRow row = pass.next();
        requireNone(pass.mistakes(), live); // of a file that has changed since
        if (row != null) {
          action.accept(row.values());
        }
        return row != null;
      } catch (IOException e) {
        throw unreadable(e);
      }
    }

    void close() {
      try {
        pass.close();
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
  }
}
