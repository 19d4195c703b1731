package dev.seeder.flyway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.jooq.SQLDialect;

/**
 * The statements of an SQL script.
 *
 * <p>Nothing is taken out: the text between two delimiters is the statement, with the comments in
 * it. Longer than most classes here, since a splitter is one loop over one position.
 */
final class SqlScript {

  /**
   * One statement.
   *
   * @param sql its text, without the delimiter
   * @param line the line of its first word, counted from 1
   */
  record Statement(String sql, int line) {}

  private static final Set<SQLDialect> MYSQL = Set.of(SQLDialect.MYSQL, SQLDialect.MARIADB);
  private static final Set<SQLDialect> NESTING_COMMENTS =
      Set.of(SQLDialect.POSTGRES, SQLDialect.YUGABYTEDB);
  private static final Set<SQLDialect> DOLLAR_QUOTES =
      Set.of(SQLDialect.POSTGRES, SQLDialect.YUGABYTEDB, SQLDialect.DUCKDB, SQLDialect.H2);

  /** What may stand between "create" and the kind of thing created. */
  private static final Set<String> MODIFIERS =
      Set.of("or", "replace", "temp", "temporary", "aggregate", "constraint");

  private static final Set<String> ROUTINES =
      Set.of("trigger", "procedure", "function", "event", "package");

  /** Words that begin a block where a statement could begin, and are functions elsewhere. */
  private static final Set<String> BLOCKS = Set.of("if", "loop", "while", "repeat", "for");

  /** Words after which a statement begins. */
  private static final Set<String> OPENERS =
      Set.of("begin", "then", "else", "do", "loop", "repeat");

  private static final Pattern DOLLAR_TAG = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
  private static final Pattern DELIMITER =
      Pattern.compile("delimiter[ \\t]+(\\S+)[^\\r\\n]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  private record Block(String word, int start) {}

  private final String name;
  private final String text;
  private final SQLDialect dialect;
  private final boolean mysql;
  private final List<Statement> statements = new ArrayList<>();

  private String delimiter = ";";
  private int position;
  private int line = 1;
  private int counted;

  // of the statement being read
  private int start;
  private int firstWord = -1;
  private boolean create;
  private boolean definer;
  private boolean routine;
  private String previous = "";
  private final Deque<Block> blocks = new ArrayDeque<>();

  private SqlScript(String name, String text, SQLDialect dialect) {
    this.name = name;
    this.text = text;
    this.dialect = dialect;
    this.mysql = MYSQL.contains(dialect.family());
  }

  /** Splits a script; a byte order mark at its start is left out. */
  static List<Statement> split(String name, String text, SQLDialect dialect) {
    var script = new SqlScript(name, text.startsWith("\uFEFF") ? text.substring(1) : text, dialect);
    script.read();
    return List.copyOf(script.statements);
  }

  private void read() {
    while (position < text.length()) {
      char next = text.charAt(position);
      if (Character.isWhitespace(next)) {
        position++;
      } else if (!skipComment(next) && !readDelimiterCommand()) {
        readPart(next);
      }
    }
    if (!blocks.isEmpty()) {
      Block open = blocks.peek();
      throw unclosed(open.start(), "\"" + open.word() + "\"", "its \"end\"");
    }
    end();
  }

  private void readPart(char next) {
    if (blocks.isEmpty() && text.startsWith(delimiter, position)) {
      end();
      position += delimiter.length();
      start = position;
    } else {
      markFirstWord();
      readToken(next);
    }
  }

  private void markFirstWord() {
    if (firstWord < 0) {
      firstWord = position;
    }
  }

  private void end() {
    if (firstWord >= 0) {
      statements.add(new Statement(text.substring(start, position).strip(), line(firstWord)));
    }
    firstWord = -1;
    create = false;
    definer = false;
    routine = false;
    previous = "";
  }

  private boolean skipComment(char next) {
    boolean dashes =
        text.startsWith("--", position)
            && (!mysql
                || position + 2 == text.length()
                || Character.isWhitespace(text.charAt(position + 2)));
    if (dashes || (next == '#' && mysql)) {
      while (position < text.length() && text.charAt(position) != '\n') {
        position++;
      }
      return true;
    }
    if (!text.startsWith("/*", position)) {
      return false;
    }
    if (mysql && (text.startsWith("/*!", position) || text.startsWith("/*M!", position))) {
      markFirstWord(); // MySQL executes what is in it
    }
    int open = position;
    int depth = 1;
    for (position += 2; depth > 0; ) {
      if (position >= text.length()) {
        throw unclosed(open, "a comment", "*/");
      } else if (text.startsWith("*/", position)) {
        depth--;
        position += 2;
      } else if (text.startsWith("/*", position) && NESTING_COMMENTS.contains(dialect)) {
        depth++;
        position += 2;
      } else {
        position++;
      }
    }
    return true;
  }

  private boolean readDelimiterCommand() {
    if (!mysql || firstWord >= 0) {
      return false;
    }
    Matcher command = DELIMITER.matcher(text).region(position, text.length());
    if (!command.lookingAt()) {
      return false;
    }
    delimiter = command.group(1);
    position = command.end();
    start = position;
    return true;
  }

  private void readToken(char next) {
    switch (next) {
      case '\'' -> skipQuoted('\'', mysql || isEscapeString());
      case '"' -> skipQuoted('"', mysql);
      case '`' -> skipQuoted('`', false);
      case '[' -> {
        if (dialect == SQLDialect.SQLITE) {
          skipQuoted(']', false);
        } else {
          position++;
        }
      }
      case '$' -> skipDollarQuoted();
      default -> {
        Matcher word = WORD.matcher(text).region(position, text.length());
        if (word.lookingAt()) {
          readWord(word.group().toLowerCase(Locale.ROOT));
          position = word.end();
          return;
        }
        if (Character.isDigit(next)) {
          skipNumber();
        } else {
          position++;
        }
      }
    }
    previous = next == ';' || next == ':' ? ";" : "";
  }

  /** Reads past a number and the letters in it, as in {@code 1e5} or {@code 0x1F}. */
  private void skipNumber() {
    while (position < text.length() && Character.isLetterOrDigit(text.charAt(position))) {
      position++;
    }
  }

  /** Returns whether the quote follows the {@code E} that makes a backslash an escape. */
  private boolean isEscapeString() {
    return previous.equals("e")
        && DOLLAR_QUOTES.contains(dialect)
        && dialect != SQLDialect.H2
        && Character.toLowerCase(text.charAt(position - 1)) == 'e';
  }

  private void skipQuoted(char quote, boolean backslashes) {
    int open = position;
    for (position++; position < text.length(); position++) {
      char next = text.charAt(position);
      if (next == '\\' && backslashes) {
        position++;
      } else if (next == quote) {
        position++;
        boolean doubled = position < text.length() && text.charAt(position) == quote;
        if (!doubled || quote == ']') {
          return;
        }
      }
    }
    throw unclosed(open, "a quote", String.valueOf(quote));
  }

  private void skipDollarQuoted() {
    Matcher tag = DOLLAR_TAG.matcher(text).region(position, text.length());
    if (!DOLLAR_QUOTES.contains(dialect) || !tag.lookingAt()) {
      position++;
      return;
    }
    int close = text.indexOf(tag.group(), tag.end());
    if (close < 0) {
      throw unclosed(position, "a quote", tag.group());
    }
    position = close + tag.group().length();
  }

  private void readWord(String word) {
    if (position == firstWord) {
      create = word.equals("create");
    } else if (create && !MODIFIERS.contains(word)) {
      definer |= word.equals("definer");
      routine = ROUTINES.contains(word);
      create = definer && !routine && !word.equals("view");
    }
    if (routine && delimiter.equals(";")) {
      readBlockWord(word);
    }
    previous = word;
  }

  private void readBlockWord(String word) {
    boolean closing = previous.equals("end");
    if (word.equals("end") && !blocks.isEmpty()) {
      blocks.pop();
    } else if (word.equals("begin") || (word.equals("case") && !blocks.isEmpty() && !closing)) {
      blocks.push(new Block(word, position));
    } else if (mysql && BLOCKS.contains(word) && !blocks.isEmpty() && !closing && opens(word)) {
      blocks.push(new Block(word, position));
    }
  }

  /** Returns whether a word that is a function too begins a block here. */
  private boolean opens(String word) {
    boolean function = word.equals("repeat") && text.startsWith("(", position + word.length());
    return !function && (previous.equals(";") || OPENERS.contains(previous));
  }

  /** Returns the line of a position; positions are asked for from front to back. */
  private int line(int offset) {
    for (; counted < offset; counted++) {
      if (text.charAt(counted) == '\n') {
        line++;
      }
    }
    return line;
  }

  private FlywayException unclosed(int offset, String what, String missing) {
    return new FlywayException(
        "Script \""
            + name
            + "\", line "
            + line(offset)
            + ": "
            + what
            + " begins here and does not end.\n"
            + "  Expected: "
            + missing
            + " before the end of the file");
  }
}
