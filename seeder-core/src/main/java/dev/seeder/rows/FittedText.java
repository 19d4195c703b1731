package dev.seeder.rows;

/** A generator of texts that knows how long they are, and can keep to a length. */
interface FittedText extends IndexedValues<String> {

  /**
   * Returns the same kind of texts, none of them longer than this many characters.
   *
   * <p>Texts that depend on the run's locale are looked at when they are prepared: prepare first,
   * to hear at once that nothing fits.
   *
   * @throws IllegalArgumentException if none is that short; it says how long the shortest is
   */
  FittedText fitting(int maxLength);

  @Override
  default FittedText prepare(RowScope scope) {
    return this;
  }
}
