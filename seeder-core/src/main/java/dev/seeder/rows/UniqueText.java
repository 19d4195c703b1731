package dev.seeder.rows;

/** Each row's own text of those that there are. */
record UniqueText(FittedText texts) implements FittedText {

  @Override
  public String value(Draw draw) {
    return UniqueValues.value(texts, draw);
  }

  @Override
  public FittedText prepare(RowScope scope) {
    FittedText prepared = texts.prepare(scope);
    // counted here, not at the first row
    return prepared.size() < 1 ? this : new UniqueText(prepared);
  }

  @Override
  public FittedText fitting(int maxLength) {
    return new UniqueText(texts.fitting(maxLength));
  }

  @Override
  public long size() {
    return texts.size();
  }

  @Override
  public String at(long index) {
    return texts.at(index);
  }

  @Override
  public boolean distinct() {
    return true;
  }
}
