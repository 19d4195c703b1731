/**
 * Patterns of texts, such as those of LIKE and regular expressions: testing texts, and making texts
 * that match. Internal: not for use outside Seeder.
 */
@NullMarked
package dev.seeder.pattern;

import org.jspecify.annotations.NullMarked;
