package dev.seeder;

import java.util.function.LongSupplier;

/**
 * Who is told how far inserts came, and by which time.
 *
 * @param listener who is told
 * @param nanoTime the time in nanoseconds since some moment
 */
record ProgressWatch(ProgressListener listener, LongSupplier nanoTime) {}
