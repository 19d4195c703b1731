package dev.seeder;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The passwords that a seed has made. Not safe for use by several threads. */
final class Secrets {

  /** Without those that look like another one. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int LENGTH = 20;

  private final List<String> told = new ArrayList<>();
  private final List<String> made = new ArrayList<>();

  String next(String account) {
    String secret =
        new SecureRandom()
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(LETTERS::charAt)
            .map(String::valueOf)
            .collect(Collectors.joining());
    made.add(secret);
    told.add("secret of " + account + ": " + secret);
    return secret;
  }

  /** Returns whether a text holds one of them. */
  boolean isIn(String text) {
    return made.stream().anyMatch(text::contains);
  }

  /** Returns what the report says of them. */
  Stream<String> told() {
    return told.stream();
  }
}
