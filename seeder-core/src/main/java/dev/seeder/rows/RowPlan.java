package dev.seeder.rows;

import java.util.List;

/** How rows share out the choices of units, so that more can be told of a row than by chance. */
interface RowPlan {

  /** Returns the units whose choices are shared out. */
  List<Unit> parts();

  /** Returns whether no two rows have the same choices of all parts. */
  boolean distinct();

  /** Returns the number that the choices of a row are made from. */
  long number(long row);

  /**
   * Returns a number that tells rows apart which have the same choices of these parts, as far as
   * the plan knows; from 0 on.
   */
  long rest(List<Unit> others, long number);

  /** Returns how many different numbers {@link #rest} gives. */
  long restSize(List<Unit> others);
}
