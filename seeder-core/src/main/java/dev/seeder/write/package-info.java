/** The way of rows into the database. Internal: not for use outside Seeder. */
@NullMarked
package dev.seeder.write;

import org.jspecify.annotations.NullMarked;
