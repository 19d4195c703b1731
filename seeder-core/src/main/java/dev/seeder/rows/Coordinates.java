package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import dev.seeder.schema.LiveType;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Latitudes or longitudes in and around cities; those of one row are of the same city.
 *
 * @param place which of a city's two coordinates it is
 * @param unit how many units make a degree
 */
record Coordinates<T>(int place, double unit, LongFunction<T> made) implements IndexedValues<T> {

  /** None of them beyond 99 degrees: many types hold two digits before the point. */
  private static final double[][] CITIES = {
    {52.52, 13.40}, {48.86, 2.35}, {51.51, -0.13}, {40.42, -3.70}, {41.90, 12.50},
    {59.33, 18.07}, {55.68, 12.57}, {60.17, 24.94}, {52.23, 21.01}, {48.21, 16.37},
    {50.08, 14.44}, {37.98, 23.73}, {38.72, -9.14}, {53.35, -6.26}, {47.37, 8.54},
    {40.71, -74.01}, {41.88, -87.63}, {29.76, -95.37}, {45.50, -73.57}, {43.65, -79.38},
    {25.76, -80.19}, {-23.55, -46.63}, {-34.60, -58.38}, {-12.05, -77.04}, {4.71, -74.07},
    {-33.45, -70.67}, {30.04, 31.24}, {-1.29, 36.82}, {-26.20, 28.05}, {6.52, 3.38},
    {28.61, 77.21}, {19.08, 72.88}, {23.81, 90.41}, {41.01, 28.98}, {25.20, 55.27}
  };

  /** How far from the middle of a city, in degrees. */
  private static final double AROUND = 0.2;

  private static final int DECIMALS = 6;

  static @Nullable Coordinates<?> of(boolean latitude, LiveType type) {
    NumberType numbers = NumberType.of(type, DECIMALS);
    double unit = numbers.units(1);
    return 99 * unit > numbers.high()
        ? null
        : new Coordinates<>(latitude ? 0 : 1, unit, numbers.made());
  }

  @Override
  public T value(Draw draw) {
    long city = CellRandom.mix(draw.sharedKey("(place)") + CellRandom.mix(draw.row()));
    double middle = CITIES[(int) Long.remainderUnsigned(city, CITIES.length)][place];
    double degrees = middle + draw.random().nextDouble(-AROUND, AROUND);
    return made.apply(Math.round(degrees * unit));
  }

  @Override
  public long size() {
    return (long) (2 * highest() * unit) + 1;
  }

  @Override
  public T at(long index) {
    return made.apply(index - (long) (highest() * unit));
  }

  /** Counted are all the degrees there are, rather than those of cities. */
  private int highest() {
    return place == 0 ? 90 : 99;
  }
}
