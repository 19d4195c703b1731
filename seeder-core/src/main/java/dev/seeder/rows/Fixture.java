package dev.seeder.rows;

import dev.seeder.files.Lookup;
import dev.seeder.files.RowExport;
import dev.seeder.files.RowFile;
import dev.seeder.files.RowSchema;
import dev.seeder.files.RowTable;
import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import dev.seeder.words.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Gives the rows of a CSV, JSON or YAML file, for reference data that people edit and review.
 *
 * <pre>{@code
 * static final Fixture COUNTRIES = Fixture.of(COUNTRY, "seeds/countries.csv");
 *
 * seed.insert(COUNTRIES);
 * }</pre>
 *
 * <p>The ending of the file's name, {@code .csv}, {@code .json}, {@code .yaml} or {@code .yml},
 * says how it is read; it is in UTF-8. A CSV file has a header with names of columns. A JSON file
 * is an array of objects that all have the same keys, which are names of columns; a YAML file is a
 * list of mappings that have, without anchors, aliases and tags. Columns that the file lacks are
 * left to the database.
 *
 * <p><b>NULL is what is not there, or null without quotes</b>: in CSV an empty cell, in JSON {@code
 * null}, in YAML {@code null}, {@code ~} or nothing. What is in quotes is a text: {@code ""} is the
 * empty one, in each of them.
 *
 * <p><b>The column says how a cell is read</b>, never how the file writes it: in a column of texts
 * {@code NO} and {@code 007} stay what they are. Numbers have a decimal point, dates and times are
 * as in ISO 8601, truths are {@code true} or {@code false}, bytes begin with {@code 0x} or {@code
 * base64:}. A column of JSON takes what a JSON or YAML file has there as it is; in CSV its cell
 * holds JSON. An array is one of JSON, too.
 *
 * <p>A date or a time may also be one of the run's clock, in UTC and without parts of a second:
 * {@code now} or {@code today}, with what ISO 8601 writes a period as behind it, such as {@code
 * today-P1M} or {@code now+P1DT2H30M}.
 *
 * <p>Two rows that have the same values for a key of the table are a mistake, too, among the first
 * two million; what is the same only to a collation is left to the database.
 *
 * <p>The file is read twice: first to its end, so that its mistakes are told together, each with
 * its place (of a row of CSV, the line where it begins), and no row is inserted if there is one;
 * then row by row. Memory does not grow with it.
 *
 * <p>A seed that names a file of the classpath in {@link dev.seeder.Seed#dataFiles} runs again when
 * it changes.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Fixture implements RowSource {

  private static final String TO_FIX =
      "\n  To fix: name it as under src/main/resources, such as \"seeds/genres.csv\".";

  private final Table<?> table;
  private final RowFile file;

  private final List<Lookup> lookups;

  private Fixture(Table<?> table, RowFile file, List<Lookup> lookups) {
    this.table = table;
    this.file = file;
    this.lookups = lookups;
  }

  /**
   * Returns the rows of a file on the classpath, as the context class loader sees it, or else the
   * one of the table's class.
   *
   * @param file its name as under {@code src/main/resources}, such as {@code "seeds/genres.csv"}
   * @throws IllegalArgumentException if the name has another ending, or is none of the classpath
   */
  public static Fixture of(Table<?> table, String file) {
    Objects.requireNonNull(table, "table");
    if (file.startsWith("/")
        || file.contains("\\")
        || file.contains(":")
        || Arrays.asList(file.split("/", -1)).contains("..")) {
      throw new IllegalArgumentException(
          "\"" + file + "\" is no name of a file on the classpath." + TO_FIX);
    }
    return new Fixture(table, new RowFile(file, () -> open(table, file)), List.of());
  }

  /**
   * Returns the rows of a file on disk.
   *
   * @throws IllegalArgumentException if the name has another ending
   */
  public static Fixture of(Table<?> table, Path file) {
    Objects.requireNonNull(table, "table");
    return new Fixture(table, new RowFile(file.toString(), () -> open(file)), List.of());
  }

  /**
   * Returns a fixture whose cells of a column hold another column's value of the row that they
   * refer to, such as an author's e-mail address instead of a number that nobody knows.
   *
   * <pre>{@code
   * Fixture.of(BOOK, "seeds/books.csv").lookup(BOOK.AUTHOR_ID, AUTHOR.EMAIL)
   * }</pre>
   *
   * <p>What the foreign key refers to is put in its place: without a foreign key, the primary key.
   * A cell that finds no row, or several, is a mistake of the file. The rows are looked for in the
   * database, a thousand at once, and so not among those of the file itself.
   *
   * @param column the column of the file
   * @param key the column of the other table whose values the cells hold
   */
  public Fixture lookup(Field<?> column, Field<?> key) {
    List<Lookup> all = new ArrayList<>(lookups);
    all.add(new Lookup(column.getName(), ExistingValues.table(key), key.getName()));
    return new Fixture(table, file, List.copyOf(all));
  }

  /**
   * Saves a JSON Schema (draft 2020-12) of the file, by which editors complete the names of columns
   * and check rows in JSON and YAML while they are written. The file itself need not be there yet.
   *
   * <pre>{@code
   * Fixture.of(GENRE, "seeds/genres.yaml").saveSchema(dsl, Path.of("target/genres.schema.json"));
   * }</pre>
   *
   * <p>A row needs the columns that are NOT NULL and have no default, and those that are looked up;
   * nothing else that a fixture takes is refused. More is let through where editors read YAML by
   * its own rules, and where names are in other letters than the database's. Mistakes that a schema
   * cannot tell, such as repeated keys, are told when the file is read.
   *
   * @throws IllegalStateException if there is no such table, or the schema cannot be written
   */
  public void saveSchema(DSLContext dsl, Path schema) {
    RowSchema.save(
        new RowTable(dsl, table, live(dsl, table), dsl.configuration().clock(), lookups), schema);
  }

  /**
   * Saves all rows of a table into a file that is a fixture of it: as CSV, JSON or YAML, as its
   * ending says.
   *
   * <pre>{@code
   * Fixture.save(dsl, GENRE, Path.of("src/main/resources/seeds/genres.csv"));
   * }</pre>
   *
   * <p>The rows are streamed, in the order of the primary key, and the same rows give the same
   * bytes: inserted and saved again, they are the same. Left out are columns that the database
   * always makes itself: computed ones, and identities that are "generated always", whose numbers
   * an insert cannot give; so is the white space of JSON. All else is in the file as it is:
   * secrets, and texts that a spreadsheet takes for formulas. A file that was there before is
   * replaced once the new one is complete.
   *
   * @return the names of the columns that were left out
   * @throws IllegalStateException if there is no such table; if a row refers to one by a number
   *     that is left out there, as another row would have it; or if the file cannot be written or
   *     would be read as something else
   */
  public static List<String> save(DSLContext dsl, Table<?> table, Path file) {
    return RowExport.save(dsl, table, live(dsl, table), file);
  }

  /**
   * Saves the rows of a query, in its order, with the names of its columns. Otherwise as {@link
   * #save(DSLContext, Table, Path)}; the types are those of the query's fields.
   */
  public static void save(DSLContext dsl, ResultQuery<?> query, Path file) {
    RowExport.save(dsl, query, file);
  }

  /**
   * Saves some rows of a table and all rows that they refer to, into a file for each table: as
   * {@link #save(DSLContext, Table, Path)}, but all rows are in memory at once.
   *
   * <p>Rows of a table come behind those of the same table that they refer to. Where rows refer to
   * each other in a circle, their foreign keys have to be checked at the end of the transaction
   * when they are inserted, such as by SQLite's {@code pragma defer_foreign_keys = on}.
   *
   * @param directory where the files are, named like their tables
   * @param ending {@code ".csv"}, {@code ".json"} or {@code ".yaml"}
   * @return the fixtures in the order in which they can be inserted
   * @throws IllegalStateException as the others say
   */
  public static List<Fixture> saveWithParents(
      DSLContext dsl, Table<?> table, Condition rows, Path directory, String ending) {
    List<Fixture> fixtures = new ArrayList<>();
    RowExport.saveClosed(dsl, table, live(dsl, table), rows, directory, ending)
        .forEach((each, file) -> fixtures.add(of(DSL.table(each.getQualifiedName()), file)));
    return List.copyOf(fixtures);
  }

  private static LiveTable live(DSLContext dsl, Table<?> table) {
    LiveTable live = LiveSchema.table(dsl, table);
    if (live == null) {
      throw missingTable(dsl, table);
    }
    return live;
  }

  private static InputStream open(Table<?> table, String file) {
    for (ClassLoader loader :
        Arrays.asList(
            Thread.currentThread().getContextClassLoader(),
            table.getClass().getClassLoader(),
            Fixture.class.getClassLoader())) {
      InputStream stream = loader == null ? null : loader.getResourceAsStream(file);
      if (stream != null) {
        return stream;
      }
    }
    throw new IllegalStateException("There is no file \"" + file + "\" on the classpath." + TO_FIX);
  }

  private static InputStream open(Path file) throws IOException {
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new IllegalStateException("There is no file \"" + file + "\".", e);
    }
  }

  @Override
  public Table<?> table() {
    return table;
  }

  /**
   * Opens the rows, after reading the whole file once.
   *
   * @throws IllegalStateException with the first 20 mistakes of the file, or if there is no such
   *     file or table
   */
  @Override
  public OpenRows open(RowScope scope) {
    DSLContext dsl = scope.dsl();
    LiveTable live = live(dsl, table);
    RowFile.Rows rows = file.open(new RowTable(dsl, table, live, scope.clock(), lookups));
    return new OpenRows(rows.columns(), rows.values());
  }

  private static IllegalStateException missingTable(DSLContext dsl, Table<?> table) {
    Name schema = table.getQualifiedName().qualifier();
    List<String> names =
        LiveSchema.tables(dsl, schema == null ? null : schema.last()).stream()
            .map(LiveTable::simpleName)
            .toList();
    String close = Spelling.closest(table.getName(), names);
    return new IllegalStateException(
        "There is no table \""
            + table.getName()
            + "\"."
            + (close == null
                ? "\n  To fix: create it by a migration that runs before the seed."
                : "\n  Did you mean \"" + close + "\"?"));
  }
}
