package dev.seeder.page;

/** How many there are of something. */
record Bar(String label, long count) {}
