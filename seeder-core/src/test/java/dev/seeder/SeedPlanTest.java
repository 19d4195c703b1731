package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class SeedPlanTest {

  private record Planned(String name, Set<String> dependsOn, int revision, List<String> dataFiles)
      implements Seed {

    Planned(String name, Set<String> dependsOn, int revision) {
      this(name, dependsOn, revision, List.of());
    }

    @Override
    public void run(SeedContext seed) {
      throw new AssertionError("a plan runs nothing");
    }
  }

  @Test
  void keepsTheOrderGiven() {
    assertThat(order(seed("c"), seed("a"), seed("b"))).containsExactly("c", "a", "b");
  }

  @Test
  void putsDependenciesFirst() {
    assertThat(order(seed("orders", "books", "customers"), seed("customers"), seed("books")))
        .containsExactly("customers", "books", "orders");
    assertThat(order(seed("a"), seed("d", "c"), seed("c", "b"), seed("b")))
        .containsExactly("a", "b", "c", "d");
    assertThat(
            order(
                seed("top", "left", "right"),
                seed("right", "base"),
                seed("left", "base"),
                seed("base")))
        .containsExactly("base", "right", "left", "top");
  }

  @Test
  void doesNotDependOnTheOrderOfTheSetOfDependencies() {
    Seed rising = new Planned("d", new LinkedHashSet<>(List.of("a", "b", "c")), 1);
    Seed falling = new Planned("d", new LinkedHashSet<>(List.of("c", "b", "a")), 1);

    assertThat(order(rising, seed("b"), seed("a"), seed("c"))).containsExactly("b", "a", "c", "d");
    assertThat(order(falling, seed("b"), seed("a"), seed("c"))).containsExactly("b", "a", "c", "d");
  }

  @Test
  void returnsTheSeedsThemselves() {
    Seed books = seed("books");

    assertThat(SeedPlan.order(List.of(books)).keySet()).hasSize(1).first().isSameAs(books);
  }

  @Test
  void planIsImmutable() {
    Map<Seed, SeedHistory.Applied> planned = SeedPlan.order(List.of(seed("books")));

    assertThatThrownBy(planned::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesTwoSeedsOfOneName() {
    assertRefused(
        """
        Two seeds are named "books".
          They are: dev.seeder.SeedPlanTest$Planned and Seed.of(...) in dev.seeder.SeedPlanTest
          To fix: rename one of them, or pass it once.""",
        seed("books"),
        Seed.of("books", seed -> {}));
    assertRefused(
        """
        Two seeds are named "books".
          They are: Seed.of(...) in dev.seeder.SeedPlanTest and Seed.of(...) in \
        dev.seeder.SeedPlanTest$Body
          To fix: rename one of them, or pass it once.""",
        Seed.of("books", seed -> {}),
        Seed.of("books", new Body()));
  }

  private static final class Body implements Consumer<SeedContext> {
    @Override
    public void accept(SeedContext seed) {}
  }

  @Test
  void refusesTheSameSeedTwice() {
    Seed books = seed("books");

    assertRefused(
        """
        Seed "books" is given twice.
          To fix: pass it once.""",
        books,
        books);
  }

  @Test
  void namesWhatAnUnknownDependencyMayHaveMeant() {
    assertRefused(
        """
        Seed "orders" depends on "customer", which is not registered.
          Did you mean "customers"?
          Registered seeds: countries, customers, orders
          To fix: rename the dependency, or pass the missing seed to Seeder.seeds(...).""",
        seed("countries"),
        seed("customers"),
        seed("orders", "customer"));
    assertRefused(
        """
        Seed "orders" depends on "COUNTREIS", which is not registered.
          Did you mean "countries"?
          Registered seeds: countries, orders
          To fix: rename the dependency, or pass the missing seed to Seeder.seeds(...).""",
        seed("countries"),
        seed("orders", "COUNTREIS"));
  }

  @Test
  void doesNotGuessWhenNothingIsClose() {
    assertRefused(
        """
        Seed "orders" depends on "genres", which is not registered.
          Registered seeds: countries, orders
          To fix: rename the dependency, or pass the missing seed to Seeder.seeds(...).""",
        seed("countries"),
        seed("orders", "genres"));
    assertRefused(
        """
        Seed "a" depends on "xy", which is not registered.
          Registered seeds: a
          To fix: rename the dependency, or pass the missing seed to Seeder.seeds(...).""",
        seed("a", "xy"));
  }

  @Test
  void guessesTheSameInTurkish() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertRefused(
          """
          Seed "orders" depends on "INDICES", which is not registered.
            Did you mean "indices"?
            Registered seeds: indices, orders
            To fix: rename the dependency, or pass the missing seed to Seeder.seeds(...).""",
          seed("indices"),
          seed("orders", "INDICES"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void spellsOutCirclesOfDependencies() {
    assertRefused(
        """
        Seeds depend on each other in a circle: a -> a
          To fix: remove one of these dependencies.""",
        seed("a", "a"));
    assertRefused(
        """
        Seeds depend on each other in a circle: a -> b -> a
          To fix: remove one of these dependencies.""",
        seed("a", "b"),
        seed("b", "a"));
    assertRefused(
        """
        Seeds depend on each other in a circle: b -> c -> d -> b
          To fix: remove one of these dependencies.""",
        seed("a", "b"),
        seed("b", "c"),
        seed("c", "d"),
        seed("d", "b"));
  }

  @Test
  void spellsOutEachCircleOnce() {
    assertRefused(
        """
        Seeds depend on each other in a circle: a -> b -> a
          To fix: remove one of these dependencies.
        Seeds depend on each other in a circle: c -> d -> c
          To fix: remove one of these dependencies.""",
        seed("a", "b"),
        seed("b", "a"),
        seed("c", "d", "a"),
        seed("d", "c"),
        seed("e", "a", "c"));
  }

  @Test
  void refusesNamesThatCannotBeRecorded() {
    String tooLong = "n".repeat(201);

    for (String name : List.of("", " \t", tooLong, SeedHistory.LOCK)) {
      assertRefused(
          "The seed of dev.seeder.SeedPlanTest$Planned has the name \""
              + name
              + "\".\n  Expected: 1 to 200 characters, not only blanks, and not \""
              + SeedHistory.LOCK
              + "\", which the history uses.",
          seed(name));
    }
    assertThat(order(seed("n".repeat(200)))).hasSize(1);
  }

  @Test
  void refusesNullForANameOrAList() {
    assertRefused(
        """
        The seed of dev.seeder.SeedPlanTest$Planned has no name: name() returns null.
          To fix: return a name that is kept for good, such as "demo-books".""",
        new Planned(null, Set.of(), 1));
    assertRefused(
        """
        Seed "books" returns null from dependsOn().
          To fix: return Set.of() where there are none.
        Seed "books" returns null from dataFiles().
          To fix: return List.of() where there are none.
        Seed "sales" returns a null inside dependsOn().
          To fix: leave it out.
        Seed "sales" returns a null inside dataFiles().
          To fix: leave it out.""",
        new Planned("books", null, 1, null),
        new Planned("sales", Collections.singleton(null), 1, Collections.singletonList(null)));
  }

  @Test
  void refusesNullForEnvironments() {
    assertRefused(
        """
        Seed "books" returns null from environments().
          To fix: return Set.of() where there are none.""",
        new DatabaseContract.TestSeed("books", List.of(), 1, List.of(), false, null, seed -> {}));
  }

  @Test
  void tellsNothingOfAPlanThatDoesNotHold() {
    Seeder seeder = Seeder.of(DSL.using(SQLDialect.SQLITE)).seeds(seed("a", "b"), seed("b", "a"));

    assertThatThrownBy(seeder::skipped)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            Seeds depend on each other in a circle: a -> b -> a
              To fix: remove one of these dependencies.""");
  }

  @Test
  void refusesRevisionsBelowOne() {
    assertRefused(
        """
        Seed "books" has revision 0.
          Expected: 1 or more.""",
        new Planned("books", Set.of(), 0));
    assertRefused(
        """
        Seed "books" has revision -7.
          Expected: 1 or more.""",
        new Planned("books", Set.of(), -7));
  }

  @Test
  void refusesToRunNothing() {
    assertRefused(
        """
        There are no seeds to run.
          To fix: pass at least one to Seeder.seeds(...).""");
  }

  @Test
  void reportsEveryProblemAtOnce() {
    assertRefused(
        """
        Seed "books" has revision 0.
          Expected: 1 or more.
        Two seeds are named "books".
          They are: dev.seeder.SeedPlanTest$Planned and dev.seeder.SeedPlanTest$Planned
          To fix: rename one of them, or pass it once.
        The seed of dev.seeder.SeedPlanTest$Planned has no name: name() returns null.
          To fix: return a name that is kept for good, such as "demo-books".
        Seed "orders" depends on "book", which is not registered.
          Did you mean "books"?
          Registered seeds: books, orders, a, b, files
          To fix: rename the dependency, or pass the missing seed to Seeder.seeds(...).
        Seed "orders" depends on "warehouses", which is not registered.
          Registered seeds: books, orders, a, b, files
          To fix: rename the dependency, or pass the missing seed to Seeder.seeds(...).
        Seeds depend on each other in a circle: a -> b -> a
          To fix: remove one of these dependencies.
        Seed "files" reads the data file "nowhere.csv", which is not on the classpath.
          To fix: name it as under src/main/resources, such as "seeds/genres.csv".
        Seed "files" reads the data file "nowhere.json", which is not on the classpath.
          To fix: name it as under src/main/resources, such as "seeds/genres.csv".""",
        new Planned("books", Set.of(), 0),
        seed("books"),
        seed("orders", "warehouses", "book"),
        seed("a", "b"),
        seed("b", "a"),
        new Planned("files", Set.of(), 1, List.of("nowhere.csv", "nowhere.json")),
        new Planned(null, Set.of(), 1));
  }

  private static Seed seed(String name, String... dependsOn) {
    return new Planned(name, new LinkedHashSet<>(Arrays.asList(dependsOn)), 1);
  }

  private static List<String> order(Seed... seeds) {
    return SeedPlan.order(List.of(seeds)).keySet().stream().map(Seed::name).toList();
  }

  private static void assertRefused(String message, Seed... seeds) {
    assertThatThrownBy(() -> SeedPlan.order(List.of(seeds)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
  }
}
