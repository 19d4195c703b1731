package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import dev.seeder.random.Permutation;

/** Hashes and keys: hexadecimal digits. */
record HexText(int digits) implements FittedText {

  /** The digits that the index is in; those behind them follow from it. */
  private static final int COUNTED = 15;

  @Override
  public long size() {
    return 1L << (4 * Math.min(digits, COUNTED));
  }

  @Override
  public String at(long index) {
    var text = new StringBuilder(digits);
    append(text, new Permutation(0, size()).at(index), Math.min(digits, COUNTED));
    for (int block = 1; text.length() < digits; block++) {
      append(
          text,
          CellRandom.mix(index + CellRandom.mix(block)),
          Math.min(16, digits - text.length()));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, long number, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      text.append(Character.forDigit((int) (number >>> shift) & 15, 16));
    }
  }

  @Override
  public FittedText fitting(int maxLength) {
    return maxLength >= digits ? this : new HexText(maxLength);
  }
}
