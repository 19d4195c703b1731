package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts of the schemas are valid on their databases. */
class SchemaScriptsTest {

  @TempDir Path directory;

  static Stream<SchemaScript> scripts() {
    return SchemaScript.DATABASES.stream().flatMap(SchemaScript::of);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void createsItsTables(SchemaScript script) {
    TestDatabase database = script.database();
    DSLContext dsl =
        DSL.using(database.dataSource(database.freshUrl(directory)), database.dialect());
    try {
      script.run(dsl);

      assertThat(tables(dsl, script.schemas())).hasSizeBetween(5, 12);
      if (database == TestDatabase.SQLITE) {
        // SQLite takes a foreign key to anything, and refuses only here what is no key.
        assertThat(dsl.fetch("pragma foreign_key_check")).isEmpty();
      }
      assertThat(SchemaAudit.violations(dsl, script.schemas())).isEmpty();
      assertThatTheAuditKnowsAll(script, SchemaAudit.rules(dsl, script.schemas()));
    } finally {
      script.dropSchemas(dsl);
      database.drop(dsl);
    }
  }

  private static void assertThatTheAuditKnowsAll(SchemaScript script, List<AuditRule> rules) {
    assertThat(rules)
        .filteredOn(rule -> rule.wrong().contains(") is not in "))
        .hasSize(count("references", script));
    assertThat(rules)
        .filteredOn(rule -> rule.wrong().contains(") is not unique"))
        .hasSize(count("primary key|unique", script));
    assertThat(rules)
        .filteredOn(rule -> rule.wrong().startsWith("check ("))
        .hasSizeGreaterThanOrEqualTo(count("check(?= \\()", script));
  }

  /** Counts a word of the statements that create and alter tables. */
  private static int count(String word, SchemaScript script) {
    Pattern words = Pattern.compile("\\b(?:" + word + ")\\b", Pattern.CASE_INSENSITIVE);
    return script.statements().stream()
        .filter(statement -> !statement.startsWith("create domain"))
        .mapToInt(statement -> (int) words.matcher(statement).results().count())
        .sum();
  }

  private static List<String> tables(DSLContext dsl, List<String> moreSchemas) {
    return dsl.connectionResult(
        connection -> {
          List<String> tables = new ArrayList<>(tables(connection, connection.getSchema()));
          for (String schema : moreSchemas) {
            tables.addAll(tables(connection, schema));
          }
          return tables;
        });
  }

  private static List<String> tables(Connection connection, String schema) throws SQLException {
    List<String> tables = new ArrayList<>();
    String[] types = {"TABLE", "BASE TABLE"};
    try (ResultSet found =
        connection.getMetaData().getTables(connection.getCatalog(), schema, "%", types)) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
    }
    return tables;
  }

  @Test
  void eachDatabaseHasAllScriptsThatThereAre() {
    List<String> all = new ArrayList<>(SchemaScript.OWN);
    all.addAll(List.of("quartz", "spring-batch"));

    for (TestDatabase database : SchemaScript.DATABASES) {
      List<String> expected = new ArrayList<>(all);
      if (database == TestDatabase.SQLITE) {
        expected.remove("quartz");
      }
      assertThat(SchemaScript.of(database).map(SchemaScript::name))
          .as(database.name())
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void splitsStatementsAtTheEndsOfLines() {
    assertThat(
            SchemaScript.split(
                """
                -- Not a statement;
                # Nor this;

                create table a (
                  b text default ';');
                commit ;
                """))
        .containsExactly("create table a (\n  b text default ';')", "commit ");
  }

  @Test
  void keepsBodiesInOnePiece() {
    assertThat(
            SchemaScript.split(
                """
                create function f() returns trigger language plpgsql as $$
                begin
                  -- Refuses all;

                  raise exception 'no';
                end;
                $$;
                create trigger g before insert on a
                begin
                  select 1;
                end;
                select $$a$$;
                """))
        .satisfiesExactly(
            function -> assertThat(function).startsWith("create function").endsWith("end;\n$$"),
            trigger -> assertThat(trigger).startsWith("create trigger").endsWith("1;\nend"),
            select -> assertThat(select).isEqualTo("select $$a$$"));
  }

  @Test
  void statementsWithoutAnEndAreNotSwallowed() {
    assertThatThrownBy(() -> SchemaScript.split("select 1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A statement has no end:\nselect 1\n");
  }
}
