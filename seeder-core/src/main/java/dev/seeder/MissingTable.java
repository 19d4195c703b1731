package dev.seeder;

import dev.seeder.schema.LiveSchema;
import dev.seeder.schema.LiveTable;
import dev.seeder.transaction.Waits;
import dev.seeder.words.Spelling;
import dev.seeder.write.Refusal;
import dev.seeder.write.RowFailure;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;

/** Says which table was meant, where the database has none of that name. */
final class MissingTable {

  private static final int MOST = 20;

  private MissingTable() {}

  /** Returns the failure, with the names of the tables that there are if that is what it lacks. */
  static RowFailure explain(RowFailure failure, DSLContext dsl, Table<?> table) {
    SQLException refused = Waits.sqlException(failure);
    if (refused == null || !(Refusal.isMissingTable(refused) || Refusal.isNotFound(refused))) {
      return failure;
    }
    try {
      if (!Refusal.isMissingTable(refused) && isThere(dsl, table)) {
        return failure;
      }
      return new RowFailure(
          table.getName(), null, new IllegalStateException(message(dsl, table), refused));
    } catch (DataAccessException unknown) {
      return failure; // the transaction may take no more statements
    }
  }

  private static boolean isThere(DSLContext dsl, Table<?> table) {
    return LiveSchema.table(dsl, table) != null;
  }

  /** Returns the failure of a table that the database does not have. */
  static IllegalStateException failure(DSLContext dsl, Table<?> table) {
    return new IllegalStateException(message(dsl, table));
  }

  private static String message(DSLContext dsl, Table<?> table) {
    Name schema = table.getQualifiedName().qualifier();
    List<String> names =
        LiveSchema.tables(dsl, schema == null ? null : schema.last()).stream()
            .map(LiveTable::simpleName)
            .toList();
    String missing = "there is no table \"" + String.join(".", table.getQualifiedName().getName());
    String close = Spelling.closest(table.getName(), names);
    if (close != null) {
      return missing + "\".\n  Did you mean \"" + close + "\"?";
    }
    return missing
        + "\".\n  Tables: "
        + (names.isEmpty()
            ? "none"
            : String.join(", ", names.subList(0, Math.min(MOST, names.size()))))
        + (names.size() > MOST ? ", ..." : "")
        + "\n  To fix: create it by a migration that runs before the seed.";
  }
}
