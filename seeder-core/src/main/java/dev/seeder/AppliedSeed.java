package dev.seeder;

import java.time.Duration;
import java.time.Instant;

/**
 * A seed that was applied, as the history has it. Immutable.
 *
 * <pre>{@code
 * List<String> names = Seeder.of(dataSource).applied().stream().map(AppliedSeed::seed).toList();
 * }</pre>
 *
 * @param seed the name of the seed
 * @param revision its revision, and behind a plus a digest of its data files if it has any, such as
 *     {@code "3+9f86d081884c7d65"}
 * @param randomSeed the number that drove everything random: {@link Seeder#randomSeed(long)}
 * @param generator what made the rows, with its versions, such as {@code "Seeder 1.0.0, Datafaker
 *     2.4.2"}
 * @param rows how many rows it inserted, as far as they were counted
 * @param startedAt when it began, by the clock of its machine
 * @param time how long it took
 */
public record AppliedSeed(
    String seed,
    String revision,
    long randomSeed,
    String generator,
    long rows,
    Instant startedAt,
    Duration time) {}
