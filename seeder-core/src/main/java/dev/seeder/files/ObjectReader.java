package dev.seeder.files;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows that name their columns, and tells what is wrong with their form. Not safe for use by
 * several threads.
 */
interface ObjectReader extends Closeable {

  /**
   * Returns the next row; null at the end, or where a mistake keeps from reading on. Not to be
   * called after that.
   */
  @Nullable ObjectRow next() throws IOException;
}
