package dev.seeder.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionsTest {

  private static final int MANY = 1_000_000;

  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.975, 1.959963984540054",
    "0.001, -3.090232306167813",
    "1e-10, -6.361340902404056",
    "0.25, -0.6744897501960817",
    "0.9999, 3.719016485455709"
  })
  void normalQuantilesAreThoseOfTheTables(double p, double expected) {
    assertThat(Normal.quantile(p)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void normalNumbersHaveMeanAndDeviation() {
    double[] drawn = drawn(new Normal(10, 2, -100, 100));

    double mean = Arrays.stream(drawn).average().orElseThrow();
    double variance =
        Arrays.stream(drawn).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo(10, within(0.01));
    assertThat(Math.sqrt(variance)).isCloseTo(2, within(0.01));
  }

  @Test
  void normalNumbersKeepToTheirEndsWithoutHeapsThere() {
    double[] drawn = drawn(new Normal(10, 2, 9, 12));

    long[] counts = new long[3];
    for (double x : drawn) {
      counts[(int) x - 9]++;
    }
    // of 0.19146 + 0.34134 in all
    double[] expected = {0.191462 / 0.532807, 0.191462 / 0.532807, 0.149882 / 0.532807};
    assertThat(Arrays.stream(drawn)).allMatch(x -> x >= 9 && x <= 12);
    assertThat(ChiSquare.of(counts, i -> MANY * expected[i])).isLessThan(ChiSquare.limit(2));
    assertThat(Arrays.stream(drawn(new Normal(0, 1, 50, 51)))).allMatch(x -> x >= 50 && x <= 51);
  }

  @ParameterizedTest
  @CsvSource({"1000, 1.0", "1000, 1.05", "50, 0.5", "10, 2.5", "2, 1", "1, 1"})
  void zipfRanksComeUpAsTheirShareSays(int ranks, double exponent) {
    var zipf = new Zipf(ranks, exponent);
    long[] counts = new long[ranks];
    var random = new CellRandom();
    for (int row = 0; row < MANY; row++) {
      random.begin(1, row);
      counts[(int) zipf.draw(random) - 1]++;
    }

    double sum = IntStream.rangeClosed(1, ranks).mapToDouble(k -> Math.pow(k, -exponent)).sum();
    assertThat(ChiSquare.of(counts, i -> MANY * Math.pow(i + 1, -exponent) / sum))
        .isLessThan(ChiSquare.limit(ranks - 1));
  }

  @Test
  void zipfNeedsRanks() {
    assertThatThrownBy(() -> new Zipf(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Zipf's distribution has 0 ranks and exponent 1.0, expected 1 or more and above 0.");
  }

  @Test
  void aliasTableNeedsWeights() {
    assertThatThrownBy(() -> new AliasTable(1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A weight is -1.0, expected 0 or more.");
    assertThatThrownBy(() -> new AliasTable(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("All weights are 0, expected one above 0.");
  }

  private static double[] drawn(Normal normal) {
    var random = new CellRandom();
    return IntStream.range(0, MANY)
        .mapToDouble(
            row -> {
              random.begin(1, row);
              return normal.draw(random);
            })
        .toArray();
  }
}
