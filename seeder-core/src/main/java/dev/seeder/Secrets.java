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

  String next(String account) {
    String secret =
        new SecureRandom()
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(LETTERS::charAt)
            .map(String::valueOf)
            .collect(Collectors.joining());
    told.add("secret of " + account + ": " + secret);
    return secret;
  }

  /** Returns what the report says of them. */
  Stream<String> told() {
    return told.stream();
  }
}
