package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.datafaker.Faker;
import net.datafaker.service.FakeValuesService;
import net.datafaker.service.FakerContext;
import net.datafaker.service.RandomService;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * One draw: what the value of one cell is made from.
 *
 * <p>Valid only during the call it was handed to. Not safe for use by several threads.
 */
public final class Draw {

  private enum State {
    OPEN,
    RUNNING,
    DONE
  }

  private final FactoryColumns columns;
  private final RowScope scope;
  private final CellRandom random = new CellRandom();
  private final State[] states;
  private final int[] askedBy;
  private final Map<String, Long> sharedKeys = new HashMap<>();
  private @Nullable Object[] values;
  private @Nullable Faker faker;
  private @Nullable Draw earlier;
  private long row = -1;
  private int column;
  private final int[] attempts;

  Draw(FactoryColumns columns, RowScope scope) {
    this.columns = columns;
    this.scope = scope;
    this.states = new State[columns.size()];
    this.askedBy = new int[columns.size()];
    this.values = new Object[columns.size()];
    this.attempts = new int[columns.size()];
  }

  /** Returns the index of the row, counted from 0. */
  public long row() {
    return row;
  }

  /** Returns the randomness of this cell: it depends on random seed, table, column and row. */
  public RandomGenerator random() {
    return random;
  }

  /**
   * Returns a faker in the run's locale that draws from {@link #random()}.
   *
   * <p>A few of its providers read the machine's clock, such as {@code timeAndDate().past(...)}
   * without a reference date; use {@link #clock()} with them.
   */
  public Faker faker() {
    if (faker == null) {
      faker = faker(random, scope);
    }
    return faker;
  }

  /** Returns the run's clock, which stands still during the run. */
  public Clock clock() {
    return scope.clock();
  }

  /**
   * Returns the value of another column of the same row.
   *
   * <pre>{@code
   * Factory.of(SALE)
   *     .generate(SALE.BOOK_ID, existing(BOOK.ID))
   *     .generate(SALE.UNIT_PRICE, draw -> prices.get(draw.value(SALE.BOOK_ID)));
   * }</pre>
   *
   * @throws IllegalArgumentException if the factory has no value for the column
   * @throws IllegalStateException if columns ask for each other in a circle
   */
  @SuppressWarnings("unchecked") // the column's own generator made the value
  public <T> @Nullable T value(Field<T> other) {
    return (T) valueAt(columns.indexOf(other));
  }

  /** Returns the value of a column of the same row, by its name. */
  @Nullable Object valueOf(String other) {
    return valueAt(columns.indexOf(other));
  }

  /** Returns the value of a column of the same row; null if it has none, too. */
  @Nullable Object valueOrNull(String other) {
    return columns.has(other) ? valueOf(other) : null;
  }

  /** Returns the value of a column in another row, by its name. */
  @Nullable Object valueIn(long otherRow, String other) {
    if (otherRow == row) {
      return valueOf(other);
    }
    if (earlier == null) {
      earlier = new Draw(columns, scope);
    }
    earlier.begin(otherRow);
    return earlier.valueOf(other);
  }

  /** Returns how often what is drawn was drawn before for this row, mixed; 0 for not yet. */
  long attempt() {
    int attempt = attempts[columns.group(column)];
    return attempt == 0 ? 0 : CellRandom.mix(attempt);
  }

  /** Draws a column again, and those that are drawn with it, the next time the row is made. */
  void again(int index) {
    attempts[columns.group(index)]++;
  }

  /** Forgets what was to be drawn again. */
  void afresh() {
    Arrays.fill(attempts, 0);
  }

  private @Nullable Object valueAt(int index) {
    if (states[index] == State.RUNNING) {
      throw circle(index);
    }
    if (states[index] == State.OPEN) {
      long savedState = random.state();
      int savedColumn = column;
      askedBy[index] = column;
      compute(index);
      column = savedColumn;
      random.restore(savedState);
    }
    return values[index];
  }

  /** Returns what random numbers that are the same for all rows of the column are keyed by. */
  long columnKey() {
    return columns.key(column);
  }

  /** Returns a key that the columns of the table share, for what they draw together. */
  long sharedKey(String name) {
    Long key = sharedKeys.get(name);
    if (key == null) {
      key = CellRandom.columnKey(scope.randomSeed(), columns.table(), name);
      sharedKeys.put(name, key);
    }
    return key;
  }

  /** Returns the column being drawn, as people know it. */
  String columnName() {
    return columns.name(column);
  }

  /** Returns the values of a row, in a new array. */
  @Nullable Object[] row(long index) {
    begin(index);
    for (int i = 0; i < states.length; i++) {
      if (states[i] == State.OPEN) {
        compute(i);
      }
    }
    return values;
  }

  private void begin(long index) {
    row = index;
    values = new Object[columns.size()];
    Arrays.fill(states, State.OPEN);
  }

  private void compute(int index) {
    states[index] = State.RUNNING;
    column = index;
    random.begin(columns.key(index) + attempt(), row);
    try {
      values[index] = columns.generator(index).value(this);
    } catch (RuntimeException thrown) {
      throw GeneratorFailure.of(thrown, columns.name(index));
    }
    states[index] = State.DONE;
  }

  private IllegalStateException circle(int index) {
    String path = columns.name(index);
    for (int asking = column; asking != index; asking = askedBy[asking]) {
      path = columns.name(asking) + " -> " + path;
    }
    return new IllegalStateException(
        "Columns ask for each other's values in a circle: "
            + columns.name(index)
            + " -> "
            + path
            + "\n  To fix: let one of them be made without draw.value(...).");
  }

  static Faker faker(RandomGenerator random, RowScope scope) {
    // a values service of its own: fakers that share one evict each other's caches
    return new Faker(
        new FakeValuesService(), new FakerContext(scope.locale(), new RandomService(random)));
  }
}
