package dev.seeder.environment;

import dev.seeder.environment.DatabaseAddress.Place;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of a JDBC URL that names a file or a database in memory. */
final class FileUrl {

  /** Two letters at least: one is a drive of Windows. */
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private FileUrl() {}

  /** Returns the address; null if the form is not known, as that of a service in the cloud. */
  static @Nullable DatabaseAddress address(String rest) {
    String name = rest.split("[?;]", 2)[0];
    String path = name.startsWith("file:") ? withoutAuthority(name.substring(5)) : name;
    if (path.isEmpty() || path.startsWith(":memory:") || path.startsWith("mem:")) {
      return new DatabaseAddress("in memory", "", Place.MEMORY);
    }
    if (path.startsWith(":") || SCHEME.matcher(path).matches()) {
      return null;
    }
    boolean share = path.startsWith("//") || path.startsWith("\\\\");
    return new DatabaseAddress(
        "\"" + path + "\"", DatabaseAddress.last(path), share ? Place.ELSEWHERE : Place.FILE);
  }

  private static String withoutAuthority(String path) {
    return path.startsWith("///") ? path.substring(2) : path;
  }
}
