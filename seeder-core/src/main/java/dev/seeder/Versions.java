package dev.seeder;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The versions that the generated values depend on. */
final class Versions {

  private Versions() {}

  static String seeder() {
    return version("dev/seeder/version.properties");
  }

  /** Read from the jar's own description: the class of Datafaker need not be loaded for it. */
  static String datafaker() {
    return version("META-INF/maven/net.datafaker/datafaker/pom.properties");
  }

  static String generator() {
    return "Seeder " + seeder() + ", Datafaker " + datafaker();
  }

  private static String version(String resource) {
    try (InputStream stream = Versions.class.getClassLoader().getResourceAsStream(resource)) {
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
