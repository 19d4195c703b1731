package dev.seeder.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclaredEnvironmentTest {

  private static final Map<String, String> PROPERTY = Map.of("seeder.environment", "property");
  private static final Map<String, String> VARIABLE = Map.of("SEEDER_ENVIRONMENT", "variable");

  @Test
  void codeComesBeforeThePropertyAndThatBeforeTheVariable() {
    assertThat(declared("code", PROPERTY, VARIABLE)).isEqualTo("code");
    assertThat(declared(null, PROPERTY, VARIABLE)).isEqualTo("property");
    assertThat(declared(null, Map.of(), VARIABLE)).isEqualTo("variable");
    assertThat(declared(null, Map.of(), Map.of())).isNull();
  }

  @Test
  void blankSaysNothing() {
    Map<String, String> blank = Map.of("seeder.environment", " ", "SEEDER_ENVIRONMENT", "");

    assertThat(declared("", PROPERTY, Map.of())).isEqualTo("property");
    assertThat(declared(null, blank, VARIABLE)).isEqualTo("variable");
    assertThat(declared(" ", blank, blank)).isNull();
    assertThat(declared(" staging ", blank, blank)).isEqualTo("staging");
  }

  private static String declared(
      String given, Map<String, String> properties, Map<String, String> variables) {
    return DeclaredEnvironment.of(given, properties::get, variables::get);
  }
}
