package dev.seeder.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values that a function is called with. */
final class Arguments {

  private final List<@Nullable Object> values = new ArrayList<>();

  void add(@Nullable Object value) {
    values.add(value);
  }

  int size() {
    return values.size();
  }

  @Nullable Object get(int index) {
    return values.get(index);
  }

  /** Returns a value that is known not to be null. */
  Object at(int index) {
    return Objects.requireNonNull(values.get(index), "value");
  }

  String text(int index) {
    return SqlValues.text(at(index));
  }

  int nulls() {
    return values.size() - present().size();
  }

  /** Returns the values that are not null. */
  List<Object> present() {
    List<Object> present = new ArrayList<>();
    for (Object value : values) {
      if (value != null) {
        present.add(value);
      }
    }
    return present;
  }
}
