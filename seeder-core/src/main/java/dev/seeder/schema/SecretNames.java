package dev.seeder.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tells by a column's name whether its values are nobody's to see. */
public final class SecretNames {

  private static final List<String> SECRET =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "secret",
          "token",
          "apikey",
          "privatekey",
          "accesskey",
          "salt",
          "passwordhash",
          "credential",
          "otp",
          "pin",
          "hash",
          "digest");

  private SecretNames() {}

  /** Returns whether a column of this name, such as {@code password_hash}, holds secrets. */
  public static boolean isSecret(String column) {
    String name = column.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    String joined = name.replaceAll("[^a-z0-9]", "");
    List<String> words = Arrays.asList(name.split("[^a-z0-9]+", -1));
    return SECRET.stream()
        .anyMatch(
            secret -> words.contains(secret) || (secret.length() > 5 && joined.contains(secret)));
  }
}
