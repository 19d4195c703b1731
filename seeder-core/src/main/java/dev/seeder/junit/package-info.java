/**
 * A seeded database for each test of JUnit 5: {@link dev.seeder.junit.Seeded}, or {@link
 * dev.seeder.junit.SeededDatabase} in code.
 *
 * <pre>{@code
 * @Seeded(schema = "db/bookstore.sql", value = {Genres.class, DemoBooks.class})
 * class CheckoutTest {
 *   @Test
 *   void sellsTheLastCopy(DSLContext dsl) { ... }
 * }
 * }</pre>
 *
 * <p>Needs {@code junit-jupiter-api}, tested with 5.14, which this library does not bring.
 */
@NullMarked
package dev.seeder.junit;

import org.jspecify.annotations.NullMarked;
