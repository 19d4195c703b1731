package dev.seeder.rows;

import static dev.seeder.rows.Values.cardNumber;
import static dev.seeder.rows.Values.city;
import static dev.seeder.rows.Values.color;
import static dev.seeder.rows.Values.company;
import static dev.seeder.rows.Values.country;
import static dev.seeder.rows.Values.countryCode;
import static dev.seeder.rows.Values.countryCode3;
import static dev.seeder.rows.Values.currencyCode;
import static dev.seeder.rows.Values.email;
import static dev.seeder.rows.Values.fileName;
import static dev.seeder.rows.Values.firstName;
import static dev.seeder.rows.Values.fullName;
import static dev.seeder.rows.Values.iban;
import static dev.seeder.rows.Values.ip;
import static dev.seeder.rows.Values.isbn10;
import static dev.seeder.rows.Values.isbn13;
import static dev.seeder.rows.Values.json;
import static dev.seeder.rows.Values.lastName;
import static dev.seeder.rows.Values.paragraph;
import static dev.seeder.rows.Values.pattern;
import static dev.seeder.rows.Values.phone;
import static dev.seeder.rows.Values.postcode;
import static dev.seeder.rows.Values.product;
import static dev.seeder.rows.Values.sentence;
import static dev.seeder.rows.Values.street;
import static dev.seeder.rows.Values.text;
import static dev.seeder.rows.Values.url;
import static dev.seeder.rows.Values.username;

import java.util.LinkedHashMap;
import java.util.Map;

/** All text generators of {@link Values} that need nothing. */
final class Basics {

  private Basics() {}

  static Map<String, FittedText> all() {
    var all = new LinkedHashMap<String, FittedText>();
    put(all, "firstName", firstName());
    put(all, "lastName", lastName());
    put(all, "fullName", fullName());
    put(all, "username", username());
    put(all, "email", email());
    put(all, "recipient", fullName("recipient"));
    put(all, "company", company());
    put(all, "street", street());
    put(all, "city", city());
    put(all, "postcode", postcode());
    put(all, "country", country());
    put(all, "countryCode", countryCode());
    put(all, "countryCode3", countryCode3());
    put(all, "phone", phone());
    put(all, "product", product());
    put(all, "color", color());
    put(all, "currencyCode", currencyCode());
    put(all, "isbn10", isbn10());
    put(all, "isbn13", isbn13());
    put(all, "iban", iban());
    put(all, "cardNumber", cardNumber());
    put(all, "url", url());
    put(all, "ip", ip());
    put(all, "fileName", fileName());
    put(all, "json", json());
    put(all, "pattern", pattern("??-####"));
    put(all, "sentence", sentence());
    put(all, "text", text(20, 60));
    put(all, "paragraph", paragraph());
    return all;
  }

  private static void put(
      Map<String, FittedText> all, String name, ValueGenerator<String> generator) {
    all.put(name, (FittedText) generator);
  }
}
