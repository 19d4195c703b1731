package dev.seeder.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnNamesTest {

  private static final Set<Meaning> PEOPLE =
      EnumSet.of(
          Meaning.FIRST_NAME,
          Meaning.LAST_NAME,
          Meaning.FULL_NAME,
          Meaning.EMAIL,
          Meaning.USERNAME);

  /** A column of the lists, and what its best sense is. */
  record Example(ColumnNames names, String table, String column, Shape shape, String meaning) {

    @Override
    public String toString() {
      return table + "." + column + " " + shape + " is " + meaning;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void knowsColumns(Example example) {
    List<Sense> senses = example.names.senses(example.column, example.shape);

    assertThat(senses.isEmpty() ? "-" : best(senses.get(0), example.meaning.contains(" ")))
        .isEqualTo(example.meaning);
  }

  /** Whose it is matters for people. */
  private static String best(Sense sense, boolean withOwner) {
    Meaning meaning = sense.meaning();
    return withOwner || PEOPLE.contains(meaning)
        ? (meaning + " " + sense.of()).stripTrailing()
        : meaning.name();
  }

  static Stream<Example> examples() throws IOException {
    return Stream.concat(read("schemas.txt").stream(), read("names.txt").stream());
  }

  private static List<Example> read(String file) throws IOException {
    List<Example> examples = new ArrayList<>();
    List<String[]> columns = new ArrayList<>();
    String table = "";
    try (InputStream in = ColumnNamesTest.class.getResourceAsStream(file);
        var reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line : (Iterable<String>) reader.lines()::iterator) {
        if (line.startsWith("  ")) {
          columns.add(line.strip().split(" +", 3));
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          add(examples, table, columns);
          table = line;
          columns.clear();
        }
      }
    }
    add(examples, table, columns);
    return examples;
  }

  private static void add(List<Example> examples, String table, List<String[]> columns) {
    var names = ColumnNames.of(table, columns.stream().map(column -> column[0]).toList());
    for (String[] column : columns) {
      examples.add(new Example(names, table, column[0], Shape.valueOf(column[1]), column[2]));
    }
  }
}
