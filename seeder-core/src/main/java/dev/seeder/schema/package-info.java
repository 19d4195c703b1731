/**
 * The live database as it is: tables, columns, keys, references and checks, read from its catalog.
 * Internal: not for use outside Seeder.
 */
@NullMarked
package dev.seeder.schema;

import org.jspecify.annotations.NullMarked;
