package dev.seeder.check;

import static dev.seeder.check.Scene.UNCLEAR;

import dev.seeder.check.Term.Function;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The functions that conditions may call, by their names in lower case. */
final class Functions {

  private static final Map<String, Function> ALL = all();

  private Functions() {}

  /** Returns the function, or null if it is not known here. */
  static @Nullable Function of(String name, int arguments) {
    boolean list = (name.equals("min") || name.equals("max")) && arguments > 1;
    return ALL.get(list ? name + "," : name);
  }

  private static Map<String, Function> all() {
    Map<String, Function> all = new HashMap<>();
    TextFunctions.addTo(all);
    NumberFunctions.addTo(all);
    TimeFunctions.addTo(all);
    Function coalesce = (values, scene) -> values.present().stream().findFirst().orElse(null);
    all.put("coalesce", coalesce);
    all.put("ifnull", coalesce);
    all.put("nvl", coalesce);
    all.put("nullif", Functions::nullIf);
    Function choice = Functions::choice;
    all.put("if", choice);
    all.put("iif", choice);
    all.put("num_nulls", (values, scene) -> SqlValues.whole(values.nulls()));
    all.put("num_nonnulls", (values, scene) -> SqlValues.whole(values.size() - values.nulls()));
    all.put("isnull", (values, scene) -> scene.truth(values.nulls() > 0));
    all.put("xor", Functions::xor);
    all.put("typeof", (values, scene) -> typeOf(values.get(0)));
    Function valid = needing(1, (values, scene) -> scene.truth(true));
    // what is generated for a column of JSON is JSON
    all.put("json_valid", valid);
    all.put("is_json", valid);
    all.put("array", (values, scene) -> values.present());
    all.put("cardinality", needing(1, (values, scene) -> count(values)));
    all.put("array_length", needing(1, (values, scene) -> count(values)));
    return Map.copyOf(all);
  }

  /** Makes a function that is NULL for a NULL among its values, and asks for so many values. */
  static Function needing(int count, Function function) {
    return (values, scene) -> {
      if (values.size() < count) {
        return UNCLEAR;
      }
      return values.nulls() > 0 ? null : function.apply(values, scene);
    };
  }

  private static @Nullable Object nullIf(Arguments values, Scene scene) {
    if (values.size() != 2) {
      return UNCLEAR;
    }
    Object value = values.get(0);
    Object other = values.get(1);
    if (value == null || other == null) {
      return value;
    }
    Object order = Comparer.compare(value, other, scene);
    return order == UNCLEAR ? UNCLEAR : order.equals(0) ? null : value;
  }

  private static @Nullable Object choice(Arguments values, Scene scene) {
    if (values.size() < 2) {
      return UNCLEAR;
    }
    Object truth = SqlValues.truth(values.get(0), scene.habits());
    if (truth == UNCLEAR) {
      return UNCLEAR;
    }
    return Boolean.TRUE.equals(truth) ? values.get(1) : values.size() > 2 ? values.get(2) : null;
  }

  private static @Nullable Object xor(Arguments values, Scene scene) {
    Object left = SqlValues.truth(values.get(0), scene.habits());
    Object right = SqlValues.truth(values.get(1), scene.habits());
    if (left == null || right == null) {
      return null;
    }
    return left instanceof Boolean && right instanceof Boolean
        ? scene.truth(!left.equals(right))
        : UNCLEAR;
  }

  private static String typeOf(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof byte[] || value instanceof UUID) {
      return "blob";
    }
    return value instanceof BigInteger ? "integer" : value instanceof Number ? "real" : "text";
  }

  private static Object count(Arguments values) {
    return values.at(0) instanceof List<?> list ? SqlValues.whole(list.size()) : UNCLEAR;
  }
}
