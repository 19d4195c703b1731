package dev.seeder.flyway;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;

/**
 * A file on the classpath.
 *
 * @param name its name from the root, without a leading slash
 * @param subject who names the file, to begin a sentence with
 * @param owners the classes whose class loaders are asked, before that of the thread
 */
record ClassPathFile(String name, String subject, List<Class<?>> owners) {

  InputStream open() throws IOException {
    Stream<ClassLoader> loaders =
        Stream.concat(
            owners.stream().map(Class::getClassLoader),
            Stream.ofNullable(Thread.currentThread().getContextClassLoader()));
    for (ClassLoader loader : loaders.distinct().toList()) {
      InputStream content = loader.getResourceAsStream(name);
      if (content != null) {
        return content;
      }
    }
    throw new FlywayException(
        subject
            + " names the file \""
            + name
            + "\", which is not on the classpath.\n"
            + "  To fix: put it under src/main/resources, and name it from there without a leading"
            + " slash.");
  }
}
