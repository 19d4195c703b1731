package dev.seeder.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages are those of the drivers; "Mary" is a value that must not be repeated. */
class RefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        // SQLite
        "- | 19 | [SQLITE_CONSTRAINT_UNIQUE] A UNIQUE constraint failed (UNIQUE constraint failed: t.a, t.b)"
            + " | a value that must be unique is there already (t.a, t.b)",
        "- | 19 | [SQLITE_CONSTRAINT_NOTNULL] A NOT NULL constraint failed (NOT NULL constraint failed: t.a)"
            + " | a column that must have a value has none (t.a)",
        "- | 19 | [SQLITE_CONSTRAINT_FOREIGNKEY] A foreign key constraint failed (FOREIGN KEY constraint failed)"
            + " | a row would refer to one that is not there",
        "- | 19 | [SQLITE_CONSTRAINT_TRIGGER] A RAISE function failed (FOREIGN KEY constraint failed)"
            + " | another row refers to one that is updated or deleted",
        "- | 19 | [SQLITE_CONSTRAINT_CHECK] A CHECK constraint failed (CHECK constraint failed: a <> 'Mary')"
            + " | a check constraint does not hold",
        "- | 1 | [SQLITE_ERROR] SQL error or missing database (near \"Mary\": syntax error)"
            + " | the database refused a statement (code 1)",
        "- | 5 | [SQLITE_BUSY] The database file is locked (database is locked)"
            + " | the database file is in use by another connection",
        "- | 5 | [SQLITE_BUSY_SNAPSHOT] Another database connection has already written (database is locked)"
            + " | the database file is in use by another connection",
        "- | 14 | [SQLITE_CANTOPEN] Unable to open the database file (unable to open database file)"
            + " | the database file cannot be opened or made",
        "- | 11 | [SQLITE_CORRUPT] The database disk image is malformed (malformed)"
            + " | the database file is damaged",
        "- | 13 | [SQLITE_FULL] Insertion failed because database is full (database or disk is full)"
            + " | the disk is full",
        "- | 26 | [SQLITE_NOTADB] File opened that is not a database file (file is not a database)"
            + " | the file is no database of SQLite, or is encrypted",
        "- | 8 | [SQLITE_READONLY_DIRECTORY] The directory is read-only (attempt to write a readonly database)"
            + " | the database file cannot be written",
        // PostgreSQL
        "23505 | 0 | ERROR: duplicate key value violates unique constraint \"t_a\" Detail: Key (a)=(Mary)"
            + " | a value that must be unique is there already (t_a: a)",
        "23505 | 0 | ERROR: duplicate key value violates unique constraint \"t_a\" Detail: Key (a, lower(b))=(Mary)=(x)"
            + " | a value that must be unique is there already (t_a: a, lower(b))",
        "23502 | 0 | ERROR: null value in column \"a\" of relation \"t\" violates not-null constraint Detail: (Mary)"
            + " | a column that must have a value has none (a)",
        "23503 | 0 | ERROR: insert on table \"t\" violates foreign key constraint \"t_b\" Detail: (b)=(Mary)"
            + " | a row refers to one that is not there (t_b)",
        "23503 | 0 | ERROR: update or delete on table \"t\" violates foreign key constraint \"u_t\" on table \"u\""
            + " Detail: Key (a)=(Mary) is still referenced from table \"u\"."
            + " | another row refers to one that is updated or deleted (u_t: a)",
        "23001 | 0 | ERROR: update or delete on table \"t\" violates RESTRICT setting of foreign key constraint \"u_t\" on table \"u\""
            + " Detail: Key (a)=(Mary) is referenced from table \"u\"."
            + " | another row refers to one that is updated or deleted (u_t: a)",
        "23514 | 0 | ERROR: new row for relation \"t\" violates check constraint \"t_c\" Detail: (Mary)"
            + " | a check constraint does not hold (t_c)",
        "22001 | 0 | ERROR: value too long for type character varying(2)"
            + " | a text is too long for its column",
        "22003 | 0 | ERROR: numeric field overflow | a number is out of its column's range",
        "22P02 | 0 | ERROR: invalid input syntax for type integer: \"Mary\""
            + " | the database refused a statement (SQLState 22P02, code 0)",
        "40001 | 0 | ERROR: could not serialize access due to concurrent update"
            + " | another transaction got in the way",
        "40P01 | 0 | ERROR: deadlock detected | another transaction got in the way",
        "42501 | 0 | ERROR: permission denied for table t | this user may not do that",
        // DuckDB
        "- | 0 | Constraint Error: PRIMARY KEY or UNIQUE constraint violation: duplicate key \"Mary\""
            + " | a value that must be unique is there already",
        "23000 | 3100 | Failed to append: Duplicate key \"id: Mary\" violates primary key constraint."
            + " | a value that must be unique is there already (id)",
        "- | 0 | Constraint Error: NOT NULL constraint failed: t.n"
            + " | a column that must have a value has none (t.n)",
        "42S02 | 3100 | Failed to append: CHECK constraint failed on table \"t\" with expression CHECK((a = 'Mary'))"
            + " | a check constraint does not hold",
        "- | 0 | Constraint Error: Violates foreign key constraint because key \"id: Mary\" does not exist"
            + " | a row refers to one that is not there (id)",
        // connections
        "08001 | 0 | Connection to mary:5432 refused | the connection could not be made",
        "08003 | 0 | This connection has been closed. | the connection is closed",
        "08004 | 0 | Connection rejected for Mary | the connection was refused",
        "08006 | 0 | An I/O error occurred | the connection was lost",
        "28000 | 0 | no entry for user Mary | the user or the password is wrong",
        "28P01 | 0 | password authentication failed for Mary | the user or the password is wrong",
        // H2
        "23505 | 23505 | Unique index or primary key violation: \"PUBLIC.t_a INDEX PUBLIC.I ON PUBLIC.t(a) VALUES ('Mary')\""
            + " | a value that must be unique is there already (t_a: a)",
        "23506 | 23506 | Referential integrity constraint violation: \"t_b: PUBLIC.t FOREIGN KEY(b) ('Mary')\""
            + " | a row refers to one that is not there (t_b: b)",
        "23503 | 23503 | Referential integrity constraint violation: \"u_t: PUBLIC.u FOREIGN KEY(t) REFERENCES PUBLIC.t(a) ('Mary')\""
            + " | another row refers to one that is updated or deleted (u_t: t)",
        "23513 | 23513 | Check constraint violation: \"t_c: \" | a check constraint does not hold (t_c)",
        // HSQLDB
        "23505 | -104 | integrity constraint violation: unique constraint or index violation ; \"t_a\" table: \"t\""
            + " | a value that must be unique is there already (t_a)",
        "23502 | -10 | integrity constraint violation: NOT NULL check constraint ; SYS_CT_1 table: \"t\" column: \"a\""
            + " | a column that must have a value has none (a)",
        "23503 | -177 | integrity constraint violation: foreign key no parent ; \"t_b\" table: \"t\" value: Mary"
            + " | a row refers to one that is not there (t_b)",
        "23504 | -8 | integrity constraint violation: foreign key no action ; t_b table: t"
            + " | another row refers to one that is updated or deleted (t_b)",
        "23513 | -157 | integrity constraint violation: check constraint ; t_c table: t"
            + " | a check constraint does not hold (t_c)",
        "42501 | -5501 | user lacks privilege or object not found: t in statement [insert into t values ('Mary')]"
            + " | there is no such table or column, or this user may not use it (t)",
        // MariaDB and MySQL
        "23000 | 1062 | (conn=3) Duplicate entry 'Mary' for key 't_a'"
            + " | a value that must be unique is there already (t_a)",
        "23000 | 1048 | (conn=3) Column 'a' cannot be null"
            + " | a column that must have a value has none (a)",
        "23000 | 1452 | (conn=3) Cannot add a child row: fails (`x`.`t`, CONSTRAINT `t_b` FOREIGN KEY (`b`))"
            + " | a row refers to one that is not there (t_b: b)",
        "23000 | 1452 | Cannot add or update a child row: fails (\"x\".\"t\", CONSTRAINT \"t_b\" FOREIGN KEY (\"b\") REFERENCES \"u\" (\"a\"))"
            + " | a row refers to one that is not there (t_b: b)",
        "23000 | 1451 | Cannot delete or update a parent row: fails (`x`.`t`, CONSTRAINT `t_b` FOREIGN KEY (`b`))"
            + " | another row refers to one that is updated or deleted (t_b: b)",
        "23000 | 1217 | Cannot delete or update a parent row: a foreign key constraint fails"
            + " | another row refers to one that is updated or deleted",
        "23000 | 4025 | (conn=3) CONSTRAINT `t_c` failed for `x`.`t`"
            + " | a check constraint does not hold (t_c)",
        "HY000 | 3819 | Check constraint 't_c' is violated. | a check constraint does not hold (t_c)",
        "23000 | 1 | Mary | the database refused a statement (SQLState 23000, code 1)"
      })
  void saysWhyWithoutValues(String state, int code, String message, String reason) {
    assertThat(Refusal.describe(new SQLException(message, state, code))).isEqualTo(reason);
  }

  @Test
  void needsNoMessage() {
    assertThat(Refusal.describe(new SQLException()))
        .isEqualTo("the database refused a statement (code 0)");
  }
}
