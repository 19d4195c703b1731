package dev.seeder.files;

/** Reads the cells of a column that are not NULL. */
@FunctionalInterface
interface CellType {

  Object read(Cell cell, String text) throws Misread;
}
