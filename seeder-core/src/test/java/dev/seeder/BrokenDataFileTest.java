package dev.seeder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokenDataFileTest {

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restoreTheClassLoader() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void isNamedWithItsSeed() {
    Thread.currentThread()
        .setContextClassLoader(
            new ClassLoader(before) {
              @Override
              public InputStream getResourceAsStream(String name) {
                return new PipedInputStream();
              }
            });
    Seed genres = DatabaseContract.seed("genres", seed -> {}).reading("seeds/broken.csv");

    assertThatThrownBy(() -> SeedRevision.of(genres, new ArrayList<>()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Seed \"genres\" reads the data file \"seeds/broken.csv\", which could not be read.")
        .hasCauseInstanceOf(IOException.class);
  }
}
