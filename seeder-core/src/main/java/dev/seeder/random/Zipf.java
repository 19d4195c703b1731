package dev.seeder.random;

import java.util.random.RandomGenerator;

/**
 * Zipf's distribution: rank k comes up in proportion to 1 / k^exponent. Immutable.
 *
 * <p>By rejection-inversion (Hörmann, Derflinger: "Rejection-inversion to generate variates from
 * monotone discrete distributions", ACM Transactions on Modeling and Computer Simulation 6, 1996):
 * no table, and hardly ever more than one draw.
 */
public final class Zipf {

  private final long ranks;
  private final double exponent;
  private final double first;
  private final double last;
  private final double accepted;

  /** Makes the distribution of the ranks 1 to {@code ranks}, at least 1, and exponent above 0. */
  public Zipf(long ranks, double exponent) {
    if (ranks < 1 || !(exponent > 0) || Double.isInfinite(exponent)) {
      throw new IllegalArgumentException(
          "Zipf's distribution has "
              + ranks
              + " ranks and exponent "
              + exponent
              + ", expected 1 or more and above 0.");
    }
    this.ranks = ranks;
    this.exponent = exponent;
    this.first = integral(1.5) - 1;
    this.last = integral((double) ranks + 0.5);
    this.accepted = 2 - inverse(integral(2.5) - density(2));
  }

  /** Returns a rank, counted from 1. */
  public long draw(RandomGenerator random) {
    while (true) {
      double u = last + random.nextDouble() * (first - last);
      double x = inverse(u);
      long rank = Math.max(1, Math.min(ranks, (long) (x + 0.5)));
      if (rank - x <= accepted || u >= integral(rank + 0.5) - density((double) rank)) {
        return rank;
      }
    }
  }

  private double density(double x) {
    return StrictMath.exp(-exponent * StrictMath.log(x));
  }

  /** The integral of the density, up to a constant that makes it right for exponent 1 too. */
  private double integral(double x) {
    double log = StrictMath.log(x);
    double t = (1 - exponent) * log;
    double ratio =
        Math.abs(t) > 1e-8
            ? StrictMath.expm1(t) / t
            : 1 + t * 0.5 * (1 + t * (1 / 3.0) * (1 + 0.25 * t));
    return ratio * log;
  }

  private double inverse(double x) {
    double t = Math.max(-1, x * (1 - exponent));
    double ratio =
        Math.abs(t) > 1e-8 ? StrictMath.log1p(t) / t : 1 - t * (0.5 - t * (1 / 3.0 - 0.25 * t));
    return StrictMath.exp(ratio * x);
  }
}
