package dev.seeder.junit;

import dev.seeder.Seed;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants the databases of tests to be.
 *
 * @param server what supplies the database; null for SQLite
 */
record Setup(
    @Nullable Supplier<? extends DataSource> server,
    Preparation preparation,
    boolean readOnly,
    boolean varied) {

  static Setup of(@Nullable Supplier<? extends DataSource> server) {
    var nothing = new Preparation("", List.of(), List.of(), List.of());
    return new Setup(server, nothing, false, false);
  }

  /** Returns what an annotation says; seeds and supplier are made. */
  static Setup of(Seeded annotation, Class<?> test) {
    if (annotation.on().length > 1) {
      throw new IllegalArgumentException(
          "@Seeded of \""
              + test.getName()
              + "\" names "
              + annotation.on().length
              + " databases: "
              + Stream.of(annotation.on()).map(Class::getName).collect(Collectors.joining(", "))
              + "\n  Expected: one class in \"on\", or none for SQLite\n"
              + "  To fix: let another test class, or another method, be @Seeded on the other.");
    }
    var seeds = new ArrayList<Seed>();
    for (Class<? extends Seed> type : annotation.value()) {
      seeds.add(make(type, "seed", test));
    }
    return new Setup(
        annotation.on().length == 0 ? null : make(annotation.on()[0], "database", test),
        new Preparation(annotation.schema(), List.of(annotation.migrations()), List.of(), seeds),
        annotation.readOnly(),
        annotation.varied());
  }

  Setup withSchema(String schema) {
    return with(
        new Preparation(
            schema, preparation.migrations(), preparation.steps(), preparation.seeds()));
  }

  Setup withMigrations(List<String> migrations) {
    return with(
        new Preparation(
            preparation.schema(), migrations, preparation.steps(), preparation.seeds()));
  }

  Setup plusStep(Consumer<? super DataSource> step) {
    List<Consumer<? super DataSource>> steps = new ArrayList<>(preparation.steps());
    steps.add(step);
    return with(
        new Preparation(
            preparation.schema(),
            preparation.migrations(),
            List.copyOf(steps),
            preparation.seeds()));
  }

  Setup plusSeeds(List<Seed> more) {
    var seeds = new ArrayList<>(preparation.seeds());
    seeds.addAll(more);
    return with(
        new Preparation(
            preparation.schema(),
            preparation.migrations(),
            preparation.steps(),
            List.copyOf(seeds)));
  }

  Setup withReadOnly(boolean changed) {
    return new Setup(server, preparation, changed, varied);
  }

  Setup withVaried(boolean changed) {
    return new Setup(server, preparation, readOnly, changed);
  }

  private Setup with(Preparation changed) {
    return new Setup(server, changed, readOnly, varied);
  }

  private static <T> T make(Class<? extends T> type, String what, Class<?> test) {
    try {
      Constructor<? extends T> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException | InstantiationException e) {
      throw new IllegalArgumentException(
          "@Seeded of \""
              + test.getName()
              + "\" names the "
              + what
              + " \""
              + type.getName()
              + "\", which cannot be made.\n"
              + "  Expected: a class that is not abstract, with a constructor without parameters\n"
              + "  To fix: add one, or hand it over in code, to SeededDatabase."
              + (what.equals("seed") ? "seeds(...)" : "on(...)"),
          e);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          "@Seeded of \""
              + test.getName()
              + "\" names the "
              + what
              + " \""
              + type.getName()
              + "\", whose constructor failed: "
              + (e.getCause() == null ? e : e.getCause())
              + "\n  To fix: let the constructor do nothing that may fail, and the "
              + (what.equals("seed") ? "seed's run(...)" : "supplier's get()")
              + " the rest.",
          e);
    }
  }
}
