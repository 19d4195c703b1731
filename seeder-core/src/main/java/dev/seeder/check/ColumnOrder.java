package dev.seeder.check;

import org.jspecify.annotations.Nullable;

/**
 * Two columns of which one comes first: {@code low + gap < high}.
 *
 * @param strict whether the two ends may not be the same
 * @param gap how far apart they are at least, if negative at most: a {@code BigDecimal}, of dates a
 *     number of days, or a {@code Duration}; null for nothing
 */
public record ColumnOrder(String low, String high, boolean strict, @Nullable Object gap) {}
