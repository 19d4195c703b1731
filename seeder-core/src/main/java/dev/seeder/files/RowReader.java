package dev.seeder.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a file one by one, and tells what is wrong with their form. Not safe for use by
 * several threads.
 */
interface RowReader extends Closeable {

  /** Returns the columns of the file; none if it has none, or if they cannot be read. */
  List<Heading> headings() throws IOException;

  /** Returns the next row; null at the end, or where a mistake keeps from reading on. */
  @Nullable FileRow next() throws IOException;
}
