/**
 * Where rows come from: {@link dev.seeder.rows.Factory} generates them, {@link
 * dev.seeder.rows.Fixture} reads them from a file.
 *
 * <pre>{@code
 * static final Factory<BookRecord> BOOKS = Factory.of(BOOK)
 *     .generate(BOOK.TITLE, draw -> draw.faker().book().title())
 *     .generate(BOOK.AUTHOR_ID, existing(AUTHOR.ID))
 *     .set(BOOK.CURRENCY, "EUR");
 *
 * seed.insert(BOOKS.rows(50_000));
 * }</pre>
 */
@NullMarked
package dev.seeder.rows;

import org.jspecify.annotations.NullMarked;
