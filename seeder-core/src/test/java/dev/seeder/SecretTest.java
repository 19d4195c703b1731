package dev.seeder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passwords that a seed makes, and who gets to know them. */
class SecretTest extends DatabaseContract {

  SecretTest() {
    super(TestDatabase.SQLITE);
  }

  @Test
  void aSecretIsRandomAndShownOnceByTheReport() {
    List<String> made = new ArrayList<>();
    Seed staff = Seed.of("staff", seed -> made.add(seed.secret("admin")));

    SeedReport first = seeder(staff).randomSeed(7).run();
    SeedReport second = seeder(staff).randomSeed(7).run();
    seeder(staff).randomSeed(7).withoutHistory().run();

    assertThat(made).hasSize(2).doesNotHaveDuplicates().allMatch(each -> each.matches("\\w{20}"));
    assertThat(reasons(first)).containsExactly("staff APPLIED: secret of admin: " + made.get(0));
    assertThat(reasons(second)).containsExactly("staff UNCHANGED: applied before");
  }

  @Test
  void aSeedThatFailsShowsNone() {
    Seed failing =
        Seed.of(
            "failing",
            seed -> {
              seed.secret("admin");
              throw new IllegalStateException("broken");
            });

    assertThat(reasons(failure(seeder(failing)).report())).containsExactly("failing FAILED: ");
  }
}
