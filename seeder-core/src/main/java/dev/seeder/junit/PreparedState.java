package dev.seeder.junit;

import dev.seeder.SeedReport;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** A database that schema and seeds were brought into, and from which tests get theirs. */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else
interface PreparedState extends AutoCloseable, CloseableResource {

  /** Returns what the seeds did when the state was made, which may have been in an earlier run. */
  SeedReport report();

  /** Opens a database in this state that nobody else changes. */
  OpenDatabase open();

  /** Opens the database that is shared by those who only read. */
  OpenDatabase openReadOnly();

  /** Gives back what is not for later runs. */
  @Override
  void close();
}
