package dev.seeder.flyway;

import static dev.seeder.flyway.SeedMigration.repeatable;
import static dev.seeder.flyway.SeedMigration.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.Seeder;
import dev.seeder.rows.RowSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * What the migration of found seeds does on every database. Its seeds insert plainly: one that ran
 * a second time would fail.
 */
abstract class EachSeedOnceContract extends FlywayTest {

  /** Returns whether Flyway records that a migration failed, so that it has to be repaired. */
  boolean recordsFailures() {
    return false;
  }

  @Test
  void aSeedThatIsAddedInsertsItsRowsOnly() {
    migrate(demo("one", 1));
    RecordingLog.LINES.clear();

    assertThat(migrate(demo("one", 1), demo("two", 2))).isEqualTo(1);

    assertThat(books()).containsExactly(1, 2);
    assertThat(RecordingLog.LINES)
        .containsExactly("INFO Seeds of migration \"seeds\": one (applied before), two (1 row)");
    assertThat(history()).containsEntry("seeds", "seeds (one, two)");
    assertThat(migrate(demo("one", 1), demo("two", 2))).isZero();
  }

  @Test
  void aRaisedRevisionRunsThatSeedAndGoingBackRunsNone() {
    migrate(demo("one", 1), demo("two", 2));

    migrate(demo("one", 1), new Demo("two", 3, 2, Set.of(), Set.of()));
    assertThat(books()).containsExactly(1, 2, 3);

    assertThat(migrate(demo("one", 1), demo("two", 2))).isEqualTo(1);
    assertThat(books()).containsExactly(1, 2, 3);
  }

  @Test
  void aSeedThatIsRemovedAndComesBackRunsNothing() {
    migrate(demo("one", 1), demo("two", 2));

    migrate(demo("two", 2));
    migrate(demo("one", 1), demo("two", 2));

    assertThat(books()).containsExactly(1, 2);
  }

  @Test
  void aSeedThatASeederHasAppliedIsNotRunAgain() {
    migrate();
    Seeder.of(dataSource).seeds(demo("one", 1)).run();

    migrate(demo("one", 1), demo("two", 2));
    assertThat(books()).containsExactly(1, 2);

    Seeder.of(dataSource).seeds(demo("one", 1), demo("two", 2)).run();
    assertThat(books()).containsExactly(1, 2);
  }

  @Test
  void aSeedThatWasSkippedRunsOnceItsEnvironmentIsDeclared() {
    Seed genres = reference("genres", 1);
    Seed dev = new Demo("dev", 2, 1, Set.of(), Set.of("dev"));
    migrate(genres, dev);
    assertThat(history()).containsEntry("seeds", "seeds (genres) skipped (dev)");
    assertThat(migrate(genres, dev)).isZero();

    Flyway inDev = seeds(genres, dev).placeholders(Map.of("seederenv", "dev")).load();
    assertThat(inDev.migrate().migrationsExecuted).isEqualTo(1);

    assertThat(books()).containsExactly(1, 2);
    assertThat(inDev.migrate().migrationsExecuted).isZero();
    assertThatCode(inDev::validate).doesNotThrowAnyException();
  }

  @Test
  void whatIsSkippedIsNoChange() {
    Map<String, String> production = Map.of("seederenv", "production");
    seeds(reference("genres", 1), demo("one", 2)).placeholders(production).load().migrate();

    Flyway changed =
        seeds(reference("genres", 1), demo("one", 2), demo("two", 3))
            .placeholders(production)
            .load();

    assertThat(changed.migrate().migrationsExecuted).isZero();
    assertThatCode(changed::validate).doesNotThrowAnyException();
  }

  @Test
  void whereNoneIsForTheEnvironmentNothingIsPendingAndValidatePasses() {
    Seed dev = new Demo("dev", 1, 1, Set.of(), Set.of("dev"));
    Flyway undeclared = seeds(dev).load();
    assertThat(undeclared.migrate().migrationsExecuted).isEqualTo(1);
    assertThatCode(undeclared::validate).doesNotThrowAnyException();

    seeds(dev).placeholders(Map.of("seederenv", "dev")).load().migrate();
    assertThat(books()).containsExactly(1);

    assertThat(undeclared.migrate().migrationsExecuted).isZero();
    assertThat(undeclared.info().pending()).isEmpty();
    assertThatCode(undeclared::validate).doesNotThrowAnyException();
  }

  @Test
  void dependenciesGoAcrossMigrationsAndToSeedsAppliedBefore() {
    FluentConfiguration flyway =
        seeds(
                new Demo("two", 2, 1, Set.of("one"), Set.of()),
                new Demo("three", 3, 1, Set.of("two"), Set.of()))
            .javaMigrations(
                versioned("2", "one", demo("one", 1)),
                repeatable("the last", new Demo("four", 4, 1, Set.of("three"), Set.of())));

    flyway.load().migrate();

    assertThat(books()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aSeedMayNeedOneThatIsFoundNoMore() {
    migrate(demo("one", 1));

    migrate(new Demo("two", 2, 1, Set.of("one"), Set.of()));

    assertThat(books()).containsExactly(1, 2);
  }

  @Test
  void aGroupRunsThemToo() {
    seeds(demo("one", 1)).group(true).load().migrate();
    seeds(demo("one", 1), demo("two", 2)).group(true).load().migrate();

    assertThat(books()).containsExactly(1, 2);
    assertThat(applied()).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void aFailureLeavesNoneOfThemAndTheNextOneRunsThemAll() {
    Seed failing = Seed.of("two", seed -> insert(seed, 1));
    assertThatMigrateFails(seeds(demo("one", 1), failing).load())
        .hasMessageContaining("Seed \"two\" failed");

    assertThat(books()).isEmpty();
    Flyway corrected = seeds(demo("one", 1), demo("two", 2)).load();
    if (recordsFailures()) {
      assertThat(applied()).isEmpty();
      corrected.repair();
    }
    corrected.migrate();
    assertThat(books()).containsExactly(1, 2);
  }

  @Test
  void rowsThatFlywayNeverRecordedAreNotSeededAgain() {
    migrate(demo("one", 1));
    dsl.deleteFrom(DSL.table(DSL.name(HISTORY)))
        .where(DSL.field(DSL.name("description"), String.class).eq("seeds"))
        .execute();

    assertThat(migrate(demo("one", 1))).isEqualTo(1);

    assertThat(books()).containsExactly(1);
    assertThat(history()).containsKey("seeds");
  }

  @Test
  void seedsThatCommitInBetweenRunOnceToo() {
    Seed parts =
        new Demo("parts", 1, 1, Set.of(), Set.of()) {
          @Override
          public long commitEvery() {
            return 1;
          }
        };
    migrate(parts);
    migrate(parts, demo("two", 2));

    assertThat(books()).containsExactly(1, 2);
  }

  @Test
  void anEmptiedSchemaIsSeededAnew() {
    migrate(demo("one", 1));
    seeds().cleanDisabled(false).load().clean();

    migrate(demo("one", 1));

    assertThat(books()).containsExactly(1);
  }

  private int migrate(Seed... seeds) {
    return seeds(seeds).load().migrate().migrationsExecuted;
  }

  /** Returns Flyway with the table of books as version 1, and these seeds found. */
  private FluentConfiguration seeds(Seed... seeds) {
    var found = new FoundSeeds(() -> List.of(seeds), seeder -> seeder, null);
    return configuration("classpath:sql")
        .resolvers(new MigrationResolver[] {new SeedMigrationResolver(found)});
  }

  private List<Integer> books() {
    return dsl.select(Bookstore.ID).from(Bookstore.BOOK).orderBy(Bookstore.ID).fetch(Bookstore.ID);
  }

  private List<String> applied() {
    var seed = DSL.field(DSL.name("seed"), String.class);
    return dsl.select(seed)
        .from(DSL.table(DSL.name("seeder_history")))
        .where(seed.ne("(lock)"))
        .fetch(seed);
  }

  private static void insert(SeedContext seed, int id) {
    seed.insert(
        RowSource.of(
            Bookstore.BOOK,
            List.of(Bookstore.ID, Bookstore.TITLE),
            List.<Object[]>of(new Object[] {id, "Book " + id})));
  }

  private static Seed demo(String name, int id) {
    return new Demo(name, id, 1, Set.of(), Set.of());
  }

  private static Seed reference(String name, int id) {
    return new Demo(name, id, 1, Set.of(), Set.of()) {
      @Override
      public boolean isReferenceData() {
        return true;
      }
    };
  }

  /** Inserts one book. */
  private static class Demo implements Seed {

    private final String name;
    private final int id;
    private final int revision;
    private final Set<String> dependsOn;
    private final Set<String> environments;

    Demo(String name, int id, int revision, Set<String> dependsOn, Set<String> environments) {
      this.name = name;
      this.id = id;
      this.revision = revision;
      this.dependsOn = dependsOn;
      this.environments = environments;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int revision() {
      return revision;
    }

    @Override
    public Set<String> dependsOn() {
      return dependsOn;
    }

    @Override
    public Set<String> environments() {
      return environments;
    }

    @Override
    public void run(SeedContext seed) {
      insert(seed, id);
    }
  }
}
