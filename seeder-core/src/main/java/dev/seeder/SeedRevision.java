package dev.seeder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a seed's revision is recorded as: its number, and a digest of its data files if any. */
final class SeedRevision {

  private static final int DIGITS = 16;

  private SeedRevision() {}

  /**
   * Returns the revision as text, such as {@code "3"} or {@code "3+9f86d081884c7d65"}.
   *
   * @param problems takes the data files that are not on the classpath
   * @throws IllegalStateException if a data file cannot be read
   */
  static String of(Seed seed, List<String> problems) {
    List<String> files = seed.dataFiles();
    if (files == null || files.isEmpty()) {
      return Integer.toString(seed.revision());
    }
    MessageDigest digest = sha256();
    for (String file : files) {
      if (file != null) {
        digest.update(file.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(content(seed, file, problems));
        digest.update((byte) 0);
      }
    }
    String hex = HexFormat.of().formatHex(digest.digest());
    return seed.revision() + "+" + hex.substring(0, DIGITS);
  }

  private static byte[] content(Seed seed, String file, List<String> problems) {
    try (InputStream stream = open(seed, file)) {
      if (stream == null) {
        problems.add(
            "Seed \""
                + seed.name()
                + "\" reads the data file \""
                + file
                + "\", which is not on the classpath.\n"
                + "  To fix: name it as under src/main/resources, such as \"seeds/genres.csv\".");
        return new byte[0];
      }
      // one character per byte: keeps every byte, whatever the encoding is
      return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1)
          .replace("\r\n", "\n")
          .replace('\r', '\n')
          .getBytes(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalStateException(
          "Seed \""
              + seed.name()
              + "\" reads the data file \""
              + file
              + "\", which could not be read.",
          e);
    }
  }

  private static @Nullable InputStream open(Seed seed, String file) {
    ClassLoader own = seed.getClass().getClassLoader();
    InputStream stream = own == null ? null : own.getResourceAsStream(file);
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return stream == null && context != null ? context.getResourceAsStream(file) : stream;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
