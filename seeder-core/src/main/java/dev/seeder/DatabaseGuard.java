package dev.seeder;

import dev.seeder.environment.DatabaseAddress;
import dev.seeder.environment.DatabaseAddress.Place;
import dev.seeder.environment.Durability;
import dev.seeder.environment.ServerIdentity;
import dev.seeder.transaction.Session;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps demo data out of a database that is another one than the run believes, by what the live
 * database says of itself: its mark, and the rows it holds. Not safe for use by several threads.
 */
final class DatabaseGuard {

  /** Set by Seeder's own parts where all rows of the database were made just now, and for it. */
  static final String OWN_ROWS = "dev.seeder.ownRows";

  private final RunSettings settings;
  private final List<String> demo;
  private @Nullable Live live;

  /** What was found when the run began. */
  private record Live(
      DatabaseAddress address, String name, @Nullable FilledTables filled, boolean needsTable) {}

  /**
   * Makes a guard.
   *
   * @param seeds the seeds that are for the environment of the run
   */
  DatabaseGuard(RunSettings settings, Collection<Seed> seeds) {
    this.settings = settings;
    this.demo = EnvironmentGuard.demo(seeds);
  }

  /**
   * Looks at the database, before the first statement that writes.
   *
   * @throws IllegalStateException if demo seeds of the run are not to be in it
   */
  void inspect(Session session) throws SQLException {
    DatabaseAddress address = DatabaseAddress.of(session.connection().getMetaData().getURL());
    DSLContext dsl = session.own();
    if (address.place() == Place.MEMORY) {
      live = new Live(address, "", null, false);
      return;
    }
    String name = name(address, dsl);
    requireConfirmed(settings.confirmed(), address, name);
    EnvironmentMark mark = EnvironmentMark.read(dsl);
    boolean speaksForItself =
        mark != null
            || !address.isServer()
            || settings.confirmed() != null
            || (demo.isEmpty() && settings.environment() == null)
            || ownRows(session);
    FilledTables filled = speaksForItself ? null : FilledTables.read(session, settings.history());
    boolean apart =
        mark == null
            && marks(address, filled, !demo.isEmpty())
            && !OwnTable.isPartOfTransaction(session.dialect());
    live = new Live(address, name, filled, apart);
    if (!demo.isEmpty()) {
      require(mark, dsl, live);
    }
  }

  /**
   * Refuses a database in a file that a crash could destroy.
   *
   * @throws IllegalStateException if its connection has such a setting
   */
  static void requireDurable(Session session) throws SQLException {
    String weakness = Durability.weakness(session.own());
    if (weakness != null) {
      throw new IllegalStateException(
          "Seeds do not run on the database "
              + DatabaseAddress.of(session.connection().getMetaData().getURL()).title()
              + ", which a crash could destroy: its connection has "
              + weakness
              + ". Nothing was written.\n"
              + "  To fix: take the setting out of the address or the code; seeds are fast without.");
    }
  }

  /** Returns whether the table of marks is needed, and has to be created outside of a seed. */
  boolean needsTable() {
    return live != null && live.needsTable();
  }

  /**
   * Lets a seed in that holds the lock: marks the database if that is due.
   *
   * @return the tables that the seed must leave alone; null if it may write into all
   * @throws IllegalStateException if it is a demo seed, and not to be in this database
   */
  @Nullable FilledTables admit(Session open, Seed seed) throws SQLException {
    if (live == null) {
      inspect(open);
    }
    Live here = live;
    if (here == null || here.address().place() == Place.MEMORY) {
      return null;
    }
    DSLContext dsl = open.own();
    EnvironmentMark mark = EnvironmentMark.read(dsl);
    boolean isDemo = !seed.isReferenceData();
    if (isDemo) {
      require(mark, dsl, here);
    }
    if (mark == null ? marks(here.address(), here.filled(), isDemo) : tellsMore(mark, dsl)) {
      mark(dsl);
    }
    return isDemo ? here.filled() : null;
  }

  /** A database that holds rows of others is marked by a person only. */
  private boolean marks(DatabaseAddress address, @Nullable FilledTables filled, boolean isDemo) {
    boolean due = settings.environment() != null || (isDemo && address.isServer());
    return due && (filled == null || filled.isOfSeeds());
  }

  /** A database that was filled without an environment is in the first one that is declared. */
  private boolean tellsMore(EnvironmentMark mark, DSLContext dsl) {
    return settings.environment() != null
        && mark.environment().isEmpty()
        && mark.isOf(ServerIdentity.of(dsl));
  }

  private void mark(DSLContext dsl) {
    if (OwnTable.isPartOfTransaction(dsl.dialect())) {
      EnvironmentMark.create(dsl);
    } else if (!EnvironmentMark.OWN.exists(dsl)) {
      // creating it would commit the surrounding transaction: it is not marked
      return;
    }
    String environment = settings.environment();
    new EnvironmentMark(environment == null ? "" : environment, ServerIdentity.of(dsl)).write(dsl);
  }

  private void require(@Nullable EnvironmentMark mark, DSLContext dsl, Live here) {
    if (mark == null || settings.confirmed() != null) {
      return;
    }
    String against = mark.against(settings.environment(), dsl);
    if (against != null) {
      throw refused(here, against);
    }
  }

  private IllegalStateException refused(Live here, String found) {
    String environment = settings.environment();
    return new IllegalStateException(
        "Demo seeds do not run on the database "
            + here.address().title()
            + ", "
            + found
            + ". Nothing was written.\n  Demo seeds: "
            + String.join(", ", demo)
            + "\n  Environment of this run: "
            + (environment == null ? "none is declared" : environment)
            + "\n  To fix: correct the address or the environment of the run.\n"
            + "  If the database is what this run says, mark it anew: "
            + markedBy(environment, here.name()));
  }

  private static boolean ownRows(Session session) {
    return Boolean.TRUE.equals(session.configuration().data(OWN_ROWS));
  }

  /** Refuses a database that is not the one that was confirmed; null if none was. */
  static void requireConfirmed(@Nullable String confirmed, DatabaseAddress address, String name) {
    if (confirmed != null && !confirmed.equals(name)) {
      throw anotherName("confirm", confirmed, address);
    }
  }

  /** Returns what to say where a call names another database than the one it is about. */
  static IllegalStateException anotherName(String method, String named, DatabaseAddress address) {
    return new IllegalStateException(
        "Seeder."
            + method
            + "(\""
            + named
            + "\") does not name the database that it is called for, which is "
            + address.title()
            + ". Nothing was written.\n"
            + "  To fix: correct the address, or the name if you are sure.");
  }

  /** Returns the name by which a person confirms a database. */
  static String name(DatabaseAddress address, DSLContext dsl) {
    String name = ServerIdentity.database(dsl);
    return name == null ? address.name() : name;
  }

  /** Returns the code that marks a database. */
  static String markedBy(@Nullable String environment, String name) {
    return "Seeder.of(dataSource).environment(\""
        + (environment == null ? "development" : environment)
        + "\").mark(\""
        + name
        + "\")";
  }

  /** Returns the failure of a seed that is about to write among rows of others. */
  IllegalStateException amongOthers(String table) {
    Live here = live;
    String title = here == null ? "" : here.address().title();
    String name = here == null ? "" : here.name();
    return new IllegalStateException(
        "the table \""
            + table
            + "\" held rows before that no seed has put there, and the database "
            + title
            + " is not marked.\n  To fix: if its data can be thrown away, mark it once: "
            + markedBy(settings.environment(), name)
            + "\n  If it cannot, this run was about to add demo data to it.");
  }
}
