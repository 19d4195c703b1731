package bookstore;

import bookstore.seeds.BookstoreSeeds;
import dev.seeder.cli.SeederCommand;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** The command line of the bookstore's seeds, such as {@code run plan --url jdbc:sqlite:x.db}. */
final class BookstoreCommand {

  private static final int BOOKS = 100;
  private static final Set<String> COMMANDS =
      Set.of("run", "plan", "status", "dry-run", "verify", "export", "reset", "mark", "help");

  private BookstoreCommand() {}

  /** Returns whether the arguments begin with one of its commands. */
  static boolean isOne(String... args) {
    return args.length > 0 && COMMANDS.contains(args[0]);
  }

  static int run(String... args) {
    return SeederCommand.of(BookstoreSeeds.of(BOOKS))
        .named("examples/bookstore/run")
        .before(BookstoreCommand::createTables)
        .run(args);
  }

  private static void createTables(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      Bookstore.prepare(DSL.using(connection));
    } catch (SQLException e) {
      throw new DataAccessException("The tables could not be created.", e);
    }
  }
}
