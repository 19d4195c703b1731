package dev.seeder.cli;

import dev.seeder.ProgressListener;
import dev.seeder.SeedException;
import dev.seeder.SeedReport;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command takes, how it gets at its database, and how it ends. */
final class Common {

  /** What a command does on its database; returns its exit code. */
  @FunctionalInterface
  interface Step {
    int on(UrlDataSource database) throws Exception;
  }

  private final Terminal terminal;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The JDBC URL of the database, such as jdbc:sqlite:shop.db.")
  private @Nullable String url;

  @Option(names = "--user", paramLabel = "NAME", description = "Who connects.")
  private @Nullable String user;

  @Option(names = "--password", description = "Ask for the password.")
  private boolean asksPassword;

  @Option(names = "--json", description = "Answer in JSON, for programs.")
  private boolean json;

  @Option(names = "--stacktrace", description = "Show where in the code a failure comes from.")
  private boolean stackTrace;

  Common(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Opens the database and goes on there. */
  int run(Step step) {
    return run(null, step);
  }

  /**
   * Opens the database and goes on there.
   *
   * @param before what is done to it first, which may make it; null if nothing is
   */
  int run(@Nullable Consumer<DataSource> before, Step step) {
    UrlDataSource database = database();
    String unreachable = Reachability.problem(database, before != null);
    if (unreachable != null) {
      return fail(database, Exit.UNREACHABLE, unreachable, null);
    }
    try {
      database.getConnection().close();
    } catch (SQLException e) {
      return fail(database, Exit.UNREACHABLE, Reachability.refused(database, e), e);
    }
    try {
      if (before != null) {
        before.accept(database);
      }
    } catch (RuntimeException e) {
      String message = "What comes before the seeds failed.\n  Cause: " + e.getMessage();
      return fail(database, Exit.FAILED, message, e);
    }
    try {
      return step.on(database);
    } catch (ParameterException e) {
      throw e;
    } catch (SeedException e) {
      return fail(database, e);
    } catch (IllegalStateException e) {
      return fail(database, Exit.REFUSED, asOptions(String.valueOf(e.getMessage())), e);
    } catch (Exception e) {
      return fail(database, Exit.FAILED, e.toString(), e);
    }
  }

  /** Messages of Seeder name what code calls. */
  private static String asOptions(String message) {
    return message.contains("Seeder.") || message.contains(").mark(")
        ? message
            + "\n  On this command line: --env is environment(...), --confirm is confirm(...), and"
            + " the command mark is mark(...)."
        : message;
  }

  private UrlDataSource database() {
    String address = url == null ? terminal.variable("SEEDER_URL") : url;
    if (address == null) {
      throw mistake(
          "Which database?\n"
              + "  To fix: name it, as in --url jdbc:sqlite:shop.db, or set the environment variable"
              + " SEEDER_URL.");
    }
    if (!address.startsWith("jdbc:")) {
      throw mistake(
          "The address of the database is no JDBC URL.\n"
              + "  Expected: one such as jdbc:sqlite:shop.db or jdbc:postgresql://localhost/shop");
    }
    return new UrlDataSource(
        address,
        user == null ? terminal.variable("SEEDER_USER") : user,
        asksPassword ? terminal.password().get() : terminal.variable("SEEDER_PASSWORD"));
  }

  /** Returns what is thrown where the command line is wrong. */
  ParameterException mistake(String message) {
    if (spec == null) {
      throw new IllegalStateException("The command line was not parsed.");
    }
    return new ParameterException(spec.commandLine(), message);
  }

  /** Returns who is told how far long inserts came: nobody where a program reads the answer. */
  ProgressListener progress() {
    return json ? progress -> {} : terminal.progress();
  }

  /** Answers with a report. */
  int answer(SeedReport report) {
    return answer(ReportText.of(report, terminal.colour()), JsonAnswer.report(report));
  }

  /** Answers with a report, and what comes before it. */
  int answer(String before, SeedReport report, JsonAnswer.Part more) {
    return answer(
        before + ReportText.of(report, terminal.colour()),
        json -> {
          JsonAnswer.report(report).write(json);
          more.write(json);
        });
  }

  /** Answers that the command is done. */
  int answer(String text, JsonAnswer.Part part) {
    terminal.out().println(json ? JsonAnswer.of(command(), Exit.DONE, null, part) : text);
    return Exit.DONE;
  }

  /** Ends a command that could not be done. */
  int fail(UrlDataSource database, int exit, String message, @Nullable Exception failure) {
    return fail(database, exit, message, failure, nothing -> {});
  }

  private int fail(UrlDataSource database, SeedException failure) {
    SeedReport report = failure.report();
    if (!json) {
      terminal.out().println(ReportText.of(report, terminal.colour()));
    }
    String message = String.valueOf(failure.getMessage());
    return fail(database, Exit.FAILED, message, failure, JsonAnswer.report(report));
  }

  private int fail(
      UrlDataSource database,
      int exit,
      String message,
      @Nullable Exception failure,
      JsonAnswer.Part part) {
    String safe = database.masked(message);
    if (json) {
      terminal.out().println(JsonAnswer.of(command(), exit, safe, part));
    }
    terminal.err().println(terminal.red(safe));
    if (stackTrace && failure != null) {
      terminal.err().print(database.masked(StackTrace.of(failure)));
    }
    return exit;
  }

  private String command() {
    return spec == null ? "" : spec.name();
  }
}
