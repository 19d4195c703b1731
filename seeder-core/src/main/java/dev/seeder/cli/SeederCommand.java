package dev.seeder.cli;

import dev.seeder.Seed;
import dev.seeder.Seeder;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * A command line for seeds, to which a {@code main} method hands its arguments.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *   System.exit(SeederCommand.of(new Genres(), new DemoBooks()).run(args));
 * }
 * }</pre>
 *
 * <p>Its commands are {@code run}, which is the one without a name, {@code plan}, {@code status},
 * {@code dry-run}, {@code verify}, {@code export}, {@code reset} and {@code mark}; {@code --help}
 * explains each. Options win over the {@linkplain #with settings} of the program.
 *
 * <p>The address of the database is {@code --url}, or the environment variable {@code SEEDER_URL}.
 * A password is taken from {@code SEEDER_PASSWORD} or asked for, never from an argument, which
 * everybody on the machine could read.
 *
 * <p>Built on picocli, which the program brings: {@code info.picocli:picocli}, 4.7 or later.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SeederCommand {

  private final Program program;

  private SeederCommand(Program program) {
    this.program = program;
  }

  /** Returns a command line for these seeds. */
  public static SeederCommand of(Seed... seeds) {
    return of(Arrays.asList(seeds));
  }

  /** Returns a command line for these seeds. */
  public static SeederCommand of(Collection<? extends Seed> seeds) {
    return new SeederCommand(
        new Program("seeder", List.copyOf(seeds), UnaryOperator.identity(), null));
  }

  /**
   * Sets how people start the program, for the help and its examples; {@code "seeder"} by default.
   *
   * @param name such as {@code "bookstore"} or {@code "java -jar bookstore.jar"}
   */
  public SeederCommand named(String name) {
    return new SeederCommand(program.named(Objects.requireNonNull(name, "name")));
  }

  /**
   * Sets what no option does, such as the history table or the clock; nothing by default.
   *
   * <pre>{@code
   * SeederCommand.of(new DemoBooks()).with(seeder -> seeder.clock(Clock.systemUTC()))
   * }</pre>
   */
  public SeederCommand with(UnaryOperator<Seeder> settings) {
    return new SeederCommand(program.with(Objects.requireNonNull(settings, "settings")));
  }

  /**
   * Sets what {@code run} and {@code verify} do to the database first, such as its migrations;
   * nothing by default. The other commands leave the schema as it is.
   *
   * <pre>{@code
   * SeederCommand.of(new DemoBooks())
   *     .before(dataSource -> Flyway.configure().dataSource(dataSource).load().migrate())
   * }</pre>
   */
  public SeederCommand before(Consumer<DataSource> before) {
    return new SeederCommand(program.before(Objects.requireNonNull(before, "before")));
  }

  /**
   * Does what the arguments say, and returns the exit code for scripts; never throws for what a
   * person may have done wrong.
   *
   * <table>
   * <caption>Exit codes</caption>
   * <tr><td>0</td><td>done</td></tr>
   * <tr><td>1</td><td>a seed, or something else on the database, failed</td></tr>
   * <tr><td>2</td><td>the command line is wrong; no database was opened</td></tr>
   * <tr><td>3</td><td>refused by a guard or the plan, before anything was written</td></tr>
   * <tr><td>4</td><td>the database cannot be reached</td></tr>
   * </table>
   *
   * <p>Results go to the standard output, mistakes and failures to the standard error. Logging of
   * the seeds and jOOQ's logo and tips are silent meanwhile, as the report says it all.
   *
   * @throws IllegalStateException if picocli is not on the class path
   */
  public int run(String... args) {
    return run(Terminal::ofProcess, List.of(args));
  }

  int run(Supplier<Terminal> terminal, List<String> args) {
    var quiet = new Quiet();
    try {
      return Commands.run(program, terminal.get(), args);
    } catch (NoClassDefFoundError e) {
      if (!String.valueOf(e.getMessage()).startsWith("picocli/")) {
        throw e;
      }
      throw new IllegalStateException(
          "The command line needs picocli, which is not on the class path.\n"
              + "  To fix: add the dependency info.picocli:picocli, 4.7 or later.",
          e);
    } finally {
      quiet.end();
    }
  }
}
