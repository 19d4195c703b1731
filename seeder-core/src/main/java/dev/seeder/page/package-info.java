/** A look at seeded data: one page for a browser, and diagrams as text. */
@NullMarked
package dev.seeder.page;

import org.jspecify.annotations.NullMarked;
