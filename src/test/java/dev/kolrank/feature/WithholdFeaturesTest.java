package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.FeatureDrift;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A feature with an impossible value is shown for nobody, and named. */
class WithholdFeaturesTest {
  private static final String COMPUTED =
      """
      account_uid | followers | sponsored_share_28d | views_spread_28d | engagement_band | coverage
      x:1         | 10        | 0.5                 | 1                | -4              | 0.9
      x:2         | 20        | 1.5                 | NaN              | 4               | 0.9
      """;

  @Test
  void theColumnIsNullForTheNightAndTheOthersStand() {
    given(AccountFeature.COMPUTED, COMPUTED)
        .when(new WithholdFeatures())
        .then(
            """
            account_uid | followers | sponsored_share_28d | views_spread_28d | engagement_band
            x:1         | 10        | null                | null             | -4
            x:2         | 20        | null                | null             | 4
            """);
  }

  @Test
  void allIsShownWhileEveryContractIsKept() {
    given(
            AccountFeature.COMPUTED,
            """
                account_uid | sponsored_share_28d | coverage
                x:1 | 0 | 0.9
                x:2 | 1 | 0.9
                x:3 | null | 0.9""")
        .when(new WithholdFeatures())
        .then(
            """
                account_uid | sponsored_share_28d | coverage
                x:1 | 0 | 0.9
                x:2 | 1 | 0.9
                x:3 | null | 0.9""");
  }

  @Test
  void theReasonIsNamed() {
    var rows =
        given(AccountFeature.COMPUTED, COMPUTED).when(new MeasureDrift()).rows().stream()
            .filter(r -> r.<Boolean>getAs(FeatureDrift.WITHHELD.name()))
            .map(
                r ->
                    r.getAs(FeatureDrift.FEATURE.name())
                        + ": "
                        + r.getAs(FeatureDrift.REASON.name()))
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "sponsored_share_28d: 1 of 2 values are not from 0.0 to 1.0: they go from 0.5 to 1.5",
            "views_spread_28d: 1 of 2 values are not at least 0.0: they go from 1.0 to NaN"),
        rows);
  }
}
