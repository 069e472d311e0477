package dev.kolrank.ranking;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kolrank.SparkFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.junit.jupiter.api.Test;

class FormulaTest {
  static final Map<String, Double> WEIGHTS =
      Map.of("reach", 0.3, "resonance", 0.4, "consistency", 0.1, "loyalty", 0.15, "momentum", 0.05);

  static final Map<String, Double> CORRELATION =
      Map.of("reach", 1.0, "resonance", 1.0, "consistency", 0.5, "loyalty", 0.0, "momentum", 0.25);

  @Test
  void aTailIsTheOddsOfTheQuantile() {
    assertEquals(0.0, value(Formula.tail(lit(0.0))), 1e-12);
    assertEquals(1.0, value(Formula.tail(lit(0.5))), 1e-12);
    assertEquals(99.0, value(Formula.tail(lit(0.99))), 1e-9);
  }

  @Test
  void theScoreRisesFromZeroTowardsAHundred() {
    var formula = new Formula(WEIGHTS, CORRELATION, 3.0);
    assertEquals(0.0, value(formula.score(lit(0.0))), 1e-12);
    assertEquals(63.212055882855765, value(formula.score(lit(3.0))), 1e-9);
    assertEquals(95.02129316321360, value(formula.score(lit(9.0))), 1e-9);
  }

  @Test
  void itsVersionNamesTheWeightsInOneOrder() {
    assertEquals(
        "tail-1 weights={consistency=0.1, loyalty=0.15, momentum=0.05, reach=0.3, resonance=0.4}"
            + " correlation={consistency=0.5, loyalty=0.0, momentum=0.25, reach=1.0, resonance=1.0}"
            + " scale=3.0",
        new Formula(WEIGHTS, CORRELATION, 3.0).version());
  }

  @Test
  void everyDimensionHasAWeightAndNothingElse() {
    String refused =
        "score.weights names the dimensions reach, resonance, consistency, loyalty, momentum";
    assertEquals(refused, fault(Map.of("reach", 1.0), 3));
    assertEquals(refused, fault(with("fame", 0.0), 3));
  }

  @Test
  void weightsAreSharesOfOne() {
    String refused = "score.weights must not be negative and add up to 1";
    assertEquals(refused, fault(with("reach", 0.31), 3));
    Map<String, Double> negative = with("reach", -0.1);
    negative.put("resonance", 0.8);
    assertEquals(refused, fault(negative, 3));
  }

  @Test
  void theScaleIsAboveZero() {
    assertEquals("score.scale must be above 0, got 0.0", fault(WEIGHTS, 0));
    assertEquals("score.scale must be above 0, got -1.0", fault(WEIGHTS, -1));
  }

  @Test
  void theSignalsOfADimensionShareIt() {
    for (String dimension : Signal.DIMENSIONS) {
      List<Signal> own = Signal.ALL.stream().filter(s -> s.dimension().equals(dimension)).toList();
      assertEquals(1.0, own.stream().mapToDouble(Signal::weight).sum(), 1e-9, dimension);
    }
  }

  private static Map<String, Double> with(String dimension, double weight) {
    var weights = new HashMap<String, Double>(WEIGHTS);
    weights.put(dimension, weight);
    return weights;
  }

  private static String fault(Map<String, Double> weights, double scale) {
    return assertThrows(
            IllegalArgumentException.class, () -> new Formula(weights, CORRELATION, scale))
        .getMessage();
  }

  private static double value(Column column) {
    return SparkFixture.spark().range(1).select(column).first().getDouble(0);
  }
}
