package benchmarks;

import dev.seeder.rows.ValueGenerator;
import dev.seeder.rows.Values;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is measured, by name: "seeder.email", "unique.email", "datafaker.email". */
final class Kinds {

  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

  private Kinds() {}

  static ValueGenerator<?> of(String kind) {
    ValueGenerator<?> generator = all().get(kind);
    if (generator == null) {
      throw new IllegalArgumentException("No kind \"" + kind + "\": " + all().keySet());
    }
    return generator;
  }

  static Map<String, ValueGenerator<?>> all() {
    var all = new LinkedHashMap<String, ValueGenerator<?>>();
    all.put("constant", draw -> "value");
    all.put("seeder.firstName", Values.firstName());
    all.put("seeder.lastName", Values.lastName());
    all.put("seeder.fullName", Values.fullName());
    all.put("seeder.username", Values.username());
    all.put("seeder.email", Values.email());
    all.put("seeder.company", Values.company());
    all.put("seeder.street", Values.street());
    all.put("seeder.city", Values.city());
    all.put("seeder.postcode", Values.postcode());
    all.put("seeder.phone", Values.phone());
    all.put("seeder.product", Values.product());
    all.put("seeder.country", Values.country());
    all.put("seeder.color", Values.color());
    all.put("seeder.isbn13", Values.isbn13());
    all.put("seeder.isbn10", Values.isbn10());
    counted(all, "iban", Values.iban());
    counted(all, "cardNumber", Values.cardNumber());
    counted(all, "uuid", Values.uuid());
    all.put("seeder.url", Values.url());
    all.put("seeder.ip", Values.ip());
    all.put("seeder.fileName", Values.fileName());
    all.put("seeder.json", Values.json());
    all.put("seeder.pattern", Values.pattern("??-####"));
    counted(all, "sentence", Values.sentence());
    counted(all, "text", Values.text(20, 60));
    counted(all, "paragraph", Values.paragraph());
    all.put("seeder.oneOf", Values.oneOf("a", "b", "c", "d"));
    all.put("seeder.weighted", Values.weighted(Map.of("a", 50, "b", 30, "c", 15, "d", 5)));
    counted(all, "between", Values.between(1, 2_000_000_000));
    all.put("seeder.price", Values.price("4.99", "59.99"));
    all.put("seeder.normal", Values.normal(40, 10, 18, 90));
    all.put("seeder.logNormal", Values.logNormal(20_000, 3, 0, 100_000_000));
    all.put("seeder.zipf", Values.zipf(1_000_000, 1));
    all.put("seeder.date", Values.between(FIRST, LAST));
    all.put("seeder.seasonal", Values.seasonal(FIRST, LAST));
    all.put("seeder.growing", Values.growing(FIRST, LAST));
    datafaker(all);
    return all;
  }

  /** Only those with values for all the rows that are measured. */
  private static <T> void counted(
      Map<String, ValueGenerator<?>> all, String name, ValueGenerator<T> generator) {
    all.put("seeder." + name, generator);
    all.put("unique." + name, Values.unique(generator));
  }

  private static void datafaker(Map<String, ValueGenerator<?>> all) {
    all.put("datafaker.firstName", draw -> draw.faker().name().firstName());
    all.put("datafaker.lastName", draw -> draw.faker().name().lastName());
    all.put("datafaker.fullName", draw -> draw.faker().name().fullName());
    all.put("datafaker.username", draw -> draw.faker().credentials().username());
    all.put("datafaker.email", draw -> draw.faker().internet().emailAddress());
    all.put("datafaker.company", draw -> draw.faker().company().name());
    all.put("datafaker.street", draw -> draw.faker().address().streetAddress());
    all.put("datafaker.city", draw -> draw.faker().address().city());
    all.put("datafaker.postcode", draw -> draw.faker().address().postcode());
    all.put("datafaker.phone", draw -> draw.faker().phoneNumber().phoneNumber());
    all.put("datafaker.product", draw -> draw.faker().commerce().productName());
    all.put("datafaker.country", draw -> draw.faker().address().country());
    all.put("datafaker.color", draw -> draw.faker().color().name());
    all.put("datafaker.isbn13", draw -> draw.faker().code().isbn13());
    all.put("datafaker.isbn10", draw -> draw.faker().code().isbn10());
    all.put("datafaker.iban", draw -> draw.faker().finance().iban("DE"));
    all.put("datafaker.cardNumber", draw -> draw.faker().finance().creditCard());
    all.put("datafaker.uuid", draw -> draw.faker().internet().uuid());
    all.put("datafaker.url", draw -> draw.faker().internet().url());
    all.put("datafaker.ip", draw -> draw.faker().internet().ipV4Address());
    all.put("datafaker.fileName", draw -> draw.faker().file().fileName());
    all.put("datafaker.pattern", draw -> draw.faker().bothify("??-####", true));
    all.put("datafaker.sentence", draw -> draw.faker().lorem().sentence());
    all.put("datafaker.paragraph", draw -> draw.faker().lorem().paragraph());
    all.put("datafaker.oneOf", draw -> draw.faker().options().option("a", "b", "c", "d"));
    all.put("datafaker.between", draw -> draw.faker().number().numberBetween(1, 2_000_000_000));
    all.put("datafaker.price", draw -> draw.faker().commerce().price());
    var from = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
    var to = LAST.atStartOfDay().toInstant(ZoneOffset.UTC);
    all.put("datafaker.date", draw -> draw.faker().timeAndDate().between(from, to));
  }

  /** Returns the names of the values, in the order of the table that is printed. */
  static List<String> names() {
    return List.copyOf(all().keySet());
  }
}
