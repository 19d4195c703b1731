package dev.seeder.words;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version that a file of a jar says it has. */
public final class VersionFile {

  /** Read from the jar's own description: the class of Datafaker need not be loaded for it. */
  public static final String DATAFAKER =
      read("META-INF/maven/net.datafaker/datafaker/pom.properties");

  /** The version of this library. */
  public static final String SEEDER = read("dev/seeder/version.properties");

  private VersionFile() {}

  /** Returns what made generated rows, as reports and histories say it. */
  public static String generator(String seeder, String datafaker) {
    return "Seeder " + seeder + ", Datafaker " + datafaker;
  }

  /** Returns the version; "unknown" without the file. */
  public static String read(String resource) {
    try (InputStream stream = VersionFile.class.getClassLoader().getResourceAsStream(resource)) {
      var properties = new Properties();
      if (stream != null) {
        properties.load(stream);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
