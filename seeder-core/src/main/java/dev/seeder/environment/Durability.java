package dev.seeder.environment;

import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Whether a database in a file keeps what was committed when the machine or a process stops. */
public final class Durability {

  /** Begins the names of files that are for one test and deleted after it: nothing has to last. */
  public static final String TEST_FILE = "seeder-test-";

  private static final Set<String> WEAK_JOURNALS = Set.of("off", "memory");

  private Durability() {}

  /**
   * Returns the setting by which a crash may destroy the file, such as {@code "synchronous = OFF"};
   * null if there is none. Only SQLite has such settings per connection; nothing is set here.
   */
  public static @Nullable String weakness(DSLContext dsl) {
    if (dsl.family() != SQLDialect.SQLITE || !isInLastingFile(dsl)) {
      return null;
    }
    String journal = String.valueOf(dsl.fetchValue("pragma main.journal_mode"));
    if (WEAK_JOURNALS.contains(journal.toLowerCase(Locale.ROOT))) {
      return "journal_mode = " + journal.toUpperCase(Locale.ROOT);
    }
    return "0".equals(String.valueOf(dsl.fetchValue("pragma main.synchronous")))
        ? "synchronous = OFF"
        : null;
  }

  private static boolean isInLastingFile(DSLContext dsl) {
    Object file = dsl.fetchValue("select file from pragma_database_list where name = 'main'");
    if (file == null || file.toString().isEmpty()) {
      return false;
    }
    return !DatabaseAddress.last(file.toString()).startsWith(TEST_FILE);
  }
}
