package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;

import net.datafaker.Faker;
import org.junit.jupiter.api.Test;

class VersionsTest {

  @Test
  void versionOfDatafakerIsTheOneOnTheClassPath() {
    String jar = Faker.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    assertThat(jar).endsWith("/datafaker-" + Versions.datafaker() + ".jar");
  }

  @Test
  void versionOfSeederIsFilledInByTheBuild() {
    assertThat(Versions.seeder()).matches("\\d+\\.\\d+\\.\\d+(-.+)?");
  }
}
