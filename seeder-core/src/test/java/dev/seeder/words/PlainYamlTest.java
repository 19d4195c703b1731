package dev.seeder.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.datafaker.Faker;
import net.datafaker.service.files.EnFile;
import net.datafaker.shaded.snakeyaml.Yaml;
import org.junit.jupiter.api.Test;

class PlainYamlTest {

  @Test
  void mapsListsAndTextsAreRead() {
    Map<String, Object> map =
        PlainYaml.read(
            """
            ---
            en:
              # a comment

              faker:
                name:
                  first: ['Ada', "Bob", Cy]
                  full_name:
                  - "#{first} Marsh"
                  - Lee O'Neil
                  parts:
                    - - one
                      - 'two'
                    - - three
                one: 'text'
                AL: "##"
            """
                .lines()
                .toList());

    assertThat(map)
        .isEqualTo(
            Map.of(
                "en",
                Map.of(
                    "faker",
                    Map.of(
                        "name",
                        Map.of(
                            "first",
                            List.of("Ada", "Bob", "Cy"),
                            "full_name",
                            List.of("#{first} Marsh", "Lee O'Neil"),
                            "parts",
                            List.of(List.of("one", "two"), List.of("three"))),
                        "one",
                        "text",
                        "AL",
                        "##"))));
  }

  @Test
  void datafakersFilesAreReadAsItsOwnParserReadsThem() throws IOException {
    int read = 0;
    for (EnFile file : EnFile.getFiles().toList()) {
      String name = "/en/" + file.getFile();
      String text = Faker.class.getResource(name) == null ? "" : text(name);
      try {
        Map<String, Object> ours = PlainYaml.read(text.lines().toList());
        assertThat(ours).as(file.getFile()).isEqualTo(onlyTexts(new Yaml().load(text)));
        read++;
      } catch (IllegalArgumentException e) {
        // refused
      }
    }
    assertThat(read).isGreaterThan(200);
  }

  @Test
  void whatIsNoTextIsNotTakenForOne() {
    Object other = PlainYaml.Other.NO_TEXT;

    assertThat(PlainYaml.read("a: [b, No, 12, 1st, 2020-01-01, 'yes', null]".lines().toList()))
        .isEqualTo(Map.of("a", List.of("b", other, other, other, other, "yes", other)));
  }

  @Test
  void otherYamlIsRefused() {
    for (String line :
        List.of(
            "a: |",
            "a: &b c",
            "a: *b",
            "a: {b: c}",
            "a: b # c",
            "a: b: c",
            "a: \"b\\n\"",
            "a: 'b''c'",
            "a: \"b",
            "a: [b",
            "a: [b] c",
            "a: [[b]]",
            "a: !!str b",
            "a:",
            "? a",
            "- a",
            "<<: b",
            "\"a\": b",
            "a: ~",
            "a: b\n  c",
            "a:\n- b: c",
            "a:\n- b\n  c",
            "a:\n  b: c\n d: e",
            "yes: b",
            "a: -1",
            "\ta: b")) {
      assertThatIllegalArgumentException()
          .as(line)
          .isThrownBy(() -> PlainYaml.read(line.lines().toList()));
    }
  }

  private static String text(String name) throws IOException {
    try (InputStream stream = Faker.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Object onlyTexts(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> onlyTexts(entry.getValue())));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(PlainYamlTest::onlyTexts).toList();
    }
    return value instanceof String ? value : PlainYaml.Other.NO_TEXT;
  }
}
