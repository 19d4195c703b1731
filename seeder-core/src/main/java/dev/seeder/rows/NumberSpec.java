package dev.seeder.rows;

import dev.seeder.meaning.Meaning;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large the numbers of a meaning are.
 *
 * @param middle the mean or median
 * @param spread the deviation from the mean, or the factor from the median
 * @param step how far they are from each other
 * @param decimals how many they have where the type has more
 */
record NumberSpec(
    Curve curve, double middle, double spread, double low, double high, double step, int decimals) {

  private enum Curve {
    EVEN,
    /** Each equally often, with fewer digits where the type has fewer. */
    DIGITS,
    BELL,
    TAIL
  }

  /** With fewer digits than four it is no number of documents. */
  private static final double FEWEST = 1_000;

  /** Curve, middle, spread, lowest, highest, step and decimals. */
  private static final String SPECS =
      """
      AGE              bell     42   14     18         90      1  0
      BODY_HEIGHT      bell    172    9    150        200      1  2
      BODY_WEIGHT      bell     74   13     45        130    0.1  1
      PRICE            tail     25  2.5      1        500   0.01  2
      AMOUNT           tail     80    3      1       5000   0.01  2
      BALANCE          tail    900    4      0      50000   0.01  2
      SALARY           tail  48000  1.5  18000     200000    100  2
      BUDGET           tail 400000    5  10000   50000000   1000  2
      QUANTITY         tail      3  2.2      1        100      1  0
      STOCK            tail     60    3      0       1000      1  0
      WEIGHT           tail    2.5    4   0.05        200   0.01  2
      DIMENSION        tail     30  2.5      1        300    0.1  1
      AREA             tail    120    3     10      10000    0.1  1
      DISTANCE         tail     12    4    0.1        900    0.1  1
      TEMPERATURE      bell     15    9    -15         40    0.1  1
      ALTITUDE         tail    150    3      0       3000      1  1
      FILE_SIZE        tail 150000    8    200   50000000      1  0
      PERCENT          even     50   50      0        100    0.1  1
      PROBABILITY      even    0.5  0.5      0          1 0.0001  4
      RATING           bell    4.2  0.8      1          5    0.1  1
      SCORE            bell     68   15      0        100    0.1  1
      PAGES            tail    280  1.6     24       1200      1  0
      COUNT            tail      6    4      0      10000      1  0
      POPULATION       tail  80000    8    500   30000000      1  0
      FLOOR            tail      2    2      0         30      1  0
      ROOM             even    200  200    100        499      1  0
      HOUSE_NUMBER     tail     28  2.5      1        300      1  0
      PORT             even  25000 2500   1024      49151      1  0
      PIN              digits 550000  1 100000     999999      1  0
      AREA_CODE        even    600  400    200        999      1  0
      POSTCODE         even  55000    1  10000      99999      1  0
      CARD_END         even   5000    1      0       9999      1  0
      CARD_CHECK       even    550    1    100        999      1  0
      DOCUMENT_NUMBER  digits 550000  1 100000     999999      1  0
      STATUS           tail    0.8  1.8      0          2      1  0
      PRIORITY         bell      3    1      1          5      1  0
      LEVEL            tail      3    2      1         10      1  0
      MONTH            even      6    1      1         12      1  0
      DAY_OF_MONTH     even     14    1      1         28      1  0
      DAY_OF_WEEK      even      4    1      1          7      1  0
      HOUR             even     12    1      0         23      1  0
      MILLISECONDS     tail  40000    5      1   36000000      1  0
      SECONDS          tail    180    4      1      86400      1  0
      MINUTES          tail     40    2      1        480      1  0
      FILM_MINUTES     bell    108   18     60        200      1  0
      HOURS            tail      8    2      1        200    0.5  1
      DAYS             tail      5    2      1         60      1  0
      MONTHS           tail     12    2      1         60      1  0
      """;

  private static final Map<Meaning, NumberSpec> ALL = parse();

  static @Nullable NumberSpec of(Meaning meaning) {
    return ALL.get(meaning);
  }

  /** Returns rates: of a hundred, or of one. */
  static NumberSpec rate(boolean ofHundred) {
    return ofHundred
        ? new NumberSpec(Curve.EVEN, 15, 0, 0, 30, 0.5, 2)
        : new NumberSpec(Curve.EVEN, 0.15, 0, 0, 0.3, 0.005, 4);
  }

  /** Returns the same for a type whose highest number this is; null if it makes no sense there. */
  @Nullable NumberSpec upTo(double most) {
    if (most >= high) {
      return this;
    }
    return switch (curve) {
      case EVEN -> most >= 0.9 * high ? this : null;
      case BELL -> most >= middle + spread ? this : null;
      case DIGITS -> low / 10 < FEWEST ? null : dividedBy(10).upTo(most);
      case TAIL -> most >= 2 * middle || high < 1 ? this : dividedBy(10).upTo(most);
    };
  }

  /** Returns the same, so many times as small. */
  NumberSpec dividedBy(double divisor) {
    return new NumberSpec(
        curve,
        middle / divisor,
        curve == Curve.TAIL ? spread : spread / divisor,
        low / divisor,
        high / divisor,
        step / divisor,
        decimals);
  }

  /** Returns how the numbers lie between two ends, counted in units. */
  Spread spread(double unit, long from, long to) {
    return switch (curve) {
      case EVEN, DIGITS -> Spread.even(from, to);
      case BELL -> Spread.bell(middle * unit, spread * unit, from, to);
      case TAIL -> Spread.longTail(middle * unit, spread, from, to);
    };
  }

  private static Map<Meaning, NumberSpec> parse() {
    Map<Meaning, NumberSpec> all = new EnumMap<>(Meaning.class);
    for (String line : SPECS.strip().split("\n", -1)) {
      String[] cells = line.split(" +", -1);
      all.put(
          Meaning.valueOf(cells[0]),
          new NumberSpec(
              Curve.valueOf(cells[1].toUpperCase(Locale.ROOT)),
              Double.parseDouble(cells[2]),
              Double.parseDouble(cells[3]),
              Double.parseDouble(cells[4]),
              Double.parseDouble(cells[5]),
              Double.parseDouble(cells[6]),
              Integer.parseInt(cells[7])));
    }
    return all;
  }
}
