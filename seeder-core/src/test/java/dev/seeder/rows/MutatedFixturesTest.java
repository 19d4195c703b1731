package dev.seeder.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.seeder.Seed;
import dev.seeder.SeedException;
import dev.seeder.Seeder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jooq.CloseableDSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken anyhow are read, or refused with their mistakes; no row of them stays. */
class MutatedFixturesTest {

  private static final Table<Record> THING = table(name("thing"));
  private static final int FILES = 1_000;

  private static final String CSV =
      """
      code,name,price,born,flag,doc,picture
      NO,"Norway, ""Norge\""",9.99,2026-01-31,true,"{""a"": [1, null]}",0xCAFE
      007,"",,,,,
      \u00e9\ud83c\uddf8,"two
      lines",-1e3,0001-01-01,false,null,base64:yv4=
      """;

  private static final String JSON =
      """
      [{"code": "NO", "name": "Nor\\u0077ay", "price": 9.99, "born": "2026-01-31", "flag": true,
        "doc": {"a": [1, null]}, "picture": "0xCAFE"},
       {"code": 7, "name": "", "price": "1.5", "born": null, "flag": false, "doc": [],
        "picture": null}]
      """;

  private static final String YAML =
      """
      - code: NO
        name: "Nor\\u0077ay"
        price: 9.99
        born: 2026-01-31
        flag: true
        doc: {a: [1, null]}
        picture: 0xCAFE
      # more
      - {code: 007, name: '', price: 1.5, born: ~, flag: false, doc: [], picture: }
      - code: |
          two
          lines
        name: >-
          one
          line
        price: null
        born: null
        flag: null
        doc:
          - a: b
            c:
              - d
        picture: null
      """;

  private static final List<String> PIECES =
      List.of(
          "\"",
          "\"\"",
          ",",
          "\n",
          "\r",
          "\r\n",
          ";",
          "\t",
          "\0",
          " ",
          "null",
          "true",
          "-",
          "1e9999",
          "1e999999999",
          "9".repeat(400),
          "0x",
          "base64:",
          "[",
          "]",
          "{",
          "}",
          ":",
          "\\",
          "- ",
          "? ",
          "&a ",
          "*a",
          "!!str ",
          "!<tag:%zz> ",
          "|",
          ">",
          "%",
          "%YAML 9.9\n",
          "%TAG ! tag:x,2000:\n",
          "---\n",
          "...\n",
          "\\U00110000",
          "\\x0g",
          "\u0001",
          "\u0085",
          "\u2028",
          "\\ud800",
          "\ufeff",
          "\ud83d\ude00",
          "code",
          "name",
          "Price",
          "prize",
          "/*",
          "#",
          "'",
          "NaN",
          "2026-02-30",
          "[".repeat(1_100),
          "{\"a\":".repeat(1_100),
          "- ".repeat(1_100));

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"things.csv", "things.json", "things.yaml"})
  @Timeout(300)
  void areReadOrRefused(String file) throws IOException {
    Logger log = Logger.getLogger("dev.seeder"); // held, as loggers are collected
    Level before = log.getLevel();
    log.setLevel(Level.OFF);
    int refused = 0;
    var inserted = new AtomicLong();
    try (CloseableDSLContext dsl = DSL.using("jdbc:sqlite::memory:")) {
      dsl.execute(
          """
          create table thing (code varchar(10), name varchar(40), price decimal(8, 2), born date,
            flag boolean, doc json, picture varbinary(20))""");
      String content =
          Map.of("csv", CSV, "json", JSON, "yaml", YAML).get(file.substring(file.indexOf('.') + 1));
      byte[] whole = content.getBytes(StandardCharsets.UTF_8);
      Path path = directory.resolve(file);
      Seeder seeder =
          Seeder.of(dsl)
              .withoutHistory()
              .seeds(Seed.of("things", seed -> inserted.set(seed.insert(Fixture.of(THING, path)))));
      for (int i = 0; i < FILES; i++) {
        Files.write(path, mutated(whole, new Random(i)));
        long there;
        try {
          seeder.run();
          there = inserted.get();
        } catch (SeedException e) {
          assertThat(e.getCause())
              .as("file %s", i)
              .isExactlyInstanceOf(IllegalStateException.class);
          assertThat(e.getCause()).hasMessageStartingWith("The file \"").hasNoCause();
          there = 0;
          refused++;
        }
        assertThat(dsl.fetchCount(THING)).as("file %s", i).isEqualTo((int) there);
        dsl.deleteFrom(THING).execute();
      }
    } finally {
      log.setLevel(before);
    }
    assertThat(refused).isBetween(FILES / 4, FILES - FILES / 50);
  }

  private static byte[] mutated(byte[] whole, Random random) {
    byte[] bytes = whole;
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      int from = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, from + random.nextInt(1 + random.nextInt(20)));
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> spliced(bytes, from, to, new byte[0]);
            case 1 -> spliced(bytes, from, from, piece(random));
            case 2 -> spliced(bytes, from, to, piece(random));
            case 3 -> spliced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
            case 4 -> spliced(bytes, from, to, new byte[] {(byte) random.nextInt(256)});
            default -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, from) : bytes;
          };
    }
    return bytes;
  }

  private static byte[] piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
    var spliced = new ByteArrayOutputStream();
    spliced.write(bytes, 0, from);
    spliced.writeBytes(piece);
    spliced.write(bytes, to, bytes.length - to);
    return spliced.toByteArray();
  }
}
