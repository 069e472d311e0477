package dev.kolrank.ranking;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kolrank.StepCase;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.identity.KolAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlaceAccountsTest {
  private static final String KOLS =
      """
      account_uid | valid_from | kol_id
      x:1         | 2026-06-01 | k1
      x:2         | 2026-06-01 | k2
      x:3         | 2026-06-01 | k3
      x:4         | 2026-06-01 | k4
      weibo:1     | 2026-06-01 | k1
      """;

  @Test
  void tiesShareTheMeanOfTheirRanksAndPlatformsAreApart() {
    var reach =
        placed(
            "reach",
            """
            account_uid | followers
            x:1         | 10
            x:2         | 20
            x:3         | 20
            x:4         | 40
            weibo:1     | 1
            """);
    assertEquals(Map.of("x:1", 0.125, "x:2", 0.5, "x:3", 0.5, "x:4", 0.875, "weibo:1", 0.5), reach);
  }

  @Test
  void aDimensionIsTheWeightedMeanOfTheLogOddsObserved() {
    // among three by followers x:1 is at 1/6, among two by views at 3/4
    double followers = weight("followers");
    double views = weight("effective_views");
    double odds = (followers * logOdds(1 / 6.0) + views * logOdds(0.75)) / (followers + views);
    assertEquals(
        Map.of(
            "x:1",
            rounded(odds),
            "x:2",
            rounded(views * logOdds(0.25) / (followers + views)),
            "x:3",
            0.833333333),
        placed(
            "reach",
            """
            account_uid | followers | effective_views
            x:1         | 10        | 300
            x:2         | 20        | 200
            x:3         | 30        | null
            """));
  }

  @Test
  void aMissingDimensionIsExpectedFromTheOthersAndDrawnToTheMiddle() {
    double followers = weight("followers");
    double engagements = weight("effective_engagements");
    double all =
        (followers * logOdds(0.25) + engagements * logOdds(0.75)) / (followers + engagements);
    places("account_uid | followers | effective_engagements\nx:1 | 10 | 9\nx:2 | 20 | 3")
        .then(
            """
            account_uid | dimension   | quantile | observed
            x:1         | reach       | 0.25     | 0.333333333
            x:1         | resonance   | 0.75     | 0.25
            x:1         | consistency | %1$s     | 0
            x:1         | loyalty     | 0.5      | 0
            x:1         | momentum    | %2$s     | 0
            x:2         | reach       | 0.75     | 0.333333333
            x:2         | resonance   | 0.25     | 0.25
            x:2         | consistency | %3$s     | 0
            x:2         | loyalty     | 0.5      | 0
            x:2         | momentum    | %4$s     | 0
            """
                .formatted(
                    rounded(all * 0.5),
                    rounded(all * 0.25),
                    rounded(-all * 0.5),
                    rounded(-all * 0.25)));
  }

  @Test
  void inequalityOfPostsCountsAgainstConsistency() {
    assertEquals(
        Map.of("x:1", 0.25, "x:2", 0.75),
        placed("consistency", "account_uid | engagement_gini_90d\nx:1 | 0.9\nx:2 | 0.1"));
  }

  @Test
  void zeroIsAValueAndTakesTheLowestPlace() {
    assertEquals(
        Map.of("x:1", 0.25, "x:2", 0.75),
        placed("reach", "account_uid | effective_views\nx:1 | 0\nx:2 | 5\nx:3 | null"));
  }

  @Test
  void anAccountThatShowsNothingHasNoPlace() {
    places("account_uid | followers\nx:1 | null").then("account_uid");
  }

  @Test
  void theSpreadOfTheRowsDoesNotMatter() {
    String features = "account_uid | followers\nx:1 | 1\nx:2 | 2\nx:3 | 2\nx:4 | 9";
    assertEquals(
        places(features).rows().stream().map(Object::toString).sorted().toList(),
        places(features).spreadOver(4).rows().stream().map(Object::toString).sorted().toList());
  }

  @Test
  void everyDimensionHasACorrelationFromZeroToOne() {
    Map<String, Double> tooHigh = new HashMap<>(FormulaTest.CORRELATION);
    tooHigh.put("reach", 1.1);
    for (Map<String, Double> wrong : List.of(tooHigh, Map.of("reach", 1.0))) {
      var error = assertThrows(IllegalArgumentException.class, () -> new PlaceAccounts(wrong));
      assertEquals(
          "score.correlation gives a number from 0 to 1 for each of"
              + " reach, resonance, consistency, loyalty, momentum",
          error.getMessage());
    }
  }

  private static double weight(String feature) {
    return Signal.ALL.stream()
        .filter(s -> s.feature().name().equals(feature))
        .findFirst()
        .orElseThrow()
        .weight();
  }

  private static double logOdds(double quantile) {
    return Math.log(quantile / (1 - quantile));
  }

  /** The quantile with these log odds, to nine digits. */
  private static double rounded(double logOdds) {
    return nine(1 / (1 + Math.exp(-logOdds)));
  }

  private static double nine(double quantile) {
    return Math.round(quantile * 1e9) / 1e9;
  }

  private static Map<String, Double> placed(String dimension, String features) {
    return places(features).rows().stream()
        .filter(r -> r.getAs("dimension").equals(dimension))
        .collect(
            Collectors.toMap(r -> r.getAs("account_uid"), r -> nine(r.<Double>getAs("quantile"))));
  }

  private static StepCase places(String features) {
    return given(KolAccount.TABLE, KOLS)
        .and(AccountFeature.TABLE, features)
        .when(new PlaceAccounts(FormulaTest.CORRELATION));
  }
}
