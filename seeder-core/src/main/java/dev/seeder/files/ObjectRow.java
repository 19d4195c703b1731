package dev.seeder.files;

import java.util.Map;

/**
 * A row of a file that names its columns in each row.
 *
 * @param cells by those names, in their order
 */
record ObjectRow(Place place, Map<String, Cell> cells) {}
