/**
 * Seeds as Flyway migrations: {@link dev.seeder.flyway.SeedMigration}.
 *
 * <pre>{@code
 * Flyway.configure()
 *     .dataSource(dataSource)
 *     .javaMigrations(SeedMigration.versioned("2", "demo books", new Genres(), new DemoBooks()))
 *     .load()
 *     .migrate();
 * }</pre>
 */
@NullMarked
package dev.seeder.flyway;

import org.jspecify.annotations.NullMarked;
