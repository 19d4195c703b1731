package dev.seeder.junit;

import dev.seeder.Seed;
import dev.seeder.SeedReport;
import java.lang.annotation.Annotation;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Does in code what {@link Seeded} says by annotation, with seeds that are made by hand.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SeededDatabase DATABASE =
 *     SeededDatabase.sqlite().schema("db/bookstore.sql").seeds(new Genres(), new DemoBooks(1_000));
 *
 * @Test
 * void sellsTheLastCopy(DSLContext dsl) { ... }
 * }</pre>
 *
 * <p>Parameters, states and their reuse are as of {@link Seeded}; the code beside the test counts
 * as part of the state. The field is static: otherwise each test would make its own state.
 *
 * <p>Immutable and safe for use by several threads: every method that changes something returns a
 * copy.
 */
public final class SeededDatabase implements AfterEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(SeededDatabase.class);
  private static final List<Class<?>> PARAMETERS =
      List.of(DSLContext.class, DataSource.class, Connection.class, SeedReport.class);

  private final @Nullable Setup setup;

  /** Makes the extension that does what the annotation says; called by JUnit. */
  SeededDatabase() {
    this(null);
  }

  private SeededDatabase(@Nullable Setup setup) {
    this.setup = setup;
  }

  /** Returns databases of SQLite, a file for each test, without schema and seeds so far. */
  public static SeededDatabase sqlite() {
    return new SeededDatabase(Setup.of(null));
  }

  /**
   * Returns databases of another kind, without schema and seeds so far; see {@link Seeded#on()}.
   *
   * @param server asked once, when the first test needs it
   */
  public static SeededDatabase on(Supplier<? extends DataSource> server) {
    return new SeededDatabase(Setup.of(Objects.requireNonNull(server, "server")));
  }

  /** Sets the schema script, see {@link Seeded#schema()}. */
  public SeededDatabase schema(String script) {
    return new SeededDatabase(own().withSchema(Objects.requireNonNull(script, "script")));
  }

  /** Sets Flyway's locations, see {@link Seeded#migrations()}. */
  public SeededDatabase migrations(String... locations) {
    return new SeededDatabase(own().withMigrations(List.of(locations)));
  }

  /**
   * Adds something else that makes the schema, such as {@code dataSource -> liquibase(dataSource)};
   * run after script and migrations, and before the seeds.
   */
  public SeededDatabase prepare(Consumer<? super DataSource> step) {
    return new SeededDatabase(own().plusStep(Objects.requireNonNull(step, "step")));
  }

  /** Adds seeds; they run in the order given, dependencies first. */
  public SeededDatabase seeds(Seed... more) {
    return seeds(Arrays.asList(more));
  }

  /** Adds seeds; they run in the order given, dependencies first. */
  public SeededDatabase seeds(Collection<? extends Seed> more) {
    var seeds = new ArrayList<Seed>();
    more.forEach(seed -> seeds.add(Objects.requireNonNull(seed, "seed")));
    return new SeededDatabase(own().plusSeeds(seeds));
  }

  /** Lets all tests share one database to read, see {@link Seeded#readOnly()}. */
  public SeededDatabase readOnly() {
    return new SeededDatabase(own().withReadOnly(true));
  }

  /** Lets each run have other random data, see {@link Seeded#varied()}. */
  public SeededDatabase varied() {
    return new SeededDatabase(own().withVaried(true));
  }

  private Setup own() {
    return Objects.requireNonNull(setup, "made by a static method");
  }

  /** Returns whether a parameter is of a type of ours, and has no annotation of somebody else. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getAnnotations().length == 0
        && PARAMETERS.contains(parameter.getParameter().getType());
  }

  /** Returns the database of the test in the form that the parameter asks for. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    if (test.getTestMethod().isEmpty()) {
      throw new IllegalStateException(
          "\""
              + test.getRequiredTestClass().getName()
              + "\" asks for a "
              + type.getSimpleName()
              + " outside of a test, where there is none: each test has a database of its own.\n"
              + "  To fix: ask for it in the test, in @BeforeEach or in @AfterEach.");
    }
    UsedDatabase used = used(test);
    if (type == SeedReport.class) {
      return used.state().report();
    }
    if (type == DSLContext.class) {
      return used.database().dsl();
    }
    return type == Connection.class ? used.database().connection() : used.database().dataSource();
  }

  /** Lets the failure of a test show the random seed. */
  @Override
  public void afterEach(ExtensionContext test) {
    UsedDatabase used = test.getStore(NAMESPACE).get(this, UsedDatabase.class);
    if (used != null) {
      test.getExecutionException()
          .ifPresent(
              failure -> failure.addSuppressed(new RepeatNote(used.state().report().randomSeed())));
    }
  }

  private UsedDatabase used(ExtensionContext test) {
    return test.getStore(NAMESPACE)
        .getOrComputeIfAbsent(this, key -> use(test), UsedDatabase.class);
  }

  private UsedDatabase use(ExtensionContext test) {
    Seeded annotation = setup == null ? annotation(test) : null;
    boolean varied = annotation == null ? own().varied() : annotation.varied();
    Store run = test.getRoot().getStore(NAMESPACE);
    long randomSeed =
        nearest(test, RandomSeed.class)
            .map(RandomSeed::value)
            .orElseGet(() -> varied ? randomSeedOf(run) : 0L);
    Object source = annotation == null ? own() : annotation;
    PreparedState state =
        run.getOrComputeIfAbsent(
            new StateKey(source, randomSeed),
            key -> {
              Class<?> owner = test.getRequiredTestClass();
              Setup from = annotation == null ? own() : Setup.of(annotation, owner);
              return States.of(from, owner, annotation == null, randomSeed);
            },
            PreparedState.class);
    return new UsedDatabase(state, annotation == null ? own().readOnly() : annotation.readOnly());
  }

  private static Seeded annotation(ExtensionContext test) {
    return nearest(test, Seeded.class)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "\""
                        + test.getRequiredTestClass().getName()
                        + "\" is extended with SeededDatabase, and nothing says with what data.\n"
                        + "  To fix: replace @ExtendWith(SeededDatabase.class) by @Seeded(...), or by"
                        + " a static @RegisterExtension field."));
  }

  /** Returns the random seed of this run, for all tests with varied data. */
  private static long randomSeedOf(Store run) {
    return run.getOrComputeIfAbsent(
        "random seed", key -> ThreadLocalRandom.current().nextLong(1, 1_000_000_000), Long.class);
  }

  private static <A extends Annotation> Optional<A> nearest(ExtensionContext test, Class<A> type) {
    for (Optional<ExtensionContext> at = Optional.of(test);
        at.isPresent();
        at = at.get().getParent()) {
      Optional<A> found = AnnotationSupport.findAnnotation(at.get().getElement(), type);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A state is made once for the same annotation or field and the same random seed. */
  private record StateKey(Object source, long randomSeed) {}
}
