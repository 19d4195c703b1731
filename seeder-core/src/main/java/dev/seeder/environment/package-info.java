/**
 * Which environment a run is in, where its database is, and on which server. Internal: not for use
 * outside Seeder.
 */
@NullMarked
package dev.seeder.environment;

import org.jspecify.annotations.NullMarked;
