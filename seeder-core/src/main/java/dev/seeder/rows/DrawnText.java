package dev.seeder.rows;

/** Texts that are drawn in one way, some of them more often, and counted in another. */
record DrawnText(IndexedValues<String> drawn, FittedText counted) implements FittedText {

  @Override
  public String value(Draw draw) {
    return drawn.value(draw);
  }

  @Override
  public long size() {
    return counted.size();
  }

  @Override
  public String at(long index) {
    return counted.at(index);
  }

  @Override
  public FittedText fitting(int maxLength) {
    counted.fitting(maxLength);
    return this;
  }
}
