package dev.seeder.check;

import dev.seeder.pattern.MatchingTexts;
import dev.seeder.pattern.TextPattern;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * What conditions ask of one column, whatever the others hold.
 *
 * <p>Values are {@code BigDecimal, String, Boolean}, those of {@code java.time}, and {@code
 * Duration}. The ends of a range are dates and times also where the condition has their text.
 *
 * @param low where its values begin; null if anywhere
 * @param high where its values end; null if nowhere
 * @param allowed the only values it may have; null if that is not said
 * @param excluded values that it may not have
 * @param minLength the fewest characters of a text
 * @param maxLength the most characters of a text; {@link Integer#MAX_VALUE} if that is not said
 * @param patterns what texts have to match, all of them
 * @param notNull whether it may not be NULL
 * @param onlyNull whether it may be nothing but NULL; together with notNull no row is possible
 */
public record Limits(
    @Nullable End low,
    @Nullable End high,
    @Nullable List<Object> allowed,
    List<Object> excluded,
    int minLength,
    int maxLength,
    List<TextPattern> patterns,
    boolean notNull,
    boolean onlyNull) {

  /**
   * An end of a range.
   *
   * @param included whether the value itself belongs to the range
   */
  public record End(Object value, boolean included) {}

  /** Asks nothing. */
  public static final Limits NONE =
      new Limits(null, null, null, List.of(), 0, Integer.MAX_VALUE, List.of(), false, false);

  static final Limits ONLY_NULL =
      new Limits(null, null, null, List.of(), 0, Integer.MAX_VALUE, List.of(), false, true);

  static final Limits IMPOSSIBLE = ONLY_NULL.orNotNull(true);

  /** Compares the values of limits with each other. */
  private static final Scene SCENE =
      new Scene(column -> null, Clock.systemUTC(), Habits.of(SQLDialect.DEFAULT));

  /** Makes limits; the lists are copied. */
  public Limits {
    allowed = allowed == null ? null : List.copyOf(allowed);
    excluded = List.copyOf(excluded);
    patterns = List.copyOf(patterns);
  }

  static Limits range(@Nullable End low, @Nullable End high) {
    return new Limits(low, high, null, List.of(), 0, Integer.MAX_VALUE, List.of(), false, false);
  }

  static Limits allowed(List<Object> allowed) {
    return new Limits(
        null, null, allowed, List.of(), 0, Integer.MAX_VALUE, List.of(), false, false);
  }

  static Limits excluded(List<Object> excluded) {
    return new Limits(null, null, null, excluded, 0, Integer.MAX_VALUE, List.of(), false, false);
  }

  static Limits length(int min, int max) {
    return new Limits(null, null, null, List.of(), min, max, List.of(), false, false);
  }

  static Limits pattern(TextPattern pattern) {
    return new Limits(
        null, null, null, List.of(), 0, Integer.MAX_VALUE, List.of(pattern), false, false);
  }

  /**
   * Returns texts of these patterns and lengths; empty if there are no patterns, or if nobody here
   * can make texts of one. Ranges and excluded values are not looked at.
   */
  public Optional<MatchingTexts> texts(int maxLength) {
    return patterns.isEmpty()
        ? Optional.empty()
        : TextPattern.all(patterns).texts(minLength, Math.min(maxLength, this.maxLength));
  }

  /** Returns what both ask. */
  public Limits merge(Limits other) {
    List<TextPattern> allPatterns = new ArrayList<>(patterns);
    allPatterns.addAll(other.patterns);
    List<Object> allExcluded = new ArrayList<>(excluded);
    allExcluded.addAll(other.excluded);
    return new Limits(
        tighter(low, other.low, 1),
        tighter(high, other.high, -1),
        allowed == null || other.allowed == null
            ? (allowed == null ? other.allowed : allowed)
            : common(allowed, other.allowed),
        allExcluded,
        Math.max(minLength, other.minLength),
        Math.min(maxLength, other.maxLength),
        allPatterns,
        notNull || other.notNull,
        onlyNull || other.onlyNull);
  }

  /** Returns what is asked where one or the other is enough. */
  Limits or(Limits other) {
    if (onlyNull) {
      return other.orNotNull(notNull && other.notNull);
    }
    if (other.onlyNull) {
      return orNotNull(notNull && other.notNull);
    }
    List<Object> allAllowed = null;
    if (allowed != null && other.allowed != null) {
      allAllowed = new ArrayList<>(allowed);
      allAllowed.addAll(other.allowed);
    }
    List<TextPattern> these = patterns.isEmpty() ? allowedTexts() : patterns;
    List<TextPattern> others = other.patterns.isEmpty() ? other.allowedTexts() : other.patterns;
    boolean patternsInBoth = allAllowed == null && !these.isEmpty() && !others.isEmpty();
    return new Limits(
        looser(low, other.low, 1),
        looser(high, other.high, -1),
        allAllowed,
        common(excluded, other.excluded),
        Math.min(minLength, other.minLength),
        Math.max(maxLength, other.maxLength),
        patternsInBoth
            ? List.of(TextPattern.either(List.of(TextPattern.all(these), TextPattern.all(others))))
            : List.of(),
        notNull && other.notNull,
        false);
  }

  /** Returns a pattern of the only texts that are allowed; none if anything else is. */
  private List<TextPattern> allowedTexts() {
    if (allowed == null
        || allowed.isEmpty()
        || !allowed.stream().allMatch(String.class::isInstance)) {
      return List.of();
    }
    return List.of(
        TextPattern.either(
            allowed.stream().map(text -> TextPattern.exactly((String) text)).toList()));
  }

  Limits orNotNull(boolean isNotNull) {
    return new Limits(
        low, high, allowed, excluded, minLength, maxLength, patterns, isNotNull, onlyNull);
  }

  private static @Nullable End tighter(@Nullable End one, @Nullable End other, int sign) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    int order = order(one.value, other.value) * sign;
    return order > 0 || (order == 0 && !one.included) ? one : other;
  }

  private static @Nullable End looser(@Nullable End one, @Nullable End other, int sign) {
    if (one == null || other == null) {
      return null;
    }
    int order = order(one.value, other.value) * sign;
    return order < 0 || (order == 0 && one.included) ? one : other;
  }

  /** Compares; values that have no order are taken as the same, and the later end is kept. */
  private static int order(Object one, Object other) {
    return Comparer.compare(one, other, SCENE) instanceof Integer order ? order : 0;
  }

  private static List<Object> common(List<Object> one, List<Object> other) {
    return one.stream()
        .filter(value -> other.stream().anyMatch(each -> same(value, each)))
        .toList();
  }

  private static boolean same(Object one, Object other) {
    return one.equals(other)
        || (one instanceof BigDecimal && other instanceof BigDecimal && order(one, other) == 0);
  }
}
