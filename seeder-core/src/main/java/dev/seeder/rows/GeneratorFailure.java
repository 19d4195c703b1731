package dev.seeder.rows;

import org.jspecify.annotations.Nullable;

/** Says which column's generator threw something, and where; not what, as that may be a value. */
final class GeneratorFailure {

  private static final String OURS = GeneratorFailure.class.getPackageName() + ".";

  private GeneratorFailure() {}

  /**
   * Returns what to throw for it: itself, if it comes from this library, which names the column
   * where that is of use.
   */
  static RuntimeException of(RuntimeException thrown, String column) {
    StackTraceElement place = place(thrown);
    if (place == null || place.getClassName().startsWith(OURS)) {
      return thrown;
    }
    String where =
        place.getFileName() == null
            ? ""
            : " in " + place.getFileName() + ", line " + place.getLineNumber();
    // what the JDK throws may repeat a value, as UUID.fromString does
    boolean written =
        place.equals(thrown.getStackTrace()[0])
            && (thrown.getClass() == IllegalStateException.class
                || thrown.getClass() == IllegalArgumentException.class);
    return new IllegalStateException(
        written && thrown.getMessage() != null
            ? thrown.getMessage() + "\n  Said by the generator of column " + column + where + "."
            : "The generator of column "
                + column
                + " threw "
                + thrown.getClass().getName()
                + where
                + ".",
        thrown);
  }

  /** Returns the first place that is not of the JDK. */
  private static @Nullable StackTraceElement place(RuntimeException thrown) {
    for (StackTraceElement element : thrown.getStackTrace()) {
      if (!element.getClassName().startsWith("java.")
          && !element.getClassName().startsWith("jdk.")) {
        return element;
      }
    }
    return null;
  }
}
