package dev.seeder.random;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The randomness of one cell: SplitMix64, keyed by random seed, table, column and row.
 *
 * <pre>
 *   mix(z)    = the finalizer of SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom
 *               number generators", OOPSLA 2014), constants of Stafford's variant 13
 *   hash(s)   = mix(FNV-1a, 64 bit, over the UTF-16 units of s in lower case)
 *   columnKey = mix(mix(mix(randomSeed ^ SALT) ^ hash(table)) ^ hash(column) * GAMMA)
 *   state     = mix(columnKey + mix(row * GAMMA + 1))
 *   draw      = mix(state += GAMMA)
 * </pre>
 *
 * <p>Row and key are mixed before they meet: without that, neighbouring rows would draw related
 * values. Every method is defined here down to the bit, as the defaults of {@link RandomGenerator}
 * may change with a JDK. Not safe for use by several threads.
 */
public final class CellRandom implements RandomGenerator {

  private static final long GAMMA = 0x9e3779b97f4a7c15L;
  private static final long SALT = 0x5eede25eede25eedL;

  private long state;

  /** Returns the key of a column; upper and lower case of the names do not matter. */
  public static long columnKey(long randomSeed, String table, String column) {
    return mix(mix(mix(randomSeed ^ SALT) ^ hash(table)) ^ hash(column) * GAMMA);
  }

  /** Returns the first draw of {@link #nextLong(long)} of a cell, without an object for it. */
  public static long pick(long columnKey, long row, long bound) {
    return unsignedHigh(mix(mix(columnKey + mix(row * GAMMA + 1)) + GAMMA), bound);
  }

  /** Starts the draws of one cell. */
  public void begin(long columnKey, long row) {
    state = mix(columnKey + mix(row * GAMMA + 1));
  }

  /** Returns where the draws are, to be {@link #restore restored}. */
  public long state() {
    return state;
  }

  /** Goes on from where the draws were. */
  public void restore(long saved) {
    state = saved;
  }

  @Override
  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  @Override
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  @Override
  public int nextInt(int bound) {
    return (int) nextLong((long) bound);
  }

  @Override
  public int nextInt(int origin, int bound) {
    return (int) nextLong(origin, bound);
  }

  /** One draw, by multiplication; the bias is below bound / 2^64. */
  @Override
  public long nextLong(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("The bound must be positive, but is " + bound + ".");
    }
    return unsignedHigh(nextLong(), bound);
  }

  @Override
  public long nextLong(long origin, long bound) {
    if (origin >= bound) {
      throw new IllegalArgumentException(
          "The range from " + origin + " (inclusive) to " + bound + " (exclusive) is empty.");
    }
    // a width beyond Long.MAX_VALUE wraps to a negative number, which is right when unsigned
    return origin + unsignedHigh(nextLong(), bound - origin);
  }

  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  @Override
  public double nextDouble(double bound) {
    return nextDouble(0, bound);
  }

  @Override
  public double nextDouble(double origin, double bound) {
    requireRange(bound - origin, origin, bound);
    // rounding may reach the bound, which is not part of the range
    return Math.min(origin + nextDouble() * (bound - origin), Math.nextDown(bound));
  }

  @Override
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1.0p-24f;
  }

  @Override
  public float nextFloat(float bound) {
    return nextFloat(0, bound);
  }

  @Override
  public float nextFloat(float origin, float bound) {
    requireRange(bound - origin, origin, bound);
    return Math.min(origin + nextFloat() * (bound - origin), Math.nextDown(bound));
  }

  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    for (int i = 0; i < bytes.length; ) {
      long draw = nextLong();
      for (int n = Math.min(8, bytes.length - i); n > 0; n--) {
        bytes[i++] = (byte) draw;
        draw >>>= 8;
      }
    }
  }

  /** Two draws, by the method of Box and Muller (1958). */
  @Override
  public double nextGaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
  }

  @Override
  public double nextGaussian(double mean, double deviation) {
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException(
          "The deviation must be 0 or more, but is " + deviation + ".");
    }
    return mean + deviation * nextGaussian();
  }

  @Override
  public double nextExponential() {
    return -StrictMath.log(1 - nextDouble());
  }

  /** Returns the value with every bit mixed into every other. */
  public static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static void requireRange(double width, Object origin, Object bound) {
    if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The range from "
              + origin
              + " (inclusive) to "
              + bound
              + " (exclusive) is empty or not finite.");
    }
  }

  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      hash = (hash ^ lower.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  private static long unsignedHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }
}
