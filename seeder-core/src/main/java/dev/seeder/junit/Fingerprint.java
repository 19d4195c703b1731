package dev.seeder.junit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Collects what a state depends on.
 *
 * <p>Of code, the whole folder or jar that holds a class counts: a seed uses other classes and
 * files, and a state that is made once too often is better than an old one. Not safe for use by
 * several threads.
 */
final class Fingerprint {

  private static final int DIGITS = 16;

  private final MessageDigest digest = sha256();
  private final Set<Path> places = new TreeSet<>();

  /** Adds a text. */
  Fingerprint add(Object text) {
    digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  /** Adds the code beside a class. */
  Fingerprint addCode(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source != null && source.getLocation() != null) {
      addPlace(source.getLocation());
    }
    return this;
  }

  /** Adds what stands at a location of Flyway's, with the code beside it. */
  void addLocation(String location, ClassLoader loader) throws IOException {
    add(location);
    if (location.startsWith("filesystem:")) {
      places.add(Path.of(location.substring("filesystem:".length())).toAbsolutePath());
      return;
    }
    String name = location.replaceFirst("^classpath:", "").replaceFirst("^/|/$", "");
    for (URL found : Collections.list(loader.getResources(name))) {
      String text = found.toString();
      if (text.startsWith("file:")) {
        String folder = text.replaceFirst("/$", "");
        addPlace(new URL(folder.substring(0, folder.length() - name.length())));
      } else if (text.startsWith("jar:file:")) {
        addPlace(new URL(text.substring("jar:".length(), text.indexOf("!/"))));
      }
    }
  }

  /** Adds the content of a file on the classpath; one that is not there is the seeder's to tell. */
  void addResource(String name, ClassLoader loader) throws IOException {
    try (InputStream stream = loader.getResourceAsStream(name)) {
      digest.update(stream == null ? new byte[0] : stream.readAllBytes());
    }
  }

  /** Returns a name of what was added. */
  String hex() {
    try {
      for (Path place : places) {
        addContent(place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private void addPlace(URL url) {
    try {
      if (url.getProtocol().equals("file")) {
        places.add(new File(url.toURI()).toPath());
      }
    } catch (URISyntaxException e) {
      add(url);
    }
  }

  /** Adds the files of a folder with their content; a jar by its time, as it may be large. */
  private void addContent(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      add(place.getFileName());
      if (Files.exists(place)) {
        add(Files.size(place)).add(Files.getLastModifiedTime(place));
      }
      return;
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(place)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      add(place.relativize(file)).add(Files.size(file));
      digest.update(Files.readAllBytes(file));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
