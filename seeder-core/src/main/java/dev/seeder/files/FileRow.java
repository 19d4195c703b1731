package dev.seeder.files;

import java.util.List;

/** A row of a file: its cells in the order of the headings. */
record FileRow(Place place, List<Cell> cells) {}
