package dev.seeder.rows;

import dev.seeder.meaning.Meaning;
import dev.seeder.meaning.Sense;
import dev.seeder.rows.PersonText.Part;
import dev.seeder.schema.LiveType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Texts of a meaning, as a type of texts takes them. */
final class MeantTexts {

  private static final int ID_LENGTH = 10;

  /** Of a UUID without its dashes. */
  private static final int HEX_LENGTH = 32;

  private MeantTexts() {}

  /** Returns the texts of the sense; null if those that make sense are longer than the column. */
  static @Nullable IndexedValues<String> of(Sense sense, LiveType type, LocalDateTime now) {
    Meaning meaning = sense.meaning();
    int length = type.length();
    return switch (meaning) {
      case FIRST_NAME -> person(Part.FIRST_NAME, sense, 4, length);
      case LAST_NAME -> person(Part.LAST_NAME, sense, 5, length);
      case FULL_NAME -> person(Part.FULL_NAME, sense, 9, length);
      case USERNAME -> person(Part.USERNAME, sense, 6, length);
      case EMAIL -> person(Part.EMAIL, sense, 18, length);
      case JOB -> job(length);
      case BIO, DESCRIPTION -> sentence(length);
      case ARTICLE -> length < 400 ? sentence(length) : article(length);
      case TITLE -> fitting(JoinedWords.titles(3), 10, length);
      case NAME -> fitting(JoinedWords.titles(2), 6, length);
      case WORD -> fitting(JoinedWords.single(), 4, length);
      case COUNTRY -> length < 7 ? countryCode(length) : MeantLists.of(meaning, length);
      case COUNTRY_CODE -> countryCode(length);
      case STATE -> MeantLists.of(length < 8 ? Meaning.STATE_CODE : meaning, length);
      case CURRENCY_CODE -> currency(length);
      case DOCUMENT_NUMBER -> number(sense.of(), type);
      case YEAR, BIRTH_YEAR, EXPIRY_YEAR, HOUSE_NUMBER, HTTP_STATUS ->
          digits(MeantNumbers.of(meaning, MeantCodes.digits(length), now));
      case MOSTLY_TRUE, TRUE_OR_FALSE, SOMETIMES_TRUE, SELDOM_TRUE -> flags(meaning, length);
      case UUID -> length < MeantCodes.UUID_LENGTH ? hexUuids(length) : uuids();
      case ID -> id(type);
      default -> {
        FittedText code = MeantCodes.of(meaning, type);
        yield code == null ? MeantLists.of(meaning, length) : code;
      }
    };
  }

  /** Returns the texts, if columns of this length hold enough of them to be called that. */
  static @Nullable FittedText fitting(FittedText texts, int shortest, int length) {
    return length < shortest ? null : texts.fitting(length);
  }

  /** Without dashes, where there is no room for them. */
  private static @Nullable FittedText hexUuids(int length) {
    return length < HEX_LENGTH ? null : new HexText(HEX_LENGTH);
  }

  /** What is counted by hand or by a program; shorter texts are codes anyway. */
  private static @Nullable IndexedValues<String> id(LiveType type) {
    int length = type.length();
    if (length == MeantCodes.UUID_LENGTH) {
      return uuids();
    }
    if (type.fixed() || length < ID_LENGTH) {
      return null;
    }
    return length == HEX_LENGTH ? new HexText(HEX_LENGTH) : TypeValues.codes(ID_LENGTH);
  }

  private static @Nullable FittedText person(Part part, Sense sense, int shortest, int length) {
    return fitting(new InEnglish(PersonText.of(part, sense.of())), shortest, length);
  }

  private static @Nullable FittedText job(int length) {
    String template = length < 18 ? "#{job.position}" : "#{job.title}";
    return fitting(new InEnglish(Texts.of("job", template)), 10, length);
  }

  private static @Nullable FittedText sentence(int length) {
    return length < 12 ? null : new Prose("sentence", true, 1, Math.min(200, length));
  }

  private static FittedText article(int length) {
    return new Prose("text", false, 200, Math.min(1_200, length));
  }

  private static @Nullable FittedText countryCode(int length) {
    if (length == 3) {
      return IsoCodes.threeLetters();
    }
    return fitting(IsoCodes.twoLetters(), 2, length);
  }

  private static @Nullable FittedText currency(int length) {
    FittedText likely = MeantLists.of(Meaning.CURRENCY_CODE, length);
    return likely == null ? null : new DrawnText(likely, IsoCodes.currencies());
  }

  /** An order's begins with ORD. */
  private static @Nullable FittedText number(String of, LiveType type) {
    int length = type.length();
    String last = of.substring(of.lastIndexOf(' ') + 1);
    if (length < 4) {
      return null;
    }
    boolean marked = length >= 10 && !type.fixed() && last.matches("[a-z]{3,}");
    int most = type.fixed() ? 18 : 8;
    String pattern =
        marked
            ? last.substring(0, 3).toUpperCase(Locale.ROOT) + "-######"
            : "#".repeat(Math.min(most, length));
    return PatternText.of("number", pattern);
  }

  private static @Nullable IndexedValues<String> digits(@Nullable IndexedValues<?> numbers) {
    return numbers == null ? null : new MappedValues<>(numbers, String::valueOf);
  }

  private static @Nullable FittedText flags(Meaning meaning, int length) {
    List<String> words =
        switch (length) {
          case 1 -> List.of("Y", "N");
          case 5 -> List.of("true", "false");
          default -> List.of();
        };
    if (words.isEmpty()) {
      return null;
    }
    double share = MeantNumbers.share(meaning);
    return new DrawnText(
        WeightedValues.of(Map.of(words.get(0), share, words.get(1), 1 - share)),
        CountedText.of("truth value", words));
  }

  private static IndexedValues<String> uuids() {
    return new MappedValues<>(new RandomUuids(), UUID::toString);
  }
}
