/** Who owns a transaction, and what may be done inside it. Internal: not for use outside Seeder. */
@NullMarked
package dev.seeder.transaction;

import org.jspecify.annotations.NullMarked;
