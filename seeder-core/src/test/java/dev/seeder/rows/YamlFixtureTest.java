package dev.seeder.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class YamlFixtureTest extends CountryFixtures {

  YamlFixtureTest() {
    super(
        """
          code varchar(3) not null primary key, name varchar(40) not null, note text,
          area decimal(8, 2), founded date, member boolean, doc json""");
  }

  @Test
  void theColumnSaysWhatAValueIs() throws IOException {
    insert(
        yaml(
            """
            # countries
            - code: NO
              name: on
              note: 0x1F
              area: 007
              founded: 1814-05-17
              member: false
            - {code: 007, name: "line\\nfeed", note: 1e3, area: "1.50", founded: '2000-01-01', member: "true"}
            - founded: 2001-01-01
              member: true
              area: 1
              code: 1.0
              name: |
                two
                lines
              note: >-
                one
                line
            """));

    assertThat(rows("code, name, note, area, founded, member"))
        .containsExactly(
            "007|line\nfeed|1e3|1.5|2000-01-01|true",
            "1.0|two\nlines\n|one line|1|2001-01-01|true",
            "NO|on|0x1F|7|1814-05-17|false");
  }

  @Test
  void nullIsWrittenWithoutQuotes() throws IOException {
    insert(
        yaml(
            """
            - {code: a, name: null!, note: null}
            - {code: b, name: "null", note: ~}
            - {code: c, name: '~', note: }
            - {code: d, name: "", note: ""}
            - {code: e, name: nil, note: NULL}
            """));

    assertThat(rows("code, name, coalesce(note, 'is null')"))
        .containsExactly(
            "a|null!|is null", "b|null|is null", "c|~|is null", "d||", "e|nil|is null");
  }

  @Test
  void aColumnOfJsonTakesWhatIsThere() throws IOException {
    insert(
        yaml(
            """
            - code: a
              name: deep
              doc:
                NO: [1, 2.50, -0, 007, null, yes, true, "true", {a: [], b: {}}]
                "say \\"hi\\"": ~
            - {code: b, name: number, doc: 1.50}
            - {code: c, name: text, doc: plain text}
            - {code: d, name: quoted, doc: "1.50"}
            - {code: e, name: nothing, doc: null}
            """));

    assertThat(rows("code, doc"))
        .containsExactly(
            "a|{\"NO\":[1,2.50,-0,\"007\",null,\"yes\",true,\"true\",{\"a\":[],\"b\":{}}],\"say \\\"hi\\\"\":null}",
            "b|1.5",
            "c|\"plain text\"",
            "d|\"1.50\"",
            "e|null");
  }

  @Test
  void takesAByteOrderMarkAndAnyLineEnds() throws IOException {
    insert(yaml("\uFEFF---\r\n- code: no\r\n  name: Nor\u00e9\ud83c\uddf3\r\n...\r\n"));
    insert(yaml("[]"));

    assertThat(rows("code, name")).containsExactly("no|Nor\u00e9\ud83c\uddf3");
  }

  @Test
  void refusesAnchorsAliasesAndTags() throws IOException {
    assertThat(
            mistakes(
                yaml(
                    """
                    - code: &a a
                      name: *a
                      note: !!javax.script.ScriptEngineManager [!!java.net.URL ["http://127.0.0.1/"]]
                    - &row {code: b, name: !!str b, note: !x c}
                    - *row
                    """)))
        .containsExactly(
            "line 1, character 9: an anchor (&) is not read; leave it out, or quote the text.",
            "line 2, character 9: an alias (*) is not read; write the value itself, or quote the text.",
            "line 3, character 9: a tag (!) is not read; the column says what its values are.",
            "line 3, character 45: a tag (!) is not read; the column says what its values are.",
            "line 3, character 9: column \"note\" takes a text, not an array or an object.",
            "line 4, character 3: an anchor (&) is not read; leave it out, or quote the text.",
            "line 4, character 24: a tag (!) is not read; the column says what its values are.",
            "line 4, character 39: a tag (!) is not read; the column says what its values are.",
            "line 5, character 3: an alias (*) is not read; write the value itself, or quote the text.",
            "line 5, character 3: expected a row, \"- column: value\" and more such lines.");
  }

  @Test
  void aBombOfAliasesIsNotUnfolded() throws IOException {
    var bomb = new StringBuilder("- code: a\n  name: &b0 [x, x, x, x, x, x, x, x, x, x]\n  doc:\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("    - &b").append(i).append(" [");
      bomb.append(("*b" + (i - 1) + ", ").repeat(9)).append("*b").append(i - 1).append("]\n");
    }

    assertThat(mistakes(yaml(bomb.toString())))
        .hasSize(21)
        .contains(
            "line 4, character 12: an alias (*) is not read; write the value itself, or quote the text.");
  }

  @Test
  void tellsWhatIsNoListOfRows() throws IOException {
    String expected = "expected a list of rows, each of \"- column: value\" and more such lines.";
    assertThat(mistakes(yaml(""))).containsExactly("line 1, character 1: " + expected);
    assertThat(mistakes(yaml("code: no\n"))).containsExactly("line 1, character 1: " + expected);
    assertThat(mistakes(yaml("- a\n- b\n")))
        .containsExactly(
            "line 1, character 3: expected a row, \"- column: value\" and more such lines.");
    assertThat(mistakes(yaml("- {}\n")))
        .containsExactly("line 1, character 3: the first row has no columns.");
    assertThat(mistakes(yaml("- [a]: b\n")))
        .containsExactly("line 1, character 3: expected the name of a column.");
    assertThat(mistakes(yaml("- {code: a, name: b}\n---\n- {code: c, name: d}\n")))
        .containsExactly("line 2, character 1: expected nothing behind the list of rows.");
    assertThat(mistakes(yaml("- code: 'no\n  name: Norway\n")))
        .containsExactly("line 3, character 1: the file is not YAML from here on.");
    assertThat(mistakes(yaml("- code: no\n\tname: Norway\n")))
        .containsExactly("line 2, character 1: the file is not YAML from here on.");
  }

  @Test
  void tellsWhereRowsDiffer() throws IOException {
    assertThat(
            mistakes(
                yaml(
                    """
                    - code: no
                      name: Norway
                    - code: se
                    - code: fi
                      nam: Finland
                    - {code: dk, name: [Denmark], code: dk, note: 1}
                    - {code: 12.34, name: }
                    """)))
        .containsExactly(
            "line 3, character 3: column \"name\" is not in this row, but in the first one; a NULL is"
                + " written null.",
            "line 4, character 3: column \"name\" is not in this row, but in the first one; a NULL is"
                + " written null.",
            "line 5, character 8: column \"nam\" is not in the first row, but in this one.",
            "line 6, character 37: column \"code\" is in this row twice.",
            "line 6, character 47: column \"note\" is not in the first row, but in this one.",
            "line 7, character 10: column \"code\" takes a text of at most 3 characters, but this one"
                + " has 5.",
            "line 7, character 22: column \"name\" takes no NULL.");
  }

  @Test
  void tellsWhatItDoesNotRead() throws IOException {
    String tooLarge = "a text, a number or the depth of a value is beyond what is read.";
    assertThat(mistakes(yaml("- {code: a, name: " + "[".repeat(100_000))))
        .containsExactly("line 1, character 1019: " + tooLarge);
    assertThat(mistakes(yaml("- {code: a, name: " + "x".repeat(3_000_000))))
        .singleElement()
        .asString()
        .startsWith("line 1, character ")
        .endsWith(tooLarge);
    assertThat(mistakes(yaml("- {code: abcd, name: a}\n- {code: a, name: a\u0001b}\n")))
        .containsExactly(
            "line 1, character 10: column \"code\" takes a text of at most 3 characters, but this one"
                + " has 4.",
            "line 2, character 20: YAML has no such character; write it with a backslash, inside of"
                + " double quotes.");
    assertThat(mistakes(bytes("latin.yml", "- {code: at, name: \u00d6sterreich}")))
        .containsExactly(
            "line 1, character 20: the file is not in UTF-8 here; save it in that encoding.");
  }

  private Fixture yaml(String content) throws IOException {
    return file("rows.yaml", content);
  }
}
