package dev.seeder.rows;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one table.
 *
 * <p>A source can be opened many times, in several runs at once: it holds no state of a run. {@link
 * Factory#rows} makes one; so does {@link #of} from rows that are there already. A {@link Fixture}
 * is one.
 */
public interface RowSource {

  /** Returns the table that the rows are for. */
  Table<?> table();

  /**
   * Opens the rows in a run.
   *
   * <p>Called once per insert, inside the seed's transaction; the rows are read once, in order, and
   * the stream is closed at the end.
   */
  OpenRows open(RowScope scope);

  /**
   * Opens the rows after the first ones, which were inserted and committed before: of a seed that
   * commits in between, and goes on.
   *
   * <p>They are the rows that {@link #open(RowScope)} would have given after so many on a table
   * that was empty. By default it is opened, and so many rows are read and forgotten.
   *
   * @param done how many rows of this source are in the table; 0 at the begin
   */
  default OpenRows openAfter(RowScope scope, long done) {
    OpenRows all = open(scope);
    return new OpenRows(all.columns(), all.values().skip(done));
  }

  /**
   * Rows being read.
   *
   * @param columns the columns that the rows have values for
   * @param values the rows: each array is new, and has one value per column, of the column's Java
   *     type or null
   */
  record OpenRows(List<? extends Field<?>> columns, Stream<@Nullable Object[]> values) {

    /** Makes opened rows; the columns are copied. */
    public OpenRows {
      columns = List.copyOf(columns);
      Objects.requireNonNull(values, "values");
    }
  }

  /**
   * Returns a source of the rows given.
   *
   * <pre>{@code
   * RowSource genres = RowSource.of(GENRE, List.of(GENRE.CODE, GENRE.NAME),
   *     List.of(new Object[] {"novel", "Novel"}, new Object[] {"essay", "Essay"}));
   * }</pre>
   *
   * @param rows each with one value per column; an {@link Iterator} is asked for at each opening,
   *     so that the rows may be made on the way
   */
  static RowSource of(
      Table<?> table,
      List<? extends Field<?>> columns,
      Iterable<? extends @Nullable Object[]> rows) {
    return new GivenRows(
        Objects.requireNonNull(table, "table"),
        List.copyOf(columns),
        Objects.requireNonNull(rows, "rows"));
  }
}
