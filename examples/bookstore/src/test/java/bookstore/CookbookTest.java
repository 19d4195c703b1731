package bookstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;

import bookstore.seeds.BookstoreSeeds;
import dev.seeder.Seed;
import dev.seeder.Seeder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The recipes of the cookbook do what they promise. */
class CookbookTest {

  @TempDir private Path directory;

  static List<Recipe> recipes() throws IOException {
    return Recipe.all(Documents.read("docs/cookbook.md"));
  }

  static List<Recipe> recipesOfRows() throws IOException {
    return recipes().stream().filter(recipe -> recipe.place() != Recipe.Place.IN_TEST).toList();
  }

  static List<Recipe> recipesOfTests() throws IOException {
    return recipes().stream().filter(recipe -> recipe.place() == Recipe.Place.IN_TEST).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recipesOfTests")
  void testOfARecipePasses(Recipe recipe) throws Exception {
    String imports = Documents.blocks(Documents.read("docs/cookbook.md"), "java").get(0);
    Documents.compile(
        directory, "Cooked", recipe.source(imports + "import bookstore.BookstoreSchema;"));
    try (var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      EngineTestKit.engine("junit-jupiter")
          .selectors(selectClass(loader.loadClass(recipe.className())))
          .execute()
          .testEvents()
          .assertThatEvents()
          .haveAtLeastOne(event(finishedSuccessfully()))
          .doNotHave(event(finishedWithFailure()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recipesOfRows")
  void recipeDoesWhatItSays(Recipe recipe) throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("shop.db") + "?foreign_keys=true";
    DataSource dataSource = Flyway.configure().dataSource(url, null, null).getDataSource();
    try (CloseableDSLContext dsl = DSL.using(url)) {
      if (recipe.place() != Recipe.Place.IN_FLYWAY) {
        BookstoreSchema.create(dsl);
      }
      recipe.tables().forEach(dsl::execute);

      assertThatCode(() -> cook(recipe, dsl, dataSource))
          .as(recipe.title())
          .doesNotThrowAnyException();

      String question = questions().get(recipe.title());
      assertThat(dsl.fetchValue(question)).as("%s%n%s", recipe, question).isEqualTo(1);
      assertThat(dsl.fetch("pragma foreign_key_check")).as(recipe.title()).isEmpty();
    }
  }

  @Test
  void recipesAreShort() throws Exception {
    assertThat(recipes())
        .allSatisfy(recipe -> assertThat(recipe.code().lines().count()).isLessThanOrEqualTo(20));
  }

  @Test
  void everyRecipeIsQuestioned() throws Exception {
    assertThat(recipesOfRows())
        .extracting(Recipe::title)
        .hasSizeGreaterThan(17)
        .containsExactlyInAnyOrderElementsOf(questions().keySet());
  }

  /** Returns for each recipe a query that gives 1 where the rows are as they should be. */
  private static Map<String, String> questions() throws IOException {
    return Pattern.compile("^-- (.*)\\n((?s:.*?))(?=^-- |\\z)", Pattern.MULTILINE)
        .matcher(Documents.read("examples/bookstore/src/test/resources/bookstore/cookbook.sql"))
        .results()
        .collect(
            Collectors.toMap(
                (MatchResult question) -> question.group(1), question -> question.group(2)));
  }

  private void cook(Recipe recipe, DSLContext dsl, DataSource dataSource) throws Exception {
    String imports = Documents.blocks(Documents.read("docs/cookbook.md"), "java").get(0);
    Documents.compile(directory, "Cooked", recipe.source(imports));
    try (var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      Class<?> cooked = loader.loadClass("Cooked");
      if (recipe.place() == Recipe.Place.IN_SEED) {
        var seed = (Seed) cooked.getField("SEED").get(null);
        Seeder.of(dsl).seeds(BookstoreSeeds.of(100)).seeds(seed).run();
      } else {
        cooked.getMethod("run", DSLContext.class, DataSource.class).invoke(null, dsl, dataSource);
      }
    }
  }
}
