package dev.seeder.rows;

import dev.seeder.check.Check;
import dev.seeder.meaning.Meaning;
import dev.seeder.pattern.TextPattern;
import dev.seeder.random.CellRandom;
import dev.seeder.schema.LiveTable;
import dev.seeder.words.Words;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.QueryPart;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a generator can be called by several threads and in any order: if all that it holds
 * is made of constants.
 *
 * <p>A lambda that uses a counter, an iterator, a set of what it gave before or the database holds
 * one, and has to be called row by row in the seed's own thread. Not safe for use by several
 * threads.
 */
final class Sharing {

  /** Where nothing that is made ready for a run changes any more. */
  private static final Set<String> OURS =
      Stream.of(
              Sharing.class,
              CellRandom.class,
              Check.class,
              LiveTable.class,
              Meaning.class,
              TextPattern.class,
              Words.class)
          .map(Class::getPackageName)
          .collect(Collectors.toUnmodifiableSet());

  private static final List<String> LIBRARIES = List.of("java.", "org.jooq.", "net.datafaker.");

  private static final List<Class<?>> CONSTANTS =
      List.of(
          String.class,
          Number.class,
          Boolean.class,
          Character.class,
          UUID.class,
          Locale.class,
          Class.class,
          TemporalAccessor.class,
          TemporalAmount.class,
          Clock.class,
          QueryPart.class);

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Returns whether all of the generators can be shared. */
  static boolean isShareable(Collection<? extends ValueGenerator<?>> generators) {
    var sharing = new Sharing();
    return generators.stream().allMatch(sharing::holdsConstants);
  }

  private boolean holdsConstants(@Nullable Object value) {
    if (value == null || value instanceof Enum || !seen.add(value)) {
      return true;
    }
    Class<?> type = value.getClass();
    if (OURS.contains(type.getPackageName())) {
      return allFields(value, true);
    }
    if (type.getName().startsWith("java.")) {
      // of the numbers, those that count are no constants
      return !type.getName().startsWith("java.util.concurrent.")
          && (CONSTANTS.stream().anyMatch(constant -> constant.isInstance(value))
              || type.getName().startsWith("java.util.ImmutableCollections"));
    }
    return !type.isArray() && (value instanceof QueryPart || allFields(value, false));
  }

  /** What is ours changes nothing, but may hold what is not ours. */
  private boolean allFields(Object holder, boolean ours) {
    for (Class<?> type = holder.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !isConstant(field, holder, ours)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isConstant(Field field, Object holder, boolean ours) {
    if (field.getType().isPrimitive()) {
      return ours || Modifier.isFinal(field.getModifiers());
    }
    if (!field.trySetAccessible()) {
      return false;
    }
    Object value;
    try {
      value = field.get(holder);
    } catch (IllegalAccessException e) {
      return false;
    }
    if (!ours) {
      return Modifier.isFinal(field.getModifiers()) && holdsConstants(value);
    }
    if (value instanceof Collection<?> elements) {
      return elements.stream()
          .allMatch(element -> !(element instanceof ValueGenerator) || holdsConstants(element));
    }
    return value == null || isOfALibrary(value.getClass()) || holdsConstants(value);
  }

  private static boolean isOfALibrary(Class<?> type) {
    return type.isArray() || LIBRARIES.stream().anyMatch(type.getName()::startsWith);
  }
}
