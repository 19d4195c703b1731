package dev.seeder.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongToIntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The numbers in the first tests come from a second implementation of the algorithm, in Python. If
 * one of these tests fails, all rows of all users change.
 */
class CellRandomTest {

  private static final long TITLE = CellRandom.columnKey(42, "book", "title");
  private static final int ROWS = 1_000_000;
  private static final int CHOICES = 100;

  @ParameterizedTest
  @CsvSource({
    "0, book, title, aed29749b14bb713",
    "42, book, title, d28ac80cff8284ae",
    "42, book, price, 8905bf3ffc9ed65f",
    "42, author, title, 59b47aee80a24495",
    "-1, größe, 名前, 81f1c8a7c03b9d20",
    "-9223372036854775808, '', '', e748d9acf7f6cdb6",
  })
  void keysColumnsForEver(long randomSeed, String table, String column, String key) {
    assertThat(Long.toHexString(CellRandom.columnKey(randomSeed, table, column))).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "0, ddfdd948febc3034, b04758a9771720ca, 704520830d940955, a202d656c87a3241",
    "1, af55beccaf08c6f0, 5582e91e583ab1f3, 20143e7b1614eb9e, 675a3f25bdb2c066",
    "2, 21b7ead25fd37554, 9bd055aae0f975d0, 32920c0db4d6d46f, 72ba6120c440dcd7",
    "1000000, 45f31fd0e2197fe5, d52c56dac6c872b2, b73311ee51f48d4, a4a8eb5361a93e27",
    "9223372036854775807, b2c709d4a334cb67, 799fa0e82c744f29, 4e6a0b51962531e8, e94c5fea283f922a",
  })
  void drawsTheSameForEver(long row, String state, String first, String second, String third) {
    CellRandom random = cell(TITLE, row);

    assertThat(Long.toHexString(random.state())).isEqualTo(state);
    assertThat(Stream.generate(() -> Long.toHexString(random.nextLong())).limit(3))
        .containsExactly(first, second, third);
  }

  @Test
  void makesEveryKindOfNumberTheSameForEver() {
    assertThat(cell(TITLE, 0).ints(3)).containsExactly(-1337501527, 1883578499, -1576872362);
    assertThat(draw(10, random -> random.nextInt(100)))
        .containsExactly(68, 43, 63, 88, 99, 19, 39, 64, 3, 64);
    assertThat(draw(5, random -> random.nextInt(-50, 50))).containsExactly(18, -7, 13, 38, 49);
    assertThat(draw(3, random -> random.nextLong(1_000_000_000_000L)))
        .containsExactly(688588658688L, 438554794307L, 632855793177L);
    assertThat(draw(3, random -> random.nextLong(-1, 999_999_999_999L)))
        .containsExactly(688588658687L, 438554794306L, 632855793176L);
    assertThat(draw(3, CellRandom::nextDouble))
        .containsExactly(0.6885886586888685, 0.438554794307109, 0.6328557931778753);
    assertThat(draw(2, random -> random.nextDouble(2)))
        .containsExactly(2 * 0.6885886586888685, 2 * 0.438554794307109);
    assertThat(draw(2, random -> random.nextDouble(-1, 1)))
        .containsExactly(2 * 0.6885886586888685 - 1, 2 * 0.438554794307109 - 1);
    assertThat(draw(3, CellRandom::nextFloat)).containsExactly(0.6885886f, 0.43855476f, 0.6328558f);
    assertThat(draw(1, random -> random.nextFloat(2))).containsExactly(2 * 0.6885886f);
    assertThat(draw(1, random -> random.nextFloat(-1, 1))).containsExactly(2 * 0.6885886f - 1);
    assertThat(draw(8, CellRandom::nextBoolean))
        .containsExactly(true, false, true, true, true, false, false, true);
    assertThat(draw(1, CellRandom::nextGaussian)).containsExactly(-1.4150766099615706);
    assertThat(draw(1, random -> random.nextGaussian(10, 2)))
        .containsExactly(10 - 2 * 1.4150766099615706);
    assertThat(draw(1, CellRandom::nextExponential)).containsExactly(1.166640599850033);
  }

  @Test
  void fillsBytesFromTheLowEndOfEachDraw() {
    byte[] bytes = new byte[11];

    cell(TITLE, 0).nextBytes(bytes);

    assertThat(bytes).containsExactly(-54, 32, 23, 119, -87, 88, 71, -80, 85, 9, -108);
  }

  @Test
  void takesNothingFromDefaultsThatAJdkMayChange() {
    List<String> inherited =
        Arrays.stream(RandomGenerator.class.getMethods())
            .filter(Method::isDefault)
            .filter(method -> !method.getName().equals("isDeprecated"))
            .filter(method -> !BaseStream.class.isAssignableFrom(method.getReturnType()))
            .filter(method -> !isDeclaredInCellRandom(method))
            .map(Method::toString)
            .toList();

    assertThat(inherited).isEmpty();
  }

  /** That streams call these methods again and again is specified. */
  @Test
  void streamsWhatSingleCallsDraw() {
    assertThat(cell(TITLE, 0).ints(5, 0, 100)).containsExactly(68, 43, 63, 88, 99);
    assertThat(cell(TITLE, 0).longs(3, 0, 100)).containsExactly(68L, 43L, 63L);
    assertThat(cell(TITLE, 0).doubles(1)).containsExactly(0.6885886586888685);
    assertThat(cell(TITLE, 0).longs(1)).containsExactly(0xb04758a9771720caL);
  }

  @Test
  void ignoresUpperAndLowerCaseOfNames() {
    assertThat(CellRandom.columnKey(42, "BOOK", "Title")).isEqualTo(TITLE);
    assertThat(CellRandom.columnKey(42, "GRÖSSE", "ID"))
        .isEqualTo(CellRandom.columnKey(42, "grösse", "id"));
  }

  @Test
  void keepsBounds() {
    CellRandom random = cell(TITLE, 0);

    for (int i = 0; i < 10_000; i++) {
      assertThat(random.nextInt(3)).isBetween(0, 2);
      assertThat(random.nextInt(Integer.MIN_VALUE, Integer.MAX_VALUE))
          .isLessThan(Integer.MAX_VALUE);
      assertThat(random.nextLong(Long.MIN_VALUE, Long.MAX_VALUE)).isLessThan(Long.MAX_VALUE);
      assertThat(random.nextLong(7, 8)).isEqualTo(7);
      assertThat(random.nextDouble()).isBetween(0.0, Math.nextDown(1.0));
      assertThat(random.nextDouble(1, Math.nextUp(1.0))).isEqualTo(1.0);
      assertThat(random.nextFloat()).isBetween(0.0f, Math.nextDown(1.0f));
      assertThat(random.nextFloat(1, Math.nextUp(1.0f))).isEqualTo(1.0f);
      assertThat(random.nextExponential()).isBetween(0.0, 37.0);
    }
  }

  @Test
  void drawsFromRangesWiderThanHalfOfAllNumbers() {
    CellRandom random = cell(TITLE, 0);
    long negative = 0;
    for (int i = 0; i < 10_000; i++) {
      negative += random.nextLong(Long.MIN_VALUE, Long.MAX_VALUE) < 0 ? 1 : 0;
    }

    assertThat(negative).isBetween(4_800L, 5_200L);
  }

  @Test
  void refusesRangesWithoutNumbers() {
    CellRandom random = cell(TITLE, 0);

    assertThatThrownBy(() -> random.nextInt(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The bound must be positive, but is 0.");
    assertThatThrownBy(() -> random.nextLong(-5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The bound must be positive, but is -5.");
    assertThatThrownBy(() -> random.nextInt(3, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range from 3 (inclusive) to 3 (exclusive) is empty.");
    assertThatThrownBy(() -> random.nextLong(4, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range from 4 (inclusive) to 3 (exclusive) is empty.");
    assertThatThrownBy(() -> random.nextDouble(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range from 0.0 (inclusive) to 0.0 (exclusive) is empty or not finite.");
    assertThatThrownBy(() -> random.nextDouble(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range from 1.0 (inclusive) to NaN (exclusive) is empty or not finite.");
    assertThatThrownBy(() -> random.nextFloat(2.5f, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range from 2.5 (inclusive) to 1.0 (exclusive) is empty or not finite.");
    assertThatThrownBy(() -> random.nextGaussian(0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The deviation must be 0 or more, but is -1.0.");
  }

  @Test
  void firstDrawsOfRowsAreUniform() {
    long[] counts = new long[CHOICES];
    for (int row = 0; row < ROWS; row++) {
      counts[choice(TITLE, row)]++;
    }

    assertThat(ChiSquare.of(counts, i -> (double) ROWS / CHOICES))
        .isBetween(50.0, ChiSquare.limit(CHOICES - 1));
  }

  @Test
  void pairsOfNeighbouringRowsAreUniform() {
    long[] counts = new long[CHOICES * CHOICES];
    int before = choice(TITLE, 0);
    for (int row = 1; row <= ROWS; row++) {
      int now = choice(TITLE, row);
      counts[before * CHOICES + now]++;
      before = now;
    }

    assertThat(ChiSquare.of(counts, i -> (double) ROWS / counts.length))
        .isBetween(9_400.0, ChiSquare.limit(counts.length - 1));
  }

  @Test
  void neighboursAreAsUnrelatedAsStrangers() {
    long price = CellRandom.columnKey(42, "book", "price");
    long nextSeed = CellRandom.columnKey(43, "book", "title");
    long otherTable = CellRandom.columnKey(42, "author", "title");

    assertThat(equalChoices(row -> choice(TITLE, row + 1))).isCloseTo(0.01, within(0.0005));
    assertThat(equalChoices(row -> secondChoice(TITLE, row))).isCloseTo(0.01, within(0.0005));
    assertThat(equalChoices(row -> secondChoice(TITLE, row - 1))).isCloseTo(0.01, within(0.0005));
    assertThat(equalChoices(row -> secondChoice(TITLE, row + 1))).isCloseTo(0.01, within(0.0005));
    assertThat(equalChoices(row -> choice(price, row))).isCloseTo(0.01, within(0.0005));
    assertThat(equalChoices(row -> choice(nextSeed, row))).isCloseTo(0.01, within(0.0005));
    assertThat(equalChoices(row -> choice(otherTable, row))).isCloseTo(0.01, within(0.0005));
  }

  @Test
  void everyBitOfTheRowChangesHalfOfTheBits() {
    for (int bit = 0; bit < Long.SIZE - 1; bit++) {
      long changed = 0;
      for (int row = 0; row < 1_000; row++) {
        long one = cell(TITLE, row).nextLong();
        changed += Long.bitCount(one ^ cell(TITLE, row ^ 1L << bit).nextLong());
      }

      assertThat(changed / 1_000.0).as("bit %s", bit).isCloseTo(32, within(1.0));
    }
  }

  @Test
  void normalAndExponentialNumbersHaveTheirMeanAndDeviation() {
    CellRandom random = cell(TITLE, 0);
    double sum = 0;
    double squares = 0;
    double exponential = 0;
    int count = 200_000;
    for (int i = 0; i < count; i++) {
      double normal = random.nextGaussian();
      sum += normal;
      squares += normal * normal;
      exponential += random.nextExponential();
    }

    assertThat(sum / count).isCloseTo(0, within(0.01));
    assertThat(squares / count).isCloseTo(1, within(0.015));
    assertThat(exponential / count).isCloseTo(1, within(0.01));
  }

  @Test
  void goesOnFromARestoredState() {
    CellRandom random = cell(TITLE, 0);
    long saved = random.state();
    long first = random.nextLong();

    random.restore(saved);

    assertThat(random.nextLong()).isEqualTo(first);
  }

  private static double equalChoices(LongToIntFunction other) {
    int equal = 0;
    for (int row = 0; row < ROWS; row++) {
      equal += choice(TITLE, row) == other.applyAsInt(row) ? 1 : 0;
    }
    return (double) equal / ROWS;
  }

  private static int choice(long key, long row) {
    return cell(key, row).nextInt(CHOICES);
  }

  private static int secondChoice(long key, long row) {
    CellRandom random = cell(key, row);
    random.nextLong();
    return random.nextInt(CHOICES);
  }

  private static CellRandom cell(long key, long row) {
    var random = new CellRandom();
    random.begin(key, row);
    return random;
  }

  private static <T> Stream<T> draw(int count, Function<CellRandom, T> draw) {
    CellRandom random = cell(TITLE, 0);
    return Stream.generate(() -> draw.apply(random)).limit(count);
  }

  private static boolean isDeclaredInCellRandom(Method method) {
    return Arrays.stream(CellRandom.class.getDeclaredMethods())
        .anyMatch(
            own ->
                own.getName().equals(method.getName())
                    && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
  }
}
