package dev.seeder.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 100, 1_000, 65_536, 65_537, 1_234_567})
  void givesEachIndexANumberOfItsOwn(int size) {
    var permutation = new Permutation(42, size);
    var seen = new BitSet(size);

    for (int index = 0; index < size; index++) {
      seen.set((int) permutation.at(index));
    }

    assertThat(permutation.size()).isEqualTo(size);
    assertThat(seen.cardinality()).isEqualTo(size);
    assertThat(seen.length()).isEqualTo(size);
  }

  /** The numbers come from a second implementation, in Python. */
  @Test
  void isTheSameForEver() {
    assertThat(numbers(new Permutation(7, 10), 10))
        .containsExactly(0L, 6L, 5L, 3L, 9L, 8L, 2L, 4L, 1L, 7L);
    assertThat(numbers(new Permutation(CellRandom.columnKey(42, "book", "isbn"), 1_000_000_000), 5))
        .containsExactly(237658419L, 901287414L, 426980975L, 28537788L, 370905140L);
  }

  @Test
  void differsFromKeyToKey() {
    var orders = new HashSet<List<Long>>();
    for (long key = 0; key < 1_000; key++) {
      orders.add(numbers(new Permutation(key, 1_000), 20));
    }

    assertThat(orders).hasSize(1_000);
  }

  @Test
  void reachesEveryOrderOfThreeNumbers() {
    var orders = new HashSet<List<Long>>();
    for (long key = 0; key < 1_000; key++) {
      orders.add(numbers(new Permutation(key, 3), 3));
    }

    assertThat(orders).hasSize(6);
  }

  @Test
  void looksRandom() {
    var permutation = new Permutation(42, 1_000_000);
    long[] counts = new long[100];
    long rising = 0;
    for (int index = 0; index < 100_000; index++) {
      counts[(int) (permutation.at(index) / 10_000)]++;
      rising += permutation.at(index) < permutation.at(index + 1) ? 1 : 0;
    }

    assertThat(ChiSquare.of(counts, i -> 1_000.0)).isLessThan(ChiSquare.limit(99));
    assertThat(rising).isBetween(49_000L, 51_000L);
  }

  @Test
  void worksForTheLargestSize() {
    var permutation = new Permutation(42, Long.MAX_VALUE);

    assertThat(numbers(permutation, 10_000))
        .doesNotHaveDuplicates()
        .allSatisfy(number -> assertThat(number).isNotNegative());
    assertThat(permutation.at(Long.MAX_VALUE - 1)).isBetween(0L, Long.MAX_VALUE - 1);
  }

  @Test
  void refusesWhatIsOutOfBounds() {
    var permutation = new Permutation(42, 10);

    assertThatThrownBy(() -> permutation.at(10))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("The index 10 is not between 0 and 9.");
    assertThatThrownBy(() -> permutation.at(-1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("The index -1 is not between 0 and 9.");
    assertThatThrownBy(() -> new Permutation(42, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A permutation needs a size of 1 or more, not 0.");
  }

  private static List<Long> numbers(Permutation permutation, int count) {
    return LongStream.range(0, count).map(permutation::at).boxed().toList();
  }
}
