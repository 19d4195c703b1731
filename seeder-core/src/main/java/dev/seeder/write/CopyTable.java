package dev.seeder.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads of a table of PostgreSQL whether COPY does to it what INSERT does. */
final class CopyTable {

  /** The first version whose catalog answers the question. */
  private static final int VERSION = 12;

  /**
   * The columns of a table. There are none where COPY is refused or does something else: in views
   * and foreign tables, under row security, and where a rule takes the place of an INSERT. Columns
   * whose value is always generated are left out: COPY overwrites an identity.
   */
  private static final String COLUMNS =
      """
      select a.attname, b.typtype = 'e',
        case when b.typnamespace = 'pg_catalog'::regnamespace or b.typname = 'citext'
          then b.typname else '' end,
        e.typtype = 'e',
        case when e.typnamespace = 'pg_catalog'::regnamespace or e.typname = 'citext'
          then e.typname else '' end
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attidentity <> 'a' and a.attgenerated = ''
      join pg_type t on t.oid = a.atttypid
      join pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
      left join pg_type e on e.oid = b.typelem and b.typcategory = 'A'
      where c.oid = to_regclass(?) and c.relkind in ('r', 'p')
        and not row_security_active(c.oid)
        and not exists (select from pg_rewrite r where r.ev_class = c.oid and r.ev_type = '3')
        and (c.relkind = 'r' or not exists (
          select from pg_partition_tree(c.oid) p
          join pg_class f on f.oid = p.relid and f.relkind = 'f'))
      """;

  private final Map<String, CopyType> columns = new HashMap<>();

  private CopyTable() {}

  /** Reads a table; where that is not possible, it has no columns. */
  static CopyTable read(Target target, Connection connection) throws SQLException {
    var table = new CopyTable();
    if (connection.getMetaData().getDatabaseMajorVersion() < VERSION) {
      return table;
    }
    Savepoint savepoint = connection.setSavepoint();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, target.dsl().render(target.table()));
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          table.columns.put(found.getString(1), type(found));
        }
      }
    } catch (SQLException e) {
      // a table with more to it than a name, or a server that only speaks like PostgreSQL
      connection.rollback(savepoint);
      return new CopyTable();
    }
    connection.releaseSavepoint(savepoint);
    return table;
  }

  private static CopyType type(ResultSet found) throws SQLException {
    String element = found.getString(5);
    return new CopyType(
        found.getString(3),
        found.getBoolean(2),
        element == null ? null : new CopyType(element, found.getBoolean(4), null));
  }

  /** Returns the type of a column, or null. */
  @Nullable CopyType type(String column) {
    CopyType exact = columns.get(column);
    if (exact != null) {
      return exact;
    }
    // names without quotes are kept in lower case
    return columns.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(column))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
