package dev.seeder.schema;

/** A binding of columns that were read of a live schema. */
public interface LiveBinding {

  /**
   * Returns whether the column's own type makes of the text of a value what it makes of what is
   * bound, so that the SQL around it can be left out.
   */
  boolean isPlain();
}
