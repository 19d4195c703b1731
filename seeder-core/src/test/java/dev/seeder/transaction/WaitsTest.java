package dev.seeder.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Which failures pass, by the codes of the drivers. */
class WaitsTest {

  @ParameterizedTest
  @ValueSource(strings = {"SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_LOCKED_SHAREDCACHE"})
  void sqliteIsBusyByTheLowByteOfItsCode(SQLiteErrorCode code) {
    assertThat(Waits.isLockTimeout(new SQLiteException("busy", code))).isTrue();
  }

  @Test
  void sqliteHasNoSqlStatesAndOtherFailuresOfItDoNotPass() {
    assertThat(Waits.isLockTimeout(new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL)))
        .isFalse();
    assertThat(
            Waits.isSerializationFailure(new SQLiteException("busy", SQLiteErrorCode.SQLITE_BUSY)))
        .isFalse();
    assertThat(Waits.isConnectionLost(new SQLiteException("busy", SQLiteErrorCode.SQLITE_BUSY)))
        .isFalse();
  }

  @Test
  void serversTellALockTimeoutByStateOrNumber() {
    assertThat(Waits.isLockTimeout(new SQLException("PostgreSQL", "55P03"))).isTrue();
    assertThat(Waits.isLockTimeout(new SQLException("MariaDB", "HY000", 1205))).isTrue();
    assertThat(Waits.isLockTimeout(new SQLException("H2", "HYT00", 50200))).isTrue();
    assertThat(Waits.isLockTimeout(new SQLException("a number of SQLite's", "HY000", 5))).isFalse();
  }

  @Test
  void theStateTellsWhoEndedTheTransactionAndWhetherTheConnectionIsThere() {
    var deadlock = new SQLException("deadlock", "40P01");
    var broken = new SQLException("broken", "08006");

    assertThat(Waits.isSerializationFailure(deadlock)).isTrue();
    assertThat(Waits.isSerializationFailure(broken)).isFalse();
    assertThat(Waits.isConnectionLost(broken)).isTrue();
    assertThat(Waits.isConnectionLost(new SQLException("ended by PostgreSQL", "57P01"))).isTrue();
    assertThat(
            Waits.isConnectionLost(
                new SQLNonTransientConnectionException("broken, says H2", "90067")))
        .isTrue();
    assertThat(Waits.isConnectionLost(deadlock)).isFalse();
  }

  @Test
  void duckdbTellsAConflictByItsWordsAlone() {
    assertThat(
            Waits.isSerializationFailure(
                new SQLException("TransactionContext Error: Conflict on update!")))
        .isTrue();
    assertThat(
            Waits.isSerializationFailure(
                new SQLException(
                    "TransactionContext Error: Failed to commit: PRIMARY KEY or UNIQUE constraint"
                        + " violation: duplicate key \"1\"")))
        .isFalse();
    assertThat(
            Waits.isSerializationFailure(
                new SQLException("Binder Error: Referenced column \"conflict\" not found")))
        .isFalse();
    assertThat(Waits.isSerializationFailure(new SQLException((String) null))).isFalse();
  }

  @Test
  void theFirstSqlExceptionOfTheCausesCounts() {
    var first = new SQLException("first", "40001", new SQLException("second", "08006"));
    var wrapped = new IllegalStateException(new DataAccessException("wrapped", first));

    assertThat((Throwable) Waits.sqlException(wrapped)).isSameAs(first);
    assertThat(Waits.isSerializationFailure(wrapped)).isTrue();
    assertThat(Waits.isConnectionLost(wrapped)).isFalse();
  }

  @Test
  void whatIsNoSqlExceptionDoesNotPass() {
    var other = new IllegalStateException("other");

    assertThat((Throwable) Waits.sqlException(other)).isNull();
    assertThat(Waits.isLockTimeout(other)).isFalse();
    assertThat(Waits.isSerializationFailure(other)).isFalse();
    assertThat(Waits.isConnectionLost(other)).isFalse();
  }
}
