package dev.seeder.check;

import org.jspecify.annotations.Nullable;

/** The operators that compare. */
enum Operator {
  EQUAL,
  DIFFERENT,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL;

  static @Nullable Operator of(String symbol) {
    return switch (symbol) {
      case "=", "==" -> EQUAL;
      case "<>", "!=" -> DIFFERENT;
      case "<" -> LESS;
      case "<=" -> LESS_OR_EQUAL;
      case ">" -> GREATER;
      case ">=" -> GREATER_OR_EQUAL;
      default -> null;
    };
  }

  /** Returns the operator between the same two sides in the other order. */
  Operator turned() {
    return switch (this) {
      case EQUAL, DIFFERENT -> this;
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
    };
  }

  /** Returns the operator that is true where this one is false. */
  Operator opposite() {
    return switch (this) {
      case EQUAL -> DIFFERENT;
      case DIFFERENT -> EQUAL;
      case LESS -> GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> GREATER;
      case GREATER -> LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> LESS;
    };
  }

  /** Returns whether it holds for sides that compare like this number and zero. */
  boolean holds(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case DIFFERENT -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }
}
