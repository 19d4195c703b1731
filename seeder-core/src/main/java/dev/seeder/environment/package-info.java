/**
 * Which environment a run is in, and whether its database is plainly on this machine. Internal: not
 * for use outside Seeder.
 */
@NullMarked
package dev.seeder.environment;

import org.jspecify.annotations.NullMarked;
