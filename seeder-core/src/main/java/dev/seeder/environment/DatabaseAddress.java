package dev.seeder.environment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the JDBC URL of a connection says about where its database is.
 *
 * <p>Nothing is guessed: a form of URL that is not known here is not local.
 *
 * @param title the database for messages: host and name, never user, password or parameters
 * @param name the database alone, without host and folder; empty if the URL names none
 * @param place where it is
 */
public record DatabaseAddress(String title, String name, Place place) {

  /** Where a database is. */
  public enum Place {
    /** In the memory of this process. */
    MEMORY,
    /** In a file of this machine. */
    FILE,
    /** In a server behind a loopback address or a socket. */
    LOCAL_SERVER,
    /** On another machine, or nobody knows. */
    ELSEWHERE
  }

  private static final Pattern JDBC = Pattern.compile("jdbc:(?<kind>[A-Za-z0-9+-]+):(?<rest>.*)");

  /** Parameters, in lower case, by which a driver takes a socket of this machine, and no host. */
  private static final Pattern UNIX_SOCKET =
      Pattern.compile(
          "socketfactory=org\\.newsclub\\.net\\.unix\\.afunixsocketfactory\\$factoryarg");

  private static final Pattern MYSQL_SOCKET =
      Pattern.compile("socketfactory=org\\.newsclub\\.net\\.mysql\\.afunixdatabasesocketfactory");

  private static final Pattern MARIADB_SOCKET = Pattern.compile("localsocket=.+");

  private static final Pattern NO_SOCKET = Pattern.compile("(?!)");

  /**
   * Returns the address of a URL.
   *
   * @param url what the connection says; null if it says nothing
   */
  public static DatabaseAddress of(@Nullable String url) {
    Matcher jdbc = JDBC.matcher(url == null ? "" : url);
    if (!jdbc.matches()) {
      return new DatabaseAddress("of an unknown address", "", Place.ELSEWHERE);
    }
    String kind = jdbc.group("kind");
    String rest = jdbc.group("rest");
    DatabaseAddress known =
        switch (kind) {
          case "sqlite", "duckdb" -> FileUrl.address(rest);
          case "h2" -> embeddedOrServer(rest, "tcp", "ssl");
          case "hsqldb" -> embeddedOrServer(rest, "hsql", "hsqls", "http", "https");
          case "postgresql" -> ServerUrl.address(rest, UNIX_SOCKET);
          case "mysql" -> ServerUrl.address(rest, MYSQL_SOCKET);
          case "mariadb" -> ServerUrl.address(rest, MARIADB_SOCKET);
          default -> null;
        };
    return known == null ? new DatabaseAddress("of jdbc:" + kind, "", Place.ELSEWHERE) : known;
  }

  /** Returns whether the database is plainly on this machine. */
  public boolean local() {
    return place != Place.ELSEWHERE;
  }

  /** Returns whether others may use the database as well: all but files and memory. */
  public boolean isServer() {
    return place == Place.LOCAL_SERVER || place == Place.ELSEWHERE;
  }

  /** Returns the last part of a path. */
  static String last(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static @Nullable DatabaseAddress embeddedOrServer(String rest, String... protocols) {
    for (String protocol : protocols) {
      if (rest.startsWith(protocol + "://")) {
        return ServerUrl.address(rest.substring(protocol.length() + 1), NO_SOCKET);
      }
    }
    return FileUrl.address(rest);
  }
}
