/**
 * What CHECK constraints ask of the rows of a table: conditions read, tested and turned into limits
 * and texts. Internal: not for use outside Seeder.
 */
@NullMarked
package dev.seeder.check;

import org.jspecify.annotations.NullMarked;
