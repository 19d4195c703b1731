/**
 * What columns are for, guessed from their names: splitting of names, and the list of words that
 * mean something. Internal: not for use outside Seeder.
 */
@NullMarked
package dev.seeder.meaning;

import org.jspecify.annotations.NullMarked;
