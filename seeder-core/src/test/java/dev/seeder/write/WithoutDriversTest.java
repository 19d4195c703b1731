package dev.seeder.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Iterator;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drivers are the user's: what only they have must not be missed where they are not. */
class WithoutDriversTest {

  @TempDir Path directory;

  @Test
  void rowsAreInsertedWithoutADriversOwnClasses() throws Exception {
    Table<Record> table = DSL.table(DSL.name("written"));
    Field<Integer> id = DSL.field(DSL.name("id"), SQLDataType.INTEGER);
    String url = TestDatabase.H2.freshUrl(directory);
    try (Connection connection = TestDatabase.H2.dataSource(url).getConnection()) {
      connection.setAutoCommit(false);
      var h2 = DSL.using(connection, SQLDialect.H2);
      h2.createTable(table).column(id).execute();
      Class<?> writer = new Lacking().loadClass("dev.seeder.write.RowWriter");
      Object made =
          writer
              .getConstructor(Connection.class, Configuration.class, Table.class, List.class)
              .newInstance(
                  connection,
                  DSL.using(connection, SQLDialect.POSTGRES).configuration(),
                  table,
                  List.of(id));

      Object inserted =
          writer
              .getMethod("insert", Iterator.class)
              .invoke(made, List.<Object[]>of(new Object[] {1}, new Object[] {2}).iterator());

      assertThat(inserted).isEqualTo(2L);
      assertThat(writer.getMethod("way").invoke(made)).isEqualTo("multi-row INSERT");
      assertThat(h2.fetchCount(table)).isEqualTo(2);
    }
  }

  /** Has everything but drivers' classes, and Seeder's own for itself. */
  private static final class Lacking extends ClassLoader {

    Lacking() {
      super(WithoutDriversTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.postgresql.") || name.startsWith("org.duckdb.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.seeder.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] code = bytes.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
