package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeedTest {

  @Test
  void needsOnlyANameAndABody() {
    Seed genres = Seed.of("genres", seed -> {});

    assertThat(genres.name()).isEqualTo("genres");
    assertThat(genres.revision()).isEqualTo(1);
    assertThat(genres.dependsOn()).isEmpty();
    assertThat(genres.dataFiles()).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // what happens to callers that do not check
  void namesTheArgumentThatIsNull() {
    assertThatThrownBy(() -> Seed.of(null, seed -> {}))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("name");
    assertThatThrownBy(() -> Seed.of("genres", null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("body");
  }
}
