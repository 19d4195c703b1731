package dev.seeder.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seeder.flyway.SqlScript.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.api.FlywayException;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {

  @Test
  void splitsAtTheDelimiterAndTellsTheLineOfEachStatement() {
    String script =
        """
        create table a (id int);

        -- the second; one
        create table b (
          id int
        );;
        insert into a values (1)""";

    assertThat(SqlScript.split("s.sql", script, SQLDialect.SQLITE))
        .containsExactly(
            new Statement("create table a (id int)", 1),
            new Statement("-- the second; one\ncreate table b (\n  id int\n)", 4),
            new Statement("insert into a values (1)", 7));
  }

  @Test
  void givesNoStatementsForBlanksAndComments() {
    assertThat(split(" \n;; -- a;b\n/* c; */ ;\n-- end", SQLDialect.POSTGRES)).isEmpty();
    assertThat(split("", SQLDialect.H2)).isEmpty();
  }

  @Test
  void leavesOutTheByteOrderMarkAndKeepsCarriageReturnsInside() {
    assertThat(SqlScript.split("s.sql", "\uFEFFa;\r\n\r\nb\r\nc;\r\n", SQLDialect.H2))
        .containsExactly(new Statement("a", 1), new Statement("b\r\nc", 3));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "MYSQL", "MARIADB", "H2", "DUCKDB", "HSQLDB", "DERBY"})
  void keepsDelimitersInQuotesAndComments(SQLDialect dialect) {
    keepsWhole(
        dialect,
        "insert into t values ('a;b', 'it''s; fine', '')",
        "create table \"a;b\" (\"c\"\"d;e\" int)",
        "select 1 -- a;b\n from t",
        "select 1 /* a;b 'c */ from t");
  }

  @Test
  void knowsBackticksEverywhereAndBracketsOnSqlite() {
    keepsWhole(SQLDialect.MYSQL, "select `a;b``c;d` from t");
    keepsWhole(SQLDialect.SQLITE, "select [a;b] from [t]", "select `a;b`");
    assertThat(split("select a[1]; select '[' ; x", SQLDialect.POSTGRES))
        .containsExactly("select a[1]", "select '['", "x");
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void knowsTheCommentsAndEscapesOfMysql(SQLDialect dialect) {
    keepsWhole(
        dialect,
        "select 1 # a;b\n from t",
        "select 'it\\'s; fine', \"a\\\";b\", '\\\\'",
        "select 5--3",
        "/*!40101 set names 'utf8;mb4' */",
        "/*M!100100 set x = 1 */");
    assertThat(split("select 5--3;\nselect 2", dialect)).containsExactly("select 5--3", "select 2");
    assertThat(split("select 1--\n;select 2", dialect)).containsExactly("select 1--", "select 2");
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "H2"})
  void treatsNumberSignsAndBackslashesAsTextElsewhere(SQLDialect dialect) {
    assertThat(split("select a # b; select '\\'; x", dialect))
        .containsExactly("select a # b", "select '\\'", "x");
  }

  @Test
  void knowsEscapeStringsDollarQuotesAndNestedCommentsOfPostgres() {
    keepsWhole(
        SQLDialect.POSTGRES,
        "select E'it\\'s; fine', e'\\\\', 'a\\'",
        "select /* a /* b; */ c; */ 1",
        "do $$ begin perform 1; end $$",
        "create function f() returns int as $body$ begin return $$;$$; end; $body$ language plpgsql",
        "select a$b$c, $1",
        "create function f(a int) returns int begin atomic select case when a > 1 then 1 else 2 end;"
            + " select 2; end",
        "create trigger t before insert on a for each row execute function f()");
    assertThat(split("select 'type\\' ; select name'a;b'", SQLDialect.POSTGRES))
        .containsExactly("select 'type\\'", "select name'a;b'");
  }

  @Test
  void knowsDollarQuotesOfH2() {
    keepsWhole(SQLDialect.H2, "create alias f as $$ int f() { return 1; } $$");
  }

  @Test
  void keepsTriggersOfSqliteWhole() {
    keepsWhole(
        SQLDialect.SQLITE,
        "create trigger t after insert on a begin update a set n = n + 1; delete from b; end",
        "CREATE TEMP TRIGGER IF NOT EXISTS t AFTER UPDATE OF x ON a FOR EACH ROW"
            + " WHEN CASE WHEN new.x THEN 1 ELSE 0 END\n"
            + "BEGIN\n  SELECT CASE WHEN new.x > 1 THEN raise(abort, 'no; end') END;\n"
            + "  /* end; */ insert into b values (new.\"end\"); -- end;\nEND",
        "create table trigger_log (\"begin\" int, case_id int)",
        "create view v as select case when a then 1 else 2 end from t");
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void keepsRoutinesOfMysqlWholeWithoutADelimiterCommand(SQLDialect dialect) {
    keepsWhole(
        dialect,
        "create trigger t before insert on a for each row set new.n = 1",
        "create definer=`root`@`localhost` procedure p(in n int)\n"
            + "begin\n"
            + "  declare i int default 0;\n"
            + "  label: while i < n do\n"
            + "    if (i > 3) then select if(i, 1, 2); elseif i = 2 then set i = 5;"
            + " else if i = 9 then set i = 10; end if; end if;\n"
            + "    case i when 1 then set i = 2; else begin end; end case;\n"
            + "    repeat set i = i + 1; until i > 5 end repeat;\n"
            + "    inner_loop: loop leave inner_loop; end loop;\n"
            + "    set i = case when i then repeat('a', 2) else 0 end;\n"
            + "  end while;\n"
            + "  drop table if exists x;\n"
            + "end",
        "create or replace function f() returns int return 1",
        "create definer=current_user sql security definer view v as select 1",
        "drop trigger if exists t");
  }

  @Test
  void followsTheDelimiterCommandOfMysql() {
    String script =
        """
        set names utf8mb4;
        DELIMITER //
        create procedure p() begin select 1; select '//'; end //
        create procedure q() begin if 1 then select 2; end if; end//
        delimiter ;
        select 3;
        """;

    assertThat(SqlScript.split("s.sql", script, SQLDialect.MARIADB))
        .containsExactly(
            new Statement("set names utf8mb4", 1),
            new Statement("create procedure p() begin select 1; select '//'; end", 3),
            new Statement("create procedure q() begin if 1 then select 2; end if; end", 4),
            new Statement("select 3", 6));
  }

  @Test
  void namesTheLineWhereSomethingOpenBegan() {
    unclosed("a;\nselect 'b;\nc", SQLDialect.SQLITE, 2, "a quote", "'");
    unclosed("\n\nselect \"b", SQLDialect.H2, 3, "a quote", "\"");
    unclosed("select `b", SQLDialect.MYSQL, 1, "a quote", "`");
    unclosed("select [b", SQLDialect.SQLITE, 1, "a quote", "]");
    unclosed("select 'b\\'", SQLDialect.MYSQL, 1, "a quote", "'");
    unclosed("select 'b\\", SQLDialect.MYSQL, 1, "a quote", "'");
    unclosed("a;\n\ndo $x$ b $$;", SQLDialect.POSTGRES, 3, "a quote", "$x$");
    unclosed("a;\n/* b;\nc", SQLDialect.SQLITE, 2, "a comment", "*/");
    unclosed("a;\n/* /* b; */\nc", SQLDialect.POSTGRES, 2, "a comment", "*/");
    unclosed(
        "a;\ncreate trigger t after insert on a\nbegin\n  select 1;\n",
        SQLDialect.SQLITE,
        3,
        "\"begin\"",
        "its \"end\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLITE", "POSTGRES", "MYSQL", "H2"})
  void losesNothingOfAThousandMixedScripts(String name) {
    SQLDialect dialect = SQLDialect.valueOf(name);
    var random = new Random(42);
    List<String> pieces = new ArrayList<>(List.of("a", "x1", "(", ",", "1.5", "'b;'", "'it''s'"));
    pieces.addAll(List.of("\"q;\"", "-- c;d\n", "-- 'e\n", "/* ;' */", "\n", " ", "end", "case"));
    if (dialect == SQLDialect.POSTGRES) {
      pieces.addAll(List.of("$$;$$", "$t$ ; $$ $t$", "/* /* ; */ */", "E'\\';'"));
    } else if (dialect == SQLDialect.MYSQL) {
      pieces.addAll(List.of("# ;'\n", "'\\';'", "`;`"));
    } else if (dialect == SQLDialect.SQLITE) {
      pieces.addAll(List.of("[;]", "`;`"));
    }

    for (int script = 0; script < 1_000; script++) {
      List<String> statements = new ArrayList<>();
      for (int n = random.nextInt(8); n >= 0; n--) {
        var statement = new StringBuilder("select");
        for (int length = random.nextInt(12); length > 0; length--) {
          statement.append(' ').append(pieces.get(random.nextInt(pieces.size())));
        }
        statements.add(statement + " z");
      }
      String text = String.join(random.nextBoolean() ? ";" : " ;\r\n;", statements);

      assertThat(split(text, dialect)).as(text).isEqualTo(statements);
    }
  }

  @Test
  void endsOnAnythingWithStatementsOrAMessage() {
    String letters = "a'\"`[]$/*-#;\\ \nEe:1begin end case create trigger delimiter";
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder("create trigger ".substring(0, random.nextInt(15)));
      for (int length = random.nextInt(40); length > 0; length--) {
        int at = random.nextInt(letters.length());
        text.append(letters, at, Math.min(letters.length(), at + 1 + random.nextInt(6)));
      }
      SQLDialect dialect =
          List.of(SQLDialect.SQLITE, SQLDialect.POSTGRES, SQLDialect.MYSQL).get(i % 3);
      try {
        int from = 0;
        for (String statement : split(text.toString(), dialect)) {
          assertThat(statement).isNotBlank();
          int found = text.indexOf(statement, from);
          assertThat(found).as(text.toString()).isNotNegative();
          from = found + statement.length();
        }
      } catch (FlywayException e) {
        assertThat(e).hasMessageMatching("(?s)Script \"s.sql\", line \\d+: .*");
      }
    }
  }

  private static void keepsWhole(SQLDialect dialect, String... statements) {
    assertThat(split(String.join(";\n", statements) + ";\n", dialect)).containsExactly(statements);
  }

  private static List<String> split(String text, SQLDialect dialect) {
    return SqlScript.split("s.sql", text, dialect).stream().map(Statement::sql).toList();
  }

  private static void unclosed(
      String text, SQLDialect dialect, int line, String what, String missing) {
    ThrowingCallable splitting = () -> split(text, dialect);
    assertThatThrownBy(splitting)
        .isInstanceOf(FlywayException.class)
        .hasMessage(
            "Script \"s.sql\", line "
                + line
                + ": "
                + what
                + " begins here and does not end.\n"
                + "  Expected: "
                + missing
                + " before the end of the file");
  }
}
