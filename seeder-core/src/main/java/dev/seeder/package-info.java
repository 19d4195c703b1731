/**
 * Runs seeds: {@link dev.seeder.Seed}, {@link dev.seeder.Seeder}, {@link dev.seeder.SeedReport}.
 *
 * <pre>{@code
 * SeedReport report = Seeder.of(dataSource).seeds(new Genres(), new DemoBooks()).run();
 * System.out.println(report);
 * }</pre>
 */
@NullMarked
package dev.seeder;

import org.jspecify.annotations.NullMarked;
