package dev.seeder.faults;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import dev.seeder.Seed;
import dev.seeder.Seeder;
import dev.seeder.faults.Library.Place;
import dev.seeder.faults.Library.Signals;
import dev.seeder.flyway.SeedMigration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.JDBCUtils;

/** The ways to run the seed, and some that are wrong on purpose, in which damage must be found. */
enum Way {
  SEEDER {
    @Override
    void run(DataSource source, Signals signals) {
      Seeder.of(source).seeds(new Library(0, signals)).run();
    }
  },

  SEEDER_IN_PARTS {
    @Override
    void run(DataSource source, Signals signals) {
      Seeder.of(source).seeds(new Library(Library.EVERY, signals)).run();
    }
  },

  FLYWAY {
    @Override
    void run(DataSource source, Signals signals) {
      migrate(source, new Library(0, signals));
    }
  },

  FLYWAY_IN_PARTS {
    @Override
    void run(DataSource source, Signals signals) {
      migrate(source, new Library(Library.EVERY, signals));
    }
  },

  /** Wrong: the record first, in a transaction of its own. */
  RECORDED_BEFORE {
    @Override
    void run(DataSource source, Signals signals) {
      record(source);
      signals.at(Place.BETWEEN);
      Seeder.of(source).withoutHistory().seeds(Library.whole()).run();
    }
  },

  /** Wrong: the record last, in a transaction of its own. */
  RECORDED_AFTER {
    @Override
    void run(DataSource source, Signals signals) {
      Seeder.of(source).withoutHistory().seeds(Library.whole()).run();
      signals.at(Place.BETWEEN);
      record(source);
    }
  },

  /** Wrong: how far the rows are, after they were committed. */
  PROGRESS_AFTER {
    @Override
    void run(DataSource source, Signals signals) {
      DSLContext dsl = dsl(source);
      dsl.update(Library.ACCOUNT).set(Library.SEEN, 1).execute();
      dsl.insertInto(Library.AUTHOR, Library.ID, Library.TEXT).values(1, "a note").execute();
      signals.at(Place.BETWEEN);
      record(source, "1 #1", 1);
    }
  };

  /** The ways that have to keep every promise. */
  static final List<Way> RIGHT = List.of(SEEDER, SEEDER_IN_PARTS, FLYWAY, FLYWAY_IN_PARTS);

  /** Runs the seed, or what is left of it. */
  abstract void run(DataSource source, Signals signals);

  /** Runs what is left after a failure, as its user does: Flyway may have recorded that it was. */
  void runAgain(DataSource source) {
    if (isFlyway()) {
      flyway(source, migrations(new Library(isInParts() ? Library.EVERY : 0, Signals.NONE)))
          .repair();
    }
    run(source, Signals.NONE);
  }

  /** Returns whether Flyway records a failure: where it cannot roll back, or has nothing to. */
  boolean recordsFailures(FaultDatabase database) {
    return this == FLYWAY_IN_PARTS
        || (this == FLYWAY && (database == FaultDatabase.MARIADB || database == FaultDatabase.H2));
  }

  boolean isFlyway() {
    return this == FLYWAY || this == FLYWAY_IN_PARTS;
  }

  boolean isInParts() {
    return this == SEEDER_IN_PARTS || this == FLYWAY_IN_PARTS || this == PROGRESS_AFTER;
  }

  /** Creates the tables with the user's own rows, as they are before the seed. */
  void prepare(DataSource source) {
    if (isFlyway()) {
      flyway(source, new V1__Tables()).migrate();
    } else {
      Library.create(dsl(source));
    }
    if (!RIGHT.contains(this)) {
      Seeder.of(source).seeds(Seed.of("first", seed -> {})).run();
    }
  }

  private static void migrate(DataSource source, Library library) {
    flyway(source, migrations(library)).migrate();
  }

  private static JavaMigration[] migrations(Library library) {
    return new JavaMigration[] {new V1__Tables(), SeedMigration.versioned("2", "library", library)};
  }

  private static Flyway flyway(DataSource source, JavaMigration... migrations) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:dev/seeder/faults/none")
        .failOnMissingLocations(false)
        .javaMigrations(migrations)
        .load();
  }

  /** The first version; Flyway takes it from the name. */
  private static final class V1__Tables extends BaseJavaMigration {

    @Override
    public void migrate(Context context) {
      Library.create(
          DSL.using(context.getConnection(), JDBCUtils.dialect(context.getConnection())));
    }
  }

  private static void record(DataSource source) {
    record(source, "1", Library.AUTHORS + Library.BOOKS);
  }

  private static void record(DataSource source, String revision, long rows) {
    dsl(source)
        .insertInto(table(DSL.name("seeder_history")))
        .set(field(DSL.name("seed"), String.class), "library")
        .set(field(DSL.name("revision"), String.class), revision)
        .set(field(DSL.name("inserted_rows"), Long.class), rows)
        .execute();
  }

  private static DSLContext dsl(DataSource source) {
    try (Connection connection = source.getConnection()) {
      return DSL.using(source, JDBCUtils.dialect(connection));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
