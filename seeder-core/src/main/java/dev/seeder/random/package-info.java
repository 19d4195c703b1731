/**
 * Randomness that is a function of what it is for: cell by cell, reproducible to the bit. Internal:
 * not for use outside Seeder.
 */
@NullMarked
package dev.seeder.random;

import org.jspecify.annotations.NullMarked;
