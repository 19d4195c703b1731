package dev.seeder.flyway;

import dev.seeder.SeedReport;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * The reports of the seed migrations of one run, in order.
 *
 * <p>A callback that wants no event: so it is part of Flyway's configuration, in which the
 * migrations find it. Not safe for use by several threads, as Flyway is not.
 */
final class SeedReports implements Callback {

  private final List<SeedReport> reports = new ArrayList<>();

  /** Hands a report to those who asked this Flyway for it. */
  static void tell(SeedReport report, Configuration flyway) {
    for (Callback callback : flyway.getCallbacks()) {
      if (callback instanceof SeedReports wanted) {
        wanted.reports.add(report);
      }
    }
  }

  List<SeedReport> all() {
    return reports;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return false;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {}

  @Override
  public String getCallbackName() {
    return "seed reports";
  }
}
