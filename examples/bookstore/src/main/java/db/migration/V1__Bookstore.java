package db.migration;

import bookstore.BookstoreSchema;
import bookstore.seeds.BookstoreSeeds;
import dev.seeder.Seed;
import dev.seeder.SeedReport;
import dev.seeder.flyway.SeedMigration;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * The first migration: the tables, and the seeds imported into it.
 *
 * <p>Loading or creating this class does nothing: the seeds run when Flyway migrates, once.
 */
public class V1__Bookstore extends SeedMigration {

  private final int books;
  private final Consumer<SeedReport> reports;

  /** Makes the migration that Flyway's tools find by scanning. */
  public V1__Bookstore() {
    this(100, report -> {});
  }

  /** Makes the migration with demo data for this many books; the report is handed on. */
  public V1__Bookstore(int books, Consumer<SeedReport> reports) {
    this.books = books;
    this.reports = reports;
  }

  @Override
  protected void schema(DSLContext dsl) {
    BookstoreSchema.create(dsl);
  }

  @Override
  protected List<Seed> seeds() {
    return BookstoreSeeds.of(books);
  }

  @Override
  protected void seeded(SeedReport report) {
    reports.accept(report);
  }

  /**
   * Accepts that H2 commits at each {@code create table}: after a failure its tables would stay.
   * SQLite and PostgreSQL roll back schema and seeds together.
   */
  @Override
  protected boolean acceptsImplicitCommits() {
    return true;
  }
}
