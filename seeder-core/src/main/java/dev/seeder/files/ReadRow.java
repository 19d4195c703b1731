package dev.seeder.files;

import org.jspecify.annotations.Nullable;

/**
 * A row of a file, and what its cells mean.
 *
 * @param values one for each cell; null for NULL and where the cell is a mistake
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and given on as it is
record ReadRow(FileRow row, @Nullable Object[] values) {}
