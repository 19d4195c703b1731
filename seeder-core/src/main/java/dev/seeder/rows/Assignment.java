package dev.seeder.rows;

/** Says which of its choices a unit has in a row. Safe for use by several threads. */
interface Assignment {

  /** Returns the index of the choice; below 0 for none, which leaves the columns NULL. */
  long index(Draw draw);

  /** Returns the block of the choice. */
  default long block(Draw draw) {
    return 0;
  }
}
