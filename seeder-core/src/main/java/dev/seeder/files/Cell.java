package dev.seeder.files;

import org.jspecify.annotations.Nullable;

/**
 * A value as a file has it.
 *
 * @param text what is written, without its quotes; null for NULL
 */
record Cell(@Nullable String text, Form form, Place place) {

  /** How the text is written. */
  enum Form {
    /** A cell without a syntax of its own. */
    PLAIN,
    /** A string of JSON; the text is what it stands for. */
    STRING,
    /** A number, a boolean, an array or an object of JSON; the text is its JSON. */
    JSON
  }
}
