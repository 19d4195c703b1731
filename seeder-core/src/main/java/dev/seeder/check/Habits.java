package dev.seeder.check;

import org.jooq.SQLDialect;

/**
 * Where databases read the same condition differently.
 *
 * @param looseTypes whether a condition is a number, times are texts and any column may hold
 *     anything, as in SQLite
 * @param lenient whether truth is a number, texts become numbers as far as they begin like one, and
 *     a division by zero is NULL
 * @param likeIgnoresCase whether LIKE takes upper for lower case
 * @param likeEscapes whether a backslash in a LIKE pattern makes the next character an ordinary one
 * @param backslashes whether a backslash in a literal makes the next character special
 * @param quotedTexts whether double quotes may hold a text
 * @param lengthInBytes whether LENGTH counts bytes
 * @param wholeDivision whether a whole number through another is a whole number
 * @param nullTexts whether CONCAT of NULL is NULL
 * @param nullExtremes whether GREATEST and LEAST with a NULL are NULL
 * @param knownCollation whether texts are equal only if all their characters are; else the case of
 *     letters and blanks at the end may not count, by the collation of a column
 */
record Habits(
    boolean looseTypes,
    boolean lenient,
    boolean likeIgnoresCase,
    boolean likeEscapes,
    boolean backslashes,
    boolean quotedTexts,
    boolean lengthInBytes,
    boolean wholeDivision,
    boolean nullTexts,
    boolean nullExtremes,
    boolean knownCollation) {

  private static final Habits SQLITE =
      new Habits(true, true, true, false, false, true, false, true, false, true, true);
  private static final Habits MARIADB =
      new Habits(false, true, false, true, true, true, true, false, true, true, false);
  private static final Habits H2 =
      new Habits(false, false, false, true, false, false, false, true, false, true, true);
  private static final Habits STANDARD =
      new Habits(false, false, false, true, false, false, false, true, false, false, true);

  static Habits of(SQLDialect dialect) {
    return switch (dialect.family()) {
      case SQLITE -> SQLITE;
      case MARIADB, MYSQL -> MARIADB;
      case H2 -> H2;
      default -> STANDARD;
    };
  }
}
