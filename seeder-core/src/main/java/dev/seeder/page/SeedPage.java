package dev.seeder.page;

import dev.seeder.Seed;
import dev.seeder.SeedReport;
import dev.seeder.schema.LiveTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;

/**
 * A look at seeded data: one page of HTML, with nothing outside of it and no script.
 *
 * <pre>{@code
 * SeedReport report = Seeder.of(dsl).seeds(seeds).run();
 * SeedPage.of(report, seeds, dsl).save(Path.of("target/seeds.html"));
 * }</pre>
 *
 * <p>It shows the seeds and their order, and of each table of the current schema its rows, how many
 * rows its foreign keys give to each parent, how much is NULL and how values spread, with warnings
 * such as a column that is always NULL.
 *
 * <p><b>Values.</b> Those of a table are shown only if its rows are all of seeds that this report
 * says were applied, so that nothing of anybody else comes into a file; up to 20 rows as they are
 * only if these are demo seeds. Columns whose name tells of a secret, such as {@code
 * password_hash}, and the {@linkplain dev.seeder.SeedContext#secret secrets} of the run are left
 * out.
 *
 * <p><b>Time.</b> A query that takes more than 5 seconds is given up, and so are those left after
 * 30 seconds, as is one that fails; the page says so. Of large tables 20,000 rows are looked at.
 *
 * <p>Immutable, and as safe for use by several threads as the {@code dsl} is.
 */
public final class SeedPage {

  private static final Duration QUERY = Duration.ofSeconds(5);
  private static final Duration ALL = Duration.ofSeconds(30);

  private final SeedReport report;
  private final List<Seed> seeds;
  private final DSLContext dsl;
  private final Duration all;

  private SeedPage(
      SeedReport report, Collection<? extends Seed> seeds, DSLContext dsl, Duration all) {
    this.report = report;
    this.seeds = List.copyOf(seeds);
    this.dsl = dsl;
    this.all = all;
  }

  /**
   * Returns the page of a run; nothing is read yet.
   *
   * @param report what the run, or a plan, says of the seeds
   * @param seeds the seeds of the run; their dependencies are shown
   * @param dsl the database, whose current schema is looked at; a transaction that is open there
   *     stays as it is
   */
  public static SeedPage of(SeedReport report, Collection<? extends Seed> seeds, DSLContext dsl) {
    return new SeedPage(
        Objects.requireNonNull(report, "report"),
        Objects.requireNonNull(seeds, "seeds"),
        Objects.requireNonNull(dsl, "dsl"),
        ALL);
  }

  /** Sets how long all queries together may take. */
  SeedPage within(Duration time) {
    return new SeedPage(report, seeds, dsl, time);
  }

  /**
   * Reads the database, and returns the page.
   *
   * @throws org.jooq.exception.DataAccessException if the tables cannot be read from the catalog
   */
  public String html() {
    return dsl.connectionResult(
        connection -> {
          try (var queries = new BoundedQueries(connection, dsl.dialect(), QUERY, all)) {
            List<LiveTable> tables = Tables.of(queries.dsl());
            return PageText.of(report, seeds, new TableLooks(queries).of(tables, report, seeds));
          }
        });
  }

  /**
   * Reads the database, and writes the page into a file, whose folders are made; a file that is
   * there is replaced.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void save(Path file) {
    String html = html();
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, html);
    } catch (IOException e) {
      throw new UncheckedIOException("The page \"" + file + "\" cannot be written.", e);
    }
  }
}
