package dev.seeder.flyway;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Fails the command where Flyway would leave a seed migration out with no more than a warning: a
 * class that is not public, or whose constructor or static initialiser throws.
 *
 * <p>Found by Flyway itself through its service file; not for direct use. It resolves no migrations
 * of its own.
 */
public final class SeedMigrationResolver implements MigrationResolver {

  private static final String CLASS_FILE = ".class";

  /** Makes a resolver; called by Flyway. */
  public SeedMigrationResolver() {}

  /** Looks at the seed migrations among the classes that Flyway has scanned; returns none. */
  @Override
  public Collection<ResolvedMigration> resolveMigrations(Context context) {
    ClassLoader loader = context.configuration.getClassLoader();
    for (LoadableResource file :
        context.resourceProvider.getResources("", new String[] {CLASS_FILE})) {
      Class<? extends SeedMigration> type = seedMigration(file.getAbsolutePath(), loader);
      if (type != null) {
        check(type);
      }
    }
    return List.of();
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

  private static void check(Class<? extends SeedMigration> type) {
    try {
      Constructor<? extends SeedMigration> constructor = type.getDeclaredConstructor();
      if (!Modifier.isPublic(type.getModifiers())) {
        throw notPublic(type, "the class");
      }
      if (!Modifier.isPublic(constructor.getModifiers())) {
        throw notPublic(type, "its constructor without parameters");
      }
      constructor.newInstance();
    } catch (NoSuchMethodException | IllegalAccessException e) {
      // made by its owner and handed to Flyway as an instance; or open to Flyway's module alone
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
