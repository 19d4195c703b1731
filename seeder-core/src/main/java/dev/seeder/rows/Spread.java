package dev.seeder.rows;

import dev.seeder.random.Normal;
import java.util.random.RandomGenerator;

/** How numbers lie between two ends. */
@FunctionalInterface
interface Spread {

  /** How much of the range the mean of {@link #recent} is away from its end. */
  double STEEP = 5;

  double draw(RandomGenerator random);

  /** Each equally often. */
  static Spread even(long low, long high) {
    return random -> low + random.nextDouble() * ((double) high - low);
  }

  /** Around the mean; two of three are nearer to it than the deviation. */
  static Spread bell(double mean, double deviation, long low, long high) {
    return new Normal(mean, deviation, (double) low, (double) high)::draw;
  }

  /** Half of them below the median, and few of them many times as high. */
  static Spread longTail(double median, double spread, long low, long high) {
    var logs =
        new Normal(
            StrictMath.log(median),
            StrictMath.log(spread),
            StrictMath.log(Math.max(0.5, (double) low)),
            StrictMath.log((double) high));
    return random -> StrictMath.exp(logs.draw(random));
  }

  /** The higher the likelier. */
  static Spread growing(long low, long high) {
    return random -> low + StrictMath.sqrt(random.nextDouble()) * ((double) high - low);
  }

  /** Most of them near the higher end. */
  static Spread recent(long low, long high) {
    return random -> high + StrictMath.log1p(-random.nextDouble()) / STEEP * ((double) high - low);
  }
}
