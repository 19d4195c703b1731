package anyschema;

import dev.seeder.ProgressListener;
import dev.seeder.SchemaSeed;
import dev.seeder.SeedException;
import dev.seeder.SeedReport;
import dev.seeder.Seeder;
import java.io.PrintStream;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.jooq.CloseableDSLContext;
import org.jooq.Schema;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Fills all tables of a database that this program has never seen. */
public final class AnySchema {

  private AnySchema() {}

  /** Runs the example; exit code 0 on success, 1 on a failure, 2 on wrong arguments. */
  public static void main(String[] args) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    Arguments arguments;
    try {
      arguments = Arguments.parse(args);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage() + "\n\n" + Arguments.USAGE);
      return 2;
    }
    try (CloseableDSLContext dsl = DSL.using(arguments.url(), properties(arguments))) {
      Seeder seeder =
          Seeder.of(dsl).withoutHistory().randomSeed(arguments.randomSeed()).seeds(seed(arguments));
      if (arguments.progress()) {
        seeder = seeder.progress(ProgressListener.printing(err));
      }
      SeedReport report = seeder.run();
      if (report.totalRows() == 0) {
        err.println(
            "No rows were inserted: there are no tables, or all of them have rows already.\n"
                + "  To fix: create the tables first, or name their schema by --schema.");
        return 1;
      }
      out.println(report);
      return 0;
    } catch (SeedException e) {
      err.println(e.getMessage());
      return 1;
    } catch (DataAccessException e) {
      err.println(
          "The database cannot be opened: "
              + String.valueOf(e.getCause()).replace(arguments.url(), withoutSecrets(arguments))
              + "\n  To fix: look at --url, --user and --password.");
      return 1;
    }
  }

  private static String withoutSecrets(Arguments arguments) {
    return arguments.url().split("[?;]", 2)[0];
  }

  private static SchemaSeed seed(Arguments arguments) {
    Schema[] schemas =
        arguments.schemas().stream().map(name -> DSL.schema(DSL.name(name))).toArray(Schema[]::new);
    return SchemaSeed.of("any schema").rows(arguments.rows()).schemas(schemas);
  }

  private static Properties properties(Arguments arguments) {
    var properties = new Properties();
    arguments.user().ifPresent(user -> properties.setProperty("user", user));
    arguments.password().ifPresent(password -> properties.setProperty("password", password));
    return properties;
  }
}
