package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns that a row gets together: those of foreign keys that share some, or a single other one.
 *
 * <p>Not safe for use by several threads while keys are being solved; does not change after.
 */
final class Unit {

  /** One row in so many has NULL. */
  private static final int NULLS = 10;

  private final Choices choices;
  private final @Nullable ValueGenerator<?> free;
  private final boolean ownInEachRow;
  private boolean nullable;
  private @Nullable Assignment assignment;
  private boolean distinct;

  private Unit(
      Choices choices, @Nullable ValueGenerator<?> free, boolean ownInEachRow, boolean nullable) {
    this.choices = choices;
    this.free = free;
    this.ownInEachRow = ownInEachRow;
    this.nullable = nullable;
  }

  /** Makes a unit of which rows pick any choice, unless a key says otherwise. */
  static Unit picked(Choices choices, boolean nullable) {
    return new Unit(choices, null, false, nullable);
  }

  /**
   * Makes a unit of one column that a generator fills, unless a key says otherwise.
   *
   * @param ownInEachRow whether the generator gives no value to two rows
   */
  static Unit generated(
      Choices choices, ValueGenerator<?> free, boolean ownInEachRow, boolean nullable) {
    return new Unit(choices, free, ownInEachRow, nullable);
  }

  Choices choices() {
    return choices;
  }

  List<String> columns() {
    return choices.columns();
  }

  /** Returns whether all of its columns take NULL. */
  boolean nullable() {
    return nullable;
  }

  /** Returns whether the unit is a column that refers to nothing. */
  boolean isFree() {
    return free != null;
  }

  /** Keeps NULL out: to a key of the table two of them are the same. */
  void keepNotNull() {
    nullable = false;
  }

  /** Returns whether it has been said which choice each row has. */
  boolean assigned() {
    return assignment != null;
  }

  /**
   * Returns whether no two rows have the same choice.
   *
   * @param alone whether there are no other rows in the table
   */
  boolean distinct(boolean alone) {
    return assignment == null ? ownInEachRow && alone : distinct;
  }

  void assign(Assignment how, boolean distinctRows) {
    assignment = how;
    distinct = distinctRows;
  }

  /** Returns whether another draw can give a row another choice. */
  boolean isRedrawn() {
    return assignment == null || nullable;
  }

  /** Says of how many rows the unit is NULL, if it may be. */
  enum Nulls {
    NONE,
    /** Of some, as in real data. */
    SOME,
    /** Of those that keep the rules of the table in that way. */
    ALL_IF_POSSIBLE
  }

  /** Returns what fills a column of the unit; rows that may pick anything do so by this key. */
  ValueGenerator<?> generator(int column, long key, Nulls nulls) {
    ValueGenerator<?> generator = generator(column, key);
    if (nulls == Nulls.NONE || !nullable) {
      return generator;
    }
    long nullKey = CellRandom.mix(~key);
    return draw -> isNull(draw, nullKey, nulls) ? null : generator.value(draw);
  }

  private static boolean isNull(Draw draw, long nullKey, Nulls nulls) {
    long attempt = draw.attempt();
    if (attempt == 0 && nulls == Nulls.ALL_IF_POSSIBLE) {
      return true;
    }
    int rate = attempt == 0 ? NULLS : 2;
    return CellRandom.pick(nullKey + attempt, draw.row(), rate) == 0;
  }

  private ValueGenerator<?> generator(int column, long key) {
    if (assignment == null && free != null) {
      return free;
    }
    Assignment how = assignment == null ? picking(key) : assignment;
    return draw -> {
      long index = how.index(draw);
      return index < 0 ? null : choices.at(column, index, how.block(draw));
    };
  }

  private Assignment picking(long key) {
    long size = choices.size();
    return draw -> CellRandom.pick(key + draw.attempt(), draw.row(), size);
  }
}
