package dev.kolrank.identity.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoincidencesTest {
  private static final Population PEOPLE = new Population(Map.of("weibo", 1_001L, "x", 1_001L));

  private static Pattern control(String level, long pairs) {
    return new Pattern("x|x", Map.of("name", level), pairs, Optional.empty());
  }

  private static double factor(List<Pattern> controls, String level) {
    return Coincidences.factors(controls, PEOPLE, 1).get("name " + level);
  }

  @Test
  void whereNobodyCoincidesTheDeclaredFactorStands() {
    double declared = Comparison.NAME.level("exact_16").orElseThrow().u();
    assertEquals(declared, factor(List.of(), "exact_16"), declared / 10);
  }

  @Test
  void namesakesAreSeenHoweverRareTheirName() {
    // 1,000 coincidences an account are due at zero bits; of 2^-16 - 2^-24 of them, 50 were seen
    double expected = 1_000 * (Math.pow(2, -16) - Math.pow(2, -24));
    double factor = factor(List.of(control("exact_16", 50)), "exact_16");
    assertTrue(factor > 0.5 * 50 / expected, "almost what was seen, not what was expected");
    assertTrue(factor <= 50.5 / expected, "not more");
  }

  @Test
  void oneCoincidenceAloneProvesLittle() {
    double before = factor(List.of(), "core_16");
    double after = factor(List.of(control("core_16", 1)), "core_16");
    assertTrue(after > before && after <= 20 * before, before + " then " + after);
  }
}
