package dev.seeder.environment;

import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Whether a database in a file keeps what was committed when the machine or a process stops. */
public final class Durability {

  private static final Set<String> WEAK_JOURNALS = Set.of("off", "memory");

  private Durability() {}

  /**
   * Returns the setting by which a crash may destroy the file, such as {@code "synchronous = OFF"};
   * null if there is none. Only SQLite has such settings per connection; nothing is set here.
   */
  public static @Nullable String weakness(DSLContext dsl) {
    if (dsl.family() != SQLDialect.SQLITE || !isInFile(dsl)) {
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

  private static boolean isInFile(DSLContext dsl) {
    Object file = dsl.fetchValue("select file from pragma_database_list where name = 'main'");
    return file != null && !file.toString().isEmpty();
  }
}
