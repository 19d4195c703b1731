package dev.seeder.schema;

import dev.seeder.schema.LiveType.Kind;
import java.util.List;
import org.jooq.DataType;

/** Makes types that say only what matters for their kind. */
final class TypeShapes {

  static final int UNLIMITED = Integer.MAX_VALUE;

  private TypeShapes() {}

  static LiveType plain(Kind kind, String name, DataType<?> binding) {
    return sized(kind, name, binding, UNLIMITED, false);
  }

  /** Makes a type of texts, bytes or bits. */
  static LiveType sized(Kind kind, String name, DataType<?> binding, int length, boolean fixed) {
    return new LiveType(kind, name, binding, length, fixed, 0, 0, 0, 0, List.of(), null);
  }

  static LiveType integer(String name, DataType<?> binding, long low, long high) {
    return new LiveType(
        Kind.INTEGER, name, binding, UNLIMITED, false, 0, 0, low, high, List.of(), null);
  }

  /** Makes a type of numbers, or of times with so many digits in their second. */
  static LiveType digits(Kind kind, String name, DataType<?> binding, int precision, int scale) {
    return new LiveType(
        kind, name, binding, UNLIMITED, false, precision, scale, 0, 0, List.of(), null);
  }

  static LiveType enumeration(String name, DataType<?> binding, List<String> labels) {
    return new LiveType(Kind.ENUM, name, binding, UNLIMITED, false, 0, 0, 0, 0, labels, null);
  }

  /** Makes an array or a range. */
  static LiveType of(Kind kind, String name, DataType<?> binding, int length, LiveType element) {
    return new LiveType(kind, name, binding, length, false, 0, 0, 0, 0, List.of(), element);
  }
}
