package dev.seeder.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes as a build does. */
final class TestRun {

  private TestRun() {}

  static EngineExecutionResults of(Class<?>... types) {
    return of(Map.of(), types);
  }

  static EngineExecutionResults inParallel(Class<?>... types) {
    return of(
        Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
        types);
  }

  /** Returns how many tests passed, which are all. */
  static long passed(EngineExecutionResults results) {
    assertThat(failures(results)).isEmpty();
    return results.testEvents().succeeded().count();
  }

  /** Returns what made tests or their containers fail, in order. */
  static List<Throwable> failures(EngineExecutionResults results) {
    return results.allEvents().finished().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .flatMap(result -> result.getThrowable().stream())
        .toList();
  }

  private static EngineExecutionResults of(Map<String, String> parameters, Class<?>... types) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
    parameters.forEach(kit::configurationParameter);
    Arrays.stream(types).forEach(type -> kit.selectors(selectClass(type)));
    return kit.execute();
  }
}
