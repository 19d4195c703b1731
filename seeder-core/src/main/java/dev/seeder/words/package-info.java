/**
 * Datafaker's words, without its machinery: templates compiled to trees over its own lists.
 * Internal: not for use outside Seeder.
 */
@NullMarked
package dev.seeder.words;

import org.jspecify.annotations.NullMarked;
