package dev.seeder.flyway;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Adds the seeds that were found to the migrations, and fails the command where Flyway would leave
 * a seed migration out with no more than a warning: a class that is not public, or whose
 * constructor or static initialiser throws.
 *
 * <p>Found by Flyway itself through its service file; for direct use only where Flyway does not
 * look there, such as for jars in the folder of its command line:
 *
 * <pre>{@code
 * flyway.resolvers=dev.seeder.flyway.SeedMigrationResolver
 * }</pre>
 *
 * <p>Found are the seeds named in files {@code META-INF/services/dev.seeder.Seed}; each has a
 * public constructor without parameters. Those that no other migration of the line holds, by their
 * names, are one repeatable migration, {@code seeds}, in which each runs once, as the table {@code
 * seeder_history} says. Flyway's placeholder {@code seederfind} turns that off where it is {@code
 * false}.
 */
public final class SeedMigrationResolver implements MigrationResolver {

  private static final String CLASS_FILE = ".class";

  private final FoundSeeds found;

  /** Makes a resolver; called by Flyway. */
  public SeedMigrationResolver() {
    this(FoundSeeds.BY_SERVICE_FILE);
  }

  /** Makes a resolver that finds seeds in other places too. */
  SeedMigrationResolver(FoundSeeds found) {
    this.found = found;
  }

  /** Looks at the seed migrations among the classes that Flyway has scanned, and finds seeds. */
  @Override
  public Collection<ResolvedMigration> resolveMigrations(Context context) {
    if (isReplaced(context.configuration)) {
      return List.of();
    }
    var others = new ArrayList<SeedMigration>();
    ClassLoader loader = context.configuration.getClassLoader();
    for (LoadableResource file :
        context.resourceProvider.getResources("", new String[] {CLASS_FILE})) {
      Class<? extends SeedMigration> type = seedMigration(file.getAbsolutePath(), loader);
      SeedMigration migration = type == null ? null : instance(type);
      if (migration != null) {
        others.add(migration);
      }
    }
    for (JavaMigration given : context.configuration.getJavaMigrations()) {
      if (given instanceof SeedMigration migration) {
        others.add(migration);
      }
    }
    FoundMigration migration = found.migration(context.configuration, others);
    return migration == null
        ? List.of()
        : List.of(
            migration.getResolvedMigration(context.configuration, context.statementInterceptor));
  }

  /** Returns whether the configuration names another one: Flyway always adds its own. */
  private boolean isReplaced(Configuration flyway) {
    boolean replaced = false;
    for (MigrationResolver named : flyway.getResolvers()) {
      if (named == this) {
        return false;
      }
      replaced |= named instanceof SeedMigrationResolver;
    }
    return replaced;
  }

  private static @Nullable Class<? extends SeedMigration> seedMigration(
      String path, ClassLoader loader) {
    String name = path.substring(0, path.length() - CLASS_FILE.length()).replace('/', '.');
    try {
      Class<?> type = Class.forName(name, false, loader);
      boolean candidate =
          SeedMigration.class.isAssignableFrom(type)
              && !Modifier.isAbstract(type.getModifiers())
              && !type.isAnonymousClass();
      return candidate ? type.asSubclass(SeedMigration.class) : null;
    } catch (ClassNotFoundException | LinkageError e) {
      // not a class of this class loader, or one whose parents are missing: no seed migration
      return null;
    }
  }

  /** Returns the migration as Flyway makes it; null if its owner hands one over. */
  private static @Nullable SeedMigration instance(Class<? extends SeedMigration> type) {
    try {
      Constructor<? extends SeedMigration> constructor = type.getDeclaredConstructor();
      if (!Modifier.isPublic(type.getModifiers())) {
        throw notPublic(type, "the class");
      }
      if (!Modifier.isPublic(constructor.getModifiers())) {
        throw notPublic(type, "its constructor without parameters");
      }
      return constructor.newInstance();
    } catch (NoSuchMethodException | IllegalAccessException e) {
      // made by its owner and handed to Flyway as an instance; or open to Flyway's module alone
      return null;
    } catch (InvocationTargetException | InstantiationException | LinkageError e) {
      throw failed(type, e);
    }
  }

  private static FlywayException notPublic(Class<?> type, String what) {
    return new FlywayException(
        "Class \""
            + type.getName()
            + "\" is a seed migration that Flyway cannot make, and would leave out.\n"
            + "  Found: "
            + what
            + " is not public\n"
            + "  To fix: make it public.");
  }

  private static FlywayException failed(Class<?> type, Throwable failure) {
    return new FlywayException(
        "Class \""
            + type.getName()
            + "\" is a seed migration that Flyway cannot make, and would leave out.\n"
            + "  Found: its constructor or a static initialiser failed, "
            + rootCause(failure)
            + "\n"
            + "  To fix: do the work in seeds() or schema(dsl); a migration is made for every"
            + " command, for \"info\" too.",
        failure);
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
