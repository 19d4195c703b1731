package dev.seeder.junit;

import dev.seeder.Seed;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives every test a database of its own, in the state that schema and seeds have made.
 *
 * <pre>{@code
 * @Seeded(schema = "db/bookstore.sql", value = {Genres.class, DemoBooks.class})
 * class CheckoutTest {
 *   @Test
 *   void sellsTheLastCopy(DSLContext dsl) {
 *     dsl.deleteFrom(SALE).execute(); // no other test sees it
 *   }
 * }
 * }</pre>
 *
 * <p>Parameters without an annotation may be a {@code DSLContext}, {@code DataSource}, {@code
 * Connection} or {@link dev.seeder.SeedReport}, of tests, {@code @BeforeEach} and
 * {@code @AfterEach}. Without such a parameter no database is opened.
 *
 * <p>The state is made once, in this order: schema script, migrations, seeds. It is kept for later
 * runs and other processes, under a name that changes with the code beside the seeds, their files,
 * the migrations and the versions of this library: on SQLite in {@code target/seeder}, {@code
 * build/seeder} or, without these folders, the folder for temporary files; on PostgreSQL as a
 * database. A state that nobody used for a week is removed.
 *
 * <p>On a class it is for all of its tests and nested classes; on a method it replaces that of the
 * class. It may stand on an annotation of yours, which then means the same. Tests may run in
 * parallel.
 *
 * @see SeededDatabase
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(SeededDatabase.class)
public @interface Seeded {

  /** The seeds, each made by its constructor without parameters; dependencies run first. */
  Class<? extends Seed>[] value() default {};

  /**
   * The classpath name of an SQL script that makes the schema, such as {@code "db/bookstore.sql"};
   * empty for none. It is sent as one text, in UTF-8: MariaDB and MySQL need {@code
   * allowMultiQueries=true} in their URL.
   */
  String schema() default "";

  /**
   * Flyway's locations, such as {@code "classpath:db/migration"}, with the seeds in them; none by
   * default. Needs {@code seeder-flyway}.
   */
  String[] migrations() default {};

  /**
   * The class that supplies the database, by a constructor without parameters; without one it is a
   * file of SQLite, whose connections check foreign keys. It is asked once for each set of seeds.
   *
   * <p>On PostgreSQL the databases of the tests are made beside the one supplied, as copies of a
   * template: supply a {@code PGSimpleDataSource}, of a role that may create databases. Any other
   * database is supplied empty, is filled itself, and what a test did is rolled back: commits of a
   * test are only played, and what the database commits by itself, as MariaDB and H2 do at schema
   * statements, stays.
   */
  Class<? extends Supplier<? extends DataSource>>[] on() default {};

  /**
   * Whether the tests only read and share one database, which refuses to be written on SQLite and
   * PostgreSQL; false by default.
   */
  boolean readOnly() default false;

  /**
   * Whether each run has other random data, whose random seed a failing test shows; false by
   * default. Nothing of it is kept for the next run.
   */
  boolean varied() default false;
}
