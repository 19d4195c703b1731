package dev.seeder.rows;

/** Codes with check digits that are right, around digits that count. */
final class CheckedCodes {

  private static final long NINE_DIGITS = 1_000_000_000L;

  private CheckedCodes() {}

  static FittedText isbn13() {
    return articleNumber("ISBN", 978);
  }

  /** Of the range 200 to 299, which shops give out for themselves: on nothing that is sold. */
  static FittedText barcode() {
    return articleNumber("barcode", 200);
  }

  /** A group and nine digits; the weights are 3 and 1 by turns, from the right (ISO 2108). */
  private static FittedText articleNumber(String kind, long group) {
    return new CountedText(
        kind,
        NINE_DIGITS,
        13,
        index -> {
          long digits = group * NINE_DIGITS + index;
          int sum = 0;
          int weight = 3;
          for (long rest = digits; rest > 0; rest /= 10) {
            sum += (int) (rest % 10) * weight;
            weight = 4 - weight;
          }
          return Long.toString(digits * 10 + (10 - sum % 10) % 10);
        });
  }

  /** Nine digits; the weights are 2 to 10 from the right, X is ten (ISO 2108 of 1992). */
  static FittedText isbn10() {
    return new CountedText(
        "ISBN",
        NINE_DIGITS,
        10,
        index -> {
          char[] code = digits(10, index);
          int sum = 0;
          for (int i = 0; i < 9; i++) {
            sum += (code[i] - '0') * (10 - i);
          }
          int check = (11 - sum % 11) % 11;
          code[9] = check == 10 ? 'X' : (char) ('0' + check);
          return new String(code);
        });
  }

  /** German, of the bank 00000000, which does not exist (ISO 13616). */
  static FittedText iban() {
    return new CountedText(
        "IBAN",
        10 * NINE_DIGITS,
        22,
        index -> {
          // the account, then "DE" as numbers, then two zeros, modulo 97
          long remainder = (index % 97 * (1_000_000 % 97) + 131_400) % 97;
          long check = 98 - remainder;
          char[] code = digits(23, index);
          String account = new String(code, 12, 10);
          return "DE"
              + (char) ('0' + check / 10)
              + (char) ('0' + check % 10)
              + "00000000"
              + account;
        });
  }

  /** Of the range 400000, which is for tests; the last digit is by Luhn's formula (ISO 7812). */
  static FittedText cardNumber() {
    return new CountedText(
        "card number",
        NINE_DIGITS,
        16,
        index -> {
          char[] code = digits(16, 400_000 * NINE_DIGITS + index);
          int sum = 0;
          for (int i = 0; i < 15; i++) {
            int digit = (code[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
          }
          code[15] = (char) ('0' + (10 - sum % 10) % 10);
          return new String(code);
        });
  }

  /** Returns the number's digits, zeros before them, and one place after them. */
  private static char[] digits(int length, long number) {
    char[] result = new char[length];
    long rest = number;
    for (int i = length - 2; i >= 0; i--) {
      result[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    return result;
  }
}
