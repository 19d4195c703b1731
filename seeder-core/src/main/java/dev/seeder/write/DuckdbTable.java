package dev.seeder.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Binding;
import org.jooq.Field;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;

/** A table of DuckDB whose rows can be appended: which takes all columns, in the table's order. */
record DuckdbTable(String catalog, String schema, String name, List<Column> columns) {

  /**
   * A column of the table.
   *
   * @param name as the database spells it
   * @param place which value of a row is its; negative where its default is
   * @param plain what is written of its values, if it has any
   * @param form how that is appended
   */
  record Column(String name, int place, @Nullable PlainColumn<?, ?> plain, DuckdbForm form) {

    /** Returns what is written of a row that has a value for it. */
    @Nullable Object value(@Nullable Object[] row) {
      return plain == null ? null : plain.written(row[place]);
    }
  }

  private static final String COLUMNS =
      """
      select c.table_catalog, c.table_schema, c.table_name, c.column_name, c.data_type,
        c.numeric_scale, c.column_default
      from information_schema.columns c
      join information_schema.tables t using (table_catalog, table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
        and c.table_catalog = current_database()
        and lower(c.table_schema) = lower(coalesce(?, current_schema()))
        and lower(c.table_name) = lower(?)
      order by c.ordinal_position
      """;

  /**
   * A default that an appender has, too: not what a statement computes, such as the next number.
   */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?i)null|true|false|-?[0-9.]+|'([^']|'')*'|cast\\('([^']|'')*' as boolean\\)");

  /** Reads the table of a target; null where an appender would not do what an INSERT does. */
  static @Nullable DuckdbTable read(Target target, Connection connection) throws SQLException {
    Name qualified = target.table().getQualifiedName();
    Name schema = qualified.qualifier();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, schema == null ? null : schema.last());
      statement.setString(2, target.table().getName());
      try (ResultSet found = statement.executeQuery()) {
        return read(target, found);
      }
    }
  }

  private static @Nullable DuckdbTable read(Target target, ResultSet found) throws SQLException {
    var columns = new ArrayList<Column>();
    DuckdbTable table = null;
    int given = 0;
    while (found.next()) {
      Column column = column(target, found);
      if (column == null) {
        return null;
      }
      given += column.place() < 0 ? 0 : 1;
      columns.add(column);
      table = new DuckdbTable(found.getString(1), found.getString(2), found.getString(3), columns);
    }
    return given == target.columns().size() ? table : null;
  }

  private static @Nullable Column column(Target target, ResultSet found) throws SQLException {
    String name = found.getString(4);
    for (int i = 0; i < target.columns().size(); i++) {
      Field<?> field = target.columns().get(i);
      if (field.getName().equalsIgnoreCase(name)) {
        Binding<?, ?> binding = field.getBinding();
        DuckdbForm form =
            InsertSql.isJooqs(binding)
                ? DuckdbForm.of(binding.converter().fromType(), found.getString(5), found.getInt(6))
                : null;
        return form == null
            ? null
            : new Column(name, i, PlainColumn.of(binding, target.configuration()), form);
      }
    }
    String standard = found.getString(7);
    return standard == null || LITERAL.matcher(standard).matches()
        ? new Column(name, -1, null, (value, appender) -> {})
        : null;
  }
}
