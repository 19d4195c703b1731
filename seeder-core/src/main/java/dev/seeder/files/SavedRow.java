package dev.seeder.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row to be saved: a value, or null, for each of its columns. */
record SavedRow(List<@Nullable Object> values) {}
