package bookstore;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One recipe of the cookbook, and the class that it becomes.
 *
 * @param title the problem, as the reader puts it
 * @param text what stands below the title
 */
record Recipe(String title, String text) {

  /** Where the code of a recipe stands. */
  enum Place {
    IN_SEED("public static final Seed SEED = Seed.of(\"recipe\", seed -> {", "});"),
    OUTSIDE(
        "public static void run(DSLContext dsl, DataSource dataSource) throws Exception {", "}"),
    IN_FLYWAY(OUTSIDE.opening, OUTSIDE.closing),
    IN_TEST(OUTSIDE.opening, OUTSIDE.closing);

    private final String opening;
    private final String closing;

    Place(String opening, String closing) {
      this.opening = opening;
      this.closing = closing;
    }
  }

  private static final Pattern MIGRATION = Pattern.compile("class (\\w+) extends SeedMigration");

  /** Returns the recipes of the cookbook, in order. */
  static List<Recipe> all(String cookbook) {
    return Pattern.compile("^### (.*)\\n((?s:.*?))(?=^###? |\\z)", Pattern.MULTILINE)
        .matcher(cookbook)
        .results()
        .map((MatchResult recipe) -> new Recipe(recipe.group(1), recipe.group(2)))
        .toList();
  }

  /** Returns the Java code, of which there is one block. */
  String code() {
    return Documents.blocks(text, "java").get(0);
  }

  /** Returns the statements that make the recipe's own tables. */
  List<String> tables() {
    return Documents.blocks(text, "sql").stream()
        .flatMap(block -> Pattern.compile(";\\n").splitAsStream(block))
        .toList();
  }

  /** Returns the name of the class, of which there is one in a recipe of tests. */
  String className() {
    return code().replaceFirst("(?s).*?class (\\w+) .*", "$1");
  }

  Place place() {
    if (code().contains("@Test")) {
      return Place.IN_TEST;
    }
    if (MIGRATION.matcher(code()).find()) {
      return Place.IN_FLYWAY;
    }
    return code().contains("Seeder.of(") ? Place.OUTSIDE : Place.IN_SEED;
  }

  /**
   * Returns the code as class {@code Cooked}: paragraphs that declare something become its members
   * or classes beside it, the others the body of its method.
   */
  String source(String imports) {
    var types = new ArrayList<String>();
    var members = new ArrayList<String>();
    var statements = new ArrayList<String>();
    for (String paragraph : code().split("\\n\\n(?=\\S)", -1)) {
      if (paragraph.matches("(?s)(@Seeded.*?\\n)?(public |final )?(class|record) .*")) {
        types.add(paragraph.replaceFirst("^public ", ""));
      } else if (paragraph.matches("(?s)(public )?static .*")) {
        members.add(paragraph);
      } else if (!paragraph.startsWith("package ")) {
        statements.add(paragraph);
      }
    }
    // Flyway finds it by scanning; here it is given the class, as its loader is another one
    Matcher migration = MIGRATION.matcher(code());
    if (migration.find()) {
      statements.add(
          "Flyway.configure().dataSource(dataSource).locations(new String[0])"
              + ".javaMigrations(new %s()).load().migrate();".formatted(migration.group(1)));
    }
    return """
        %s
        import static org.assertj.core.api.Assertions.assertThat;
        import javax.sql.DataSource;
        import org.flywaydb.core.Flyway;

        %s

        public class Cooked {
        %s

        %s
        %s
        %s
        }
        """
        .formatted(
            imports,
            String.join("\n\n", types),
            String.join("\n\n", members),
            place().opening,
            String.join("\n\n", statements),
            place().closing);
  }

  @Override
  public String toString() {
    return title;
  }
}
