package bookstore.seeds;

import static bookstore.db.Tables.BOOK;

import dev.seeder.rows.Draw;
import dev.seeder.rows.ValueGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Titles that fit the genre of the book: a pattern such as {@code The {trade}'s {kin}}, filled with
 * words of {@code titles.properties}.
 */
final class Titles implements ValueGenerator<String> {

  private final Map<String, List<String>> words = read("/bookstore/titles.properties");

  @Override
  public String value(Draw draw) {
    String title = pick(draw.value(BOOK.GENRE), draw);
    for (int open = title.indexOf('{'); open >= 0; open = title.indexOf('{')) {
      int close = title.indexOf('}', open);
      String word = pick(title.substring(open + 1, close), draw);
      title = title.substring(0, open) + word + title.substring(close + 1);
    }
    return title;
  }

  private String pick(String kind, Draw draw) {
    List<String> choices = words.get(kind);
    return choices.get(draw.random().nextInt(choices.size()));
  }

  private static Map<String, List<String>> read(String resource) {
    var lines = new Properties();
    try (InputStream in = Titles.class.getResourceAsStream(resource)) {
      lines.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.stringPropertyNames().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                kind -> kind, kind -> List.of(lines.getProperty(kind).split(" *\\| *"))));
  }
}
