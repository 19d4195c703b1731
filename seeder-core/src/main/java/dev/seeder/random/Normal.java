package dev.seeder.random;

import java.util.random.RandomGenerator;

/**
 * The normal distribution between two ends, in one draw: by the inverse of its cumulative function.
 * Immutable.
 *
 * <p>The inverse is algorithm AS 241, PPND16 (Wichura: "The percentage points of the normal
 * distribution", Applied Statistics 37, 1988), good to about 16 digits.
 */
public final class Normal {

  private static final double[] MIDDLE_OVER = {
    3.3871328727963665, 133.14166789178438, 1971.5909503065513,
    13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227
  };
  private static final double[] MIDDLE_UNDER = {
    1,
    42.31333070160091,
    687.1870074920579,
    5394.196021424751,
    21213.794301586597,
    39307.89580009271,
    28729.085735721943,
    5226.495278852854
  };
  private static final double[] TAIL_OVER = {
    1.4234371107496835, 4.630337846156546, 5.769497221460691,
    3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
    0.022723844989269184, 0.0007745450142783414
  };
  private static final double[] TAIL_UNDER = {
    1,
    2.053191626637759,
    1.6763848301838038,
    0.6897673349851,
    0.14810397642748008,
    0.015198666563616457,
    0.0005475938084995345,
    1.0507500716444169e-09
  };
  private static final double[] END_OVER = {
    6.657904643501103, 5.463784911164114, 1.7848265399172913,
    0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
    2.7115555687434876e-05, 2.0103343992922881e-07
  };
  private static final double[] END_UNDER = {
    1,
    0.599832206555888,
    0.1369298809227358,
    0.014875361290850615,
    0.0007868691311456133,
    1.8463183175100548e-05,
    1.421511758316446e-07,
    2.0442631033899397e-15
  };

  private final double mean;
  private final double deviation;
  private final double low;
  private final double high;
  private final double from;
  private final double width;

  /** Makes the distribution of this mean and deviation, of which only low to high is drawn. */
  public Normal(double mean, double deviation, double low, double high) {
    this.mean = mean;
    this.deviation = deviation;
    this.low = low;
    this.high = high;
    this.from = cumulative((low - mean) / deviation);
    this.width = cumulative((high - mean) / deviation) - from;
  }

  /** Returns a number from low to high. */
  public double draw(RandomGenerator random) {
    // a tail so far out that all of it is one number when rounded: then any of the range will do
    double drawn = random.nextDouble();
    double x =
        width > 0 ? mean + deviation * quantile(from + drawn * width) : low + drawn * (high - low);
    return Math.max(low, Math.min(high, x));
  }

  /** Returns what is exceeded with the probability 1 - p. */
  public static double quantile(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      return q * polynomial(MIDDLE_OVER, r) / polynomial(MIDDLE_UNDER, r);
    }
    double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
    double result =
        r <= 5
            ? polynomial(TAIL_OVER, r - 1.6) / polynomial(TAIL_UNDER, r - 1.6)
            : polynomial(END_OVER, r - 5) / polynomial(END_UNDER, r - 5);
    return q < 0 ? -result : result;
  }

  /** Halves the interval until the quantile is met: slow, but of the same formula. */
  private static double cumulative(double x) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 64; i++) {
      double middle = low + (high - low) / 2;
      if (quantile(middle) < x) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + (high - low) / 2;
  }

  private static double polynomial(double[] coefficients, double x) {
    double result = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      result = result * x + coefficients[i];
    }
    return result;
  }
}
