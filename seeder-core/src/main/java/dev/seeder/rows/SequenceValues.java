package dev.seeder.rows;

/** The row's index, counted from another number. */
record SequenceValues(long first) implements IndexedValues<Long> {

  @Override
  public Long value(Draw draw) {
    return first + draw.row();
  }

  @Override
  public long size() {
    return first < 0 ? Long.MAX_VALUE : Long.MAX_VALUE - first;
  }

  @Override
  public Long at(long index) {
    return first + index;
  }

  @Override
  public boolean distinct() {
    return true;
  }
}
