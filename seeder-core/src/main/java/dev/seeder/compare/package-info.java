/** What a database holds, so that two states of it can be told apart. Internal. */
@NullMarked
package dev.seeder.compare;

import org.jspecify.annotations.NullMarked;
