package dev.seeder.files;

/** The name of a column, as a file has it. */
record Heading(String name, Place place) {}
