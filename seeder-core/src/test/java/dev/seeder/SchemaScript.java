package dev.seeder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** A script that creates the tables of a schema as real ones are, on one database. */
record SchemaScript(String name, TestDatabase database, String path) {

  /** The schemas of our own. */
  static final List<String> OWN =
      List.of(
          "tenants",
          "links",
          "cycles",
          "checks",
          "types",
          "names",
          "uniques",
          "shapes",
          "codes",
          "neighbours");

  /** The databases that the scripts are for. */
  static final List<TestDatabase> DATABASES =
      List.of(TestDatabase.SQLITE, TestDatabase.H2, TestDatabase.POSTGRES, TestDatabase.MARIADB);

  private static final Pattern CREATE_SCHEMA = Pattern.compile("create schema (\\w+)");

  private static final Pattern CREATE_TABLE =
      Pattern.compile(
          "^create table (?:if not exists )?(?:\\w+\\.)?[\"`]?((?<=[\"`])[^\"`]+|\\w+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LIMIT = Pattern.compile("-- At (most|least) (\\d+) rows?\\b");

  /** Returns the scripts that there are for a database: our own, and those of two libraries. */
  static Stream<SchemaScript> of(TestDatabase database) {
    String dialect = database.dialect().getName().toLowerCase(Locale.ROOT);
    String quartz = dialect.equals("mariadb") ? "mysql_innodb" : dialect;
    String batch = dialect.equals("postgres") ? "postgresql" : dialect;
    return Stream.concat(
            OWN.stream()
                .map(own -> new SchemaScript(own, database, "schemas/" + own + "/" + dialect)),
            Stream.of(
                new SchemaScript(
                    "quartz", database, "/org/quartz/impl/jdbcjobstore/tables_" + quartz),
                new SchemaScript(
                    "spring-batch", database, "/org/springframework/batch/core/schema-" + batch)))
        .filter(script -> SchemaScript.class.getResource(script.file()) != null);
  }

  private String file() {
    return path + ".sql";
  }

  /** Runs the script. */
  void run(DSLContext dsl) {
    dsl.connection(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
              statement.execute(sql);
            }
          }
        });
  }

  /**
   * Returns the schemas that the script creates beside the one it runs in, as the database has
   * them.
   */
  List<String> schemas() {
    return statements().stream()
        .map(CREATE_SCHEMA::matcher)
        .filter(Matcher::lookingAt)
        .map(matcher -> matcher.group(1))
        .map(schema -> database == TestDatabase.H2 ? schema.toUpperCase(Locale.ROOT) : schema)
        .toList();
  }

  /**
   * Returns the tables that are to be filled, in lower case, with how many rows each can have at
   * most; any number, unless a comment before the table says so.
   */
  Map<String, Range> tables() {
    Map<String, Range> tables = new TreeMap<>();
    Range next = Range.ANY;
    for (String line : text().lines().toList()) {
      Matcher limit = LIMIT.matcher(line);
      Matcher table = CREATE_TABLE.matcher(line);
      if (limit.lookingAt()) {
        long number = Long.parseLong(limit.group(2));
        next = new Range(number, limit.group(1).equals("least") ? Long.MAX_VALUE : number);
      } else if (line.startsWith("-- Stays as it is")) {
        next = Range.NONE;
      } else if (table.find()) {
        if (!next.equals(Range.NONE) && !line.contains(" partition of ")) {
          tables.put(table.group(1).toLowerCase(Locale.ROOT), next);
        }
        next = Range.ANY;
      }
    }
    return tables;
  }

  /** How many rows a table gets if more than enough are asked for. */
  record Range(long fewest, long most) {

    static final Range ANY = new Range(Long.MAX_VALUE, Long.MAX_VALUE);
    static final Range NONE = new Range(0, 0);

    /** Returns whether a table has these rows when so many are asked for. */
    boolean contains(long rows, long asked) {
      return rows >= Math.min(asked, fewest) && rows <= Math.min(asked, most);
    }
  }

  /** Drops the schemas that the script created. */
  void dropSchemas(DSLContext dsl) {
    schemas().forEach(schema -> dsl.dropSchemaIfExists(DSL.name(schema)).cascade().execute());
  }

  List<String> statements() {
    return split(text());
  }

  private String text() {
    try (InputStream script = SchemaScript.class.getResourceAsStream(file())) {
      Objects.requireNonNull(script, path);
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Splits a script at the lines that end in a semicolon, but for those between {@code $$} and
   * those of a trigger's body, which ends with a line {@code end;}.
   */
  static List<String> split(String script) {
    List<String> statements = new ArrayList<>();
    var statement = new StringBuilder();
    boolean dollars = false;
    boolean body = false;
    for (String line : script.lines().map(String::stripTrailing).toList()) {
      if (!dollars && (line.isBlank() || line.startsWith("--") || line.startsWith("#"))) {
        continue;
      }
      statement.append(line).append('\n');
      dollars ^= line.split("\\$\\$", -1).length % 2 == 0;
      body = (body || line.equals("begin")) && !line.equals("end;");
      if (!dollars && !body && line.endsWith(";")) {
        statements.add(statement.substring(0, statement.lastIndexOf(";")));
        statement.setLength(0);
      }
    }
    if (!statement.isEmpty()) {
      throw new IllegalArgumentException("A statement has no end:\n" + statement);
    }
    return List.copyOf(statements);
  }

  @Override
  public String toString() {
    return name + " on " + database;
  }
}
