package dev.seeder.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** Datafaker's English word lists, read from its files without its YAML parser. */
final class EnglishLists {

  /** Constant for the life of the process, as Datafaker's own are; each file is read once. */
  private static final Map<String, Map<String, Object>> FILES = new ConcurrentHashMap<>();

  private EnglishLists() {}

  /** Returns what a key such as "name.first_name" names; null if it is not to be found here. */
  static @Nullable Object find(String key) {
    String[] path = key.split("\\.", -1);
    Object value = FILES.computeIfAbsent(path[0], EnglishLists::read);
    for (String name : path) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value;
  }

  /** Returns the map that is inside of "en" and "faker"; nothing of a file that is not there. */
  private static Map<String, Object> read(String provider) {
    try (InputStream stream = Faker.class.getResourceAsStream("/en/" + provider + ".yml")) {
      if (stream == null) {
        return Map.of();
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      Map<String, Object> file = PlainYaml.read(reader.lines().toList());
      return inner(inner(file, "en"), "faker");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      return Map.of(); // left to Datafaker
    }
  }

  @SuppressWarnings("unchecked") // maps have texts as keys
  private static Map<String, Object> inner(Map<String, Object> map, String name) {
    return map.get(name) instanceof Map<?, ?> inner ? (Map<String, Object>) inner : Map.of();
  }
}
