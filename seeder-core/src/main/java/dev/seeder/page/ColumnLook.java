package dev.seeder.page;

import dev.seeder.schema.LiveColumn;

/**
 * One column of a table.
 *
 * @param nulls how many rows have NULL; -1 if it is not known
 */
record ColumnLook(LiveColumn column, long nulls, Shape shape) {}
