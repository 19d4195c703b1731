package dev.seeder.files;

import org.jooq.Table;

/**
 * A column whose cells hold another column's value of the row that they refer to.
 *
 * @param column the column of the file
 * @param table the table referred to
 * @param key its column that the cells hold
 */
public record Lookup(String column, Table<?> table, String key) {}
