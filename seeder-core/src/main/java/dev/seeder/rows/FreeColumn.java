package dev.seeder.rows;

import dev.seeder.check.Derived;
import dev.seeder.check.Limits;
import dev.seeder.random.CellRandom;
import dev.seeder.schema.LiveColumn;
import dev.seeder.schema.LiveTable;
import dev.seeder.schema.LiveType;
import dev.seeder.schema.LiveType.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a column holds that refers to nothing: what its name says, if the conditions on it
 * allow that; otherwise what they ask for; otherwise anything of its type.
 */
final class FreeColumn {

  private static final int SAMPLES = 48;

  private final LiveColumn column;
  private final LiveType type;
  private final TableChecks checks;
  private final RowScope scope;
  private final UnaryOperator<Object> toBound;
  private final Limits limits;

  private FreeColumn(LiveColumn column, TableChecks checks, RowScope scope) {
    this.column = column;
    this.type = column.type();
    this.checks = checks;
    this.scope = scope;
    this.toBound = inOwnForm(BoundTypes.conversion(type));
    this.limits = checks.limits(column.name());
  }

  /**
   * Returns the column as a unit.
   *
   * @param isThere whether a column of the table has a value in the same row
   * @param nullable whether the column may be NULL
   */
  static Unit unit(
      LiveTable table,
      LiveColumn column,
      TableChecks checks,
      Predicate<String> isThere,
      boolean nullable,
      RowScope scope) {
    var free = new FreeColumn(column, checks, scope);
    MeantValues meant = MeantValues.of(table, column, scope.clock());
    IndexedValues<?> values = meant == null ? null : free.fitting(meant.alone());
    ValueGenerator<?> generator = null;
    boolean own = false;
    if (meant != null && values != null) {
      String follows = meant.follows();
      ValueGenerator<?> made = meant.generator(follows != null && isThere.test(follows));
      own = values.distinct() && made == meant.alone();
      generator = made.prepare(scope);
    }
    if (values == null) {
      values = free.limited();
    }
    if (values == null) {
      free.requireKnown(table, nullable);
      values = free.any();
    }
    generator = generator == null ? values : generator;
    return Unit.generated(
        free.choices(values), free.bound(free.withMentioned(generator)), own, nullable);
  }

  private @Nullable IndexedValues<?> limited() {
    return fitting(LimitedValues.of(limits, type, scope.clock()));
  }

  private IndexedValues<?> any() {
    return TypeValues.of(type, scope.clock()).prepare(scope);
  }

  /** Texts that are to be in lower case, say, are so from the start: a key may count them. */
  private UnaryOperator<Object> inOwnForm(UnaryOperator<Object> conversion) {
    List<Derived> forms = type.kind() == Kind.TEXT ? checks.ownForms(column.name()) : List.of();
    if (forms.isEmpty()) {
      return conversion;
    }
    return value -> {
      Object made = value;
      for (Derived form : forms) {
        Object before = made;
        Object after = form.value(name -> before, scope.clock());
        made = after instanceof String ? after : before;
      }
      return conversion.apply(made);
    };
  }

  private void requireKnown(LiveTable table, boolean nullable) {
    if (type.kind() == Kind.OTHER && !nullable && !TypeValues.isYears(type)) {
      throw new IllegalStateException(
          "Column \""
              + table.simpleName()
              + "."
              + column.name()
              + "\" is NOT NULL and of type "
              + type.name()
              + ", of which no values are known.\n  To fix: give it some, as in"
              + " Factory.of(...).generate(field(name(\""
              + column.name()
              + "\"), ...), draw -> ...)");
    }
  }

  /** Returns the values, ready for the run, if most of them keep to the conditions. */
  private @Nullable IndexedValues<?> fitting(@Nullable IndexedValues<?> values) {
    if (values == null) {
      return null;
    }
    IndexedValues<?> ready;
    try {
      ready = values.prepare(scope);
    } catch (IllegalArgumentException e) {
      return null; // nothing is that short in the language of the run
    }
    long size = ready.size();
    long kept =
        LongStream.range(0, SAMPLES)
            .filter(i -> checks.allow(column.name(), bound(ready.at(CellRandom.pick(0, i, size)))))
            .count();
    return kept * 2 > SAMPLES ? ready : null;
  }

  private Object bound(@Nullable Object value) {
    return toBound.apply(Objects.requireNonNull(value));
  }

  private ValueGenerator<?> bound(ValueGenerator<?> values) {
    return draw -> {
      Object value = values.value(draw);
      return value == null ? null : toBound.apply(value);
    };
  }

  /** What conditions compare a column with is tried where its own values do not keep them. */
  private ValueGenerator<?> withMentioned(ValueGenerator<?> values) {
    List<Object> mentioned = new ArrayList<>();
    if (limits.allowed() == null && type.kind() != Kind.ENUM) {
      for (Object value : checks.mentioned(column.name())) {
        Object made = LimitedValues.ofKind(value, type);
        if (made != null && fits(made)) {
          mentioned.add(made);
        }
      }
    }
    if (mentioned.isEmpty()) {
      return values;
    }
    return draw ->
        draw.attempt() != 0 && draw.random().nextInt(2) == 0
            ? mentioned.get(draw.random().nextInt(mentioned.size()))
            : values.value(draw);
  }

  private boolean fits(Object value) {
    return (!(value instanceof String text) || text.length() <= type.length())
        && (!(value instanceof Long number) || (number >= type.low() && number <= type.high()))
        && checks.allow(column.name(), bound(value));
  }

  private Choices choices(IndexedValues<?> values) {
    if (type.kind() == Kind.INTEGER && limits.allowed() == null) {
      long low = Math.max(1, type.low());
      long high = type.high();
      if (values instanceof RangeValues<?> range
          && (limits.low() != null || limits.high() != null)) {
        low = limits.low() == null ? Math.min(low, range.high()) : range.low();
        high = limits.high() == null ? high : range.high();
      }
      return new CountedNumbers(column.name(), low, high, toBound);
    }
    if (!(values instanceof FittedText texts)) {
      return ColumnChoices.of(column.name(), values, toBound);
    }
    boolean limited = limits.maxLength() < Integer.MAX_VALUE || !limits.patterns().isEmpty();
    ColumnChoices numbered =
        limited ? null : ColumnChoices.numbered(column.name(), texts, type.length(), toBound);
    if (numbered != null) {
      return numbered;
    }
    IndexedValues<?> others = limited();
    return ContinuedTexts.of(column.name(), texts, others == null ? any() : others, toBound);
  }

  /** Returns what makes the column of others; of itself, it is made of what it would be. */
  static ValueGenerator<?> derived(
      LiveColumn column, Derived derived, ValueGenerator<?> otherwise, RowScope scope) {
    UnaryOperator<Object> toBound = BoundTypes.conversion(column.type());
    return draw -> {
      Object own = derived.from().contains(column.name()) ? otherwise.value(draw) : null;
      Object value =
          derived.value(
              name -> name.equals(column.name()) ? own : draw.valueOrNull(name), scope.clock());
      Object made =
          value == null ? null : LimitedValues.ofKind(rounded(value, column), column.type());
      return made == null ? null : toBound.apply(made);
    };
  }

  private static Object rounded(Object value, LiveColumn column) {
    LiveType type = column.type();
    return value instanceof BigDecimal number && type.kind() == Kind.DECIMAL && type.precision() > 0
        ? number.setScale(type.scale(), RoundingMode.HALF_UP)
        : value;
  }
}
