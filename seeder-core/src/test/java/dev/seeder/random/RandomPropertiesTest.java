package dev.seeder.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What is true of all keys, sizes and weights. */
class RandomPropertiesTest {

  private static final int ROWS = 20_000;

  @Property(seed = "1")
  void permutationsOfAnySizeAreOneToOne(
      @ForAll long key, @ForAll @LongRange(min = 1, max = 5_000) long size) {
    var permutation = new Permutation(key, size);

    long[] images = LongStream.range(0, size).map(permutation::at).sorted().toArray();

    assertThat(images).isEqualTo(LongStream.range(0, size).toArray());
  }

  @Property(seed = "2")
  void permutationsOfLargeSizesDoNotMeet(
      @ForAll long key, @ForAll @LongRange(min = 1L << 32, max = 1L << 62) long size) {
    var permutation = new Permutation(key, size);

    assertThat(LongStream.range(0, 2_000).map(permutation::at).distinct().count()).isEqualTo(2_000);
    assertThat(LongStream.range(size - 100, size).map(permutation::at))
        .allMatch(image -> image >= 0 && image < size);
  }

  @Property(seed = "3")
  void uniformPicksAreUniform(@ForAll long key, @ForAll @IntRange(min = 2, max = 200) int bound) {
    long[] counts = new long[bound];
    var random = new CellRandom();
    for (int row = 0; row < ROWS; row++) {
      random.begin(key, row);
      counts[random.nextInt(bound)]++;
    }

    assertThat(ChiSquare.of(counts, i -> (double) ROWS / bound))
        .isLessThan(ChiSquare.limit(bound - 1));
  }

  @Property(seed = "4")
  void weightedPicksAreAsTheWeightsSay(
      @ForAll long key,
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = 0.5, max = 20) Double> weights) {
    var table = new AliasTable(weights.stream().mapToDouble(Double::doubleValue).toArray());
    long[] counts = new long[weights.size()];
    var random = new CellRandom();
    for (int row = 0; row < ROWS; row++) {
      random.begin(key, row);
      counts[table.draw(random)]++;
    }

    double total = weights.stream().mapToDouble(Double::doubleValue).sum();
    assertThat(ChiSquare.of(counts, i -> weights.get(i) / total * ROWS))
        .isLessThan(ChiSquare.limit(weights.size() - 1));
  }

  @Property(seed = "5")
  void neighbouringRowsAreUnrelated(@ForAll long key, @ForAll @IntRange(min = 1, max = 5) int lag) {
    double[] rows = draws(key, ROWS + lag);

    assertThat(correlation(rows, Arrays.copyOfRange(rows, lag, rows.length)))
        .isBetween(-0.04, 0.04);
  }

  @Property(seed = "6")
  void neighbouringColumnsAreUnrelated(
      @ForAll long randomSeed, @ForAll @IntRange(max = 100) int column) {
    long one = CellRandom.columnKey(randomSeed, "thing", "column" + column);
    long other = CellRandom.columnKey(randomSeed, "thing", "column" + (column + 1));
    long nextSeed = CellRandom.columnKey(randomSeed + 1, "thing", "column" + column);

    assertThat(correlation(draws(one, ROWS), draws(other, ROWS))).isBetween(-0.04, 0.04);
    assertThat(correlation(draws(one, ROWS), draws(nextSeed, ROWS))).isBetween(-0.04, 0.04);
  }

  @Property(seed = "7")
  void drawsOfACellAreUnrelatedToThoseOfTheNextRow(@ForAll long key) {
    double[] first = new double[ROWS];
    double[] second = new double[ROWS];
    var random = new CellRandom();
    for (int row = 0; row < ROWS; row++) {
      random.begin(key, row);
      first[row] = random.nextDouble();
      second[row] = random.nextDouble();
    }

    assertThat(correlation(Arrays.copyOfRange(first, 1, ROWS), second)).isBetween(-0.04, 0.04);
  }

  @Property(seed = "8")
  void truncatedNormalNumbersKeepToTheirEnds(
      @ForAll long key,
      @ForAll @DoubleRange(min = -1_000, max = 1_000) double mean,
      @ForAll @DoubleRange(min = 0.1, max = 1_000) double deviation,
      @ForAll @DoubleRange(min = -2_000, max = 2_000) double low,
      @ForAll @DoubleRange(min = 0, max = 1_000) double width) {
    var normal = new Normal(mean, deviation, low, low + width);
    var random = new CellRandom();
    random.begin(key, 0);

    for (int i = 0; i < 100; i++) {
      assertThat(normal.draw(random)).isBetween(low, low + width);
    }
  }

  @Property(seed = "9")
  void zipfRanksKeepToTheirNumber(
      @ForAll long key,
      @ForAll @LongRange(min = 1, max = 1L << 40) long ranks,
      @ForAll @DoubleRange(min = 0.1, max = 4) double exponent) {
    var zipf = new Zipf(ranks, exponent);
    var random = new CellRandom();
    random.begin(key, 0);

    for (int i = 0; i < 100; i++) {
      assertThat(zipf.draw(random)).isBetween(1L, ranks);
    }
  }

  private static double[] draws(long key, int count) {
    var random = new CellRandom();
    double[] draws = new double[count];
    for (int row = 0; row < count; row++) {
      random.begin(key, row);
      draws[row] = random.nextDouble();
    }
    return draws;
  }

  /** Pearson's coefficient of uniform numbers; 0.04 is 5.7 times its deviation for 20,000 pairs. */
  private static double correlation(double[] some, double[] others) {
    double sum = 0;
    int pairs = Math.min(some.length, others.length);
    for (int i = 0; i < pairs; i++) {
      sum += (some[i] - 0.5) * (others[i] - 0.5);
    }
    return sum / pairs * 12;
  }
}
