package dev.seeder.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Writes rows into a file, the same bytes for the same rows. Not safe for use by several threads.
 */
interface RowSink extends Closeable {

  /** Writes a row of one value for each column. */
  void write(List<Written> row) throws IOException;
}
