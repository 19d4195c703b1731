package dev.seeder.flyway;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Keeps what Flyway and we log; named in Flyway's setting "loggers". */
public final class RecordingLog implements LogCreator {

  /** The lines of {@link SeedMigration} since the last test began. */
  static final List<String> LINES = new ArrayList<>();

  @Override
  public Log createLogger(Class<?> type) {
    return new Log() {
      @Override
      @SuppressWarnings("deprecation") // deprecated by Flyway, and still abstract there
      public boolean isDebugEnabled() {
        return false;
      }

      @Override
      public void debug(String message) {}

      @Override
      public void info(String message) {
        keep("INFO " + message);
      }

      @Override
      public void warn(String message) {
        keep("WARN " + message);
      }

      @Override
      public void error(String message) {}

      @Override
      public void error(String message, Exception cause) {}

      @Override
      public void notice(String message) {}

      private void keep(String line) {
        if (type == SeedMigration.class) {
          LINES.add(line);
        }
      }
    };
  }
}
