package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.core.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanFingerprintTest {

  /** A step whose text differs from one start to the next would be computed anew by every run. */
  @Test
  void stepsOfTheSameSettingsReadTheSameInEveryStart() {
    assertEquals(texts(), texts());
  }

  private static List<String> texts() {
    return NightlyPlan.of(Settings.defaults(), Optional.empty()).steps().stream()
        .map(Step::toString)
        .toList();
  }
}
