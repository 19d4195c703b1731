package dev.seeder.rows;

import dev.seeder.meaning.Meaning;
import dev.seeder.schema.LiveType;
import dev.seeder.schema.LiveType.Kind;
import java.util.List;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Texts for machines: addresses, hashes, numbers with check digits. */
final class MeantCodes {

  static final int UUID_LENGTH = 36;

  /** Has the form of bcrypt, and was made up: nobody knows a password that it verifies. */
  private static final String PASSWORD =
      "$2a$10$NoPasswordVerifiesHereseederMadeThisUpItIsNoHashOfAny";

  private static final List<String> DOMAINS =
      List.of(".example.com", ".example.org", ".example.net");

  private static final List<String> SITES =
      List.of("https://example.com/", "https://example.org/", "https://example.net/");

  private MeantCodes() {}

  /** Returns the texts of the meaning; null if it is no code, or one too long for the column. */
  static @Nullable FittedText of(Meaning meaning, LiveType type) {
    int length = type.length();
    return switch (meaning) {
      case PHONE -> phone(length);
      case ADDRESS_2 -> MeantTexts.fitting(partOfHouse(), 9, length);
      case URL -> words("URL", SITES, "-", List.of(""), 26, length);
      case PICTURE -> words("picture", SITES, "-", List.of(".jpg", ".png"), 30, length);
      case DOMAIN -> words("domain", List.of(""), "-", DOMAINS, 18, length);
      case SLUG -> words("slug", List.of(""), "-", List.of(""), 8, length);
      case FILE_NAME ->
          words("file name", List.of(""), "-", List.of(".pdf", ".jpg", ".csv"), 12, length);
      case FILE_PATH ->
          words("path", List.of("/data/", "/files/"), "/", List.of(".pdf", ".jpg"), 20, length);
      case IP -> MeantTexts.fitting((FittedText) Values.ip(), 14, length);
      case IPV6 -> MeantTexts.fitting(ipv6(), 19, length);
      case MAC_ADDRESS -> MeantTexts.fitting(mac(), 17, length);
      case PASSWORD -> password(type);
      case TOKEN -> hex(40, type);
      case HASH -> hex(64, type);
      case MD5 -> length < 32 ? null : new HexText(32);
      case SHA1 -> length < 40 ? null : new HexText(40);
      case SHA256 -> length < 64 ? null : new HexText(64);
      case SHA512 -> length < 128 ? null : new HexText(128);
      case COLOR_CODE -> color(length);
      case SETTINGS -> MeantTexts.fitting((FittedText) Values.json(), 45, length);
      case ISBN ->
          length < 13
              ? MeantTexts.fitting(CheckedCodes.isbn10(), 10, length)
              : CheckedCodes.isbn13();
      case BARCODE -> MeantTexts.fitting(CheckedCodes.barcode(), 13, length);
      case CARD_NUMBER -> MeantTexts.fitting(CheckedCodes.cardNumber(), 16, length);
      case IBAN -> MeantTexts.fitting(CheckedCodes.iban(), 22, length);
      default -> null;
    };
  }

  /** Returns a type of whole numbers with as many digits. */
  static LiveType digits(int length) {
    long high = (long) StrictMath.pow(10, Math.min(length, 9)) - 1;
    return new LiveType(
        Kind.INTEGER, "digits", SQLDataType.BIGINT, length, false, 0, 0, 0, high, List.of(), null);
  }

  private static @Nullable FittedText words(
      String kind, List<String> starts, String joint, List<String> ends, int shortest, int length) {
    return MeantTexts.fitting(JoinedWords.of(kind, starts, joint, ends), shortest, length);
  }

  /** Of the range for films in North America, where the column is too short for those of others. */
  private static @Nullable FittedText phone(int length) {
    if (length >= 16) {
      return new PhoneNumbers(length);
    }
    return length < 10
        ? null
        : new CountedText(
            "phone number", 80_000, 10, index -> Long.toString(MeantNumbers.phone(index)));
  }

  private static FittedText partOfHouse() {
    String[] parts = {"Apt. ", "Suite ", "Unit "};
    return new CountedText(
        "part of a house", 1_200, 9, index -> parts[(int) (index % 3)] + (index / 3 + 1));
  }

  static FittedText ipv6() {
    return new CountedText(
        "IP address",
        1L << 32,
        19,
        index ->
            "2001:db8::" + Long.toHexString(index >>> 16) + ":" + Long.toHexString(index & 0xffff));
  }

  /** Of those that are given out locally. */
  private static FittedText mac() {
    return new CountedText(
        "MAC address",
        1L << 40,
        17,
        index -> {
          var text = new StringBuilder("02");
          for (int shift = 32; shift >= 0; shift -= 8) {
            String part = Long.toHexString(0x100 | (index >>> shift & 0xff));
            text.append(':').append(part, 1, 3);
          }
          return text.toString();
        });
  }

  private static @Nullable FittedText password(LiveType type) {
    return type.length() < PASSWORD.length()
        ? hex(40, type)
        : CountedText.of("password", List.of(PASSWORD));
  }

  private static @Nullable FittedText hex(int digits, LiveType type) {
    int length = type.length();
    if (length < 6) {
      return null;
    }
    return new HexText(type.fixed() && length <= 1_024 ? length : Math.min(digits, length));
  }

  private static @Nullable FittedText color(int length) {
    FittedText digits = new HexText(6);
    return length < 6
        ? null
        : length == 6
            ? digits
            : new CountedText("color code", digits.size(), 7, index -> "#" + digits.at(index));
  }
}
