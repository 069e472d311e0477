package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.StepCase;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.Feature;
import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Entity;
import dev.kolrank.table.features.FeatureDrift;
import dev.kolrank.table.features.Features;
import dev.kolrank.table.features.KolFeature;
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
        .when(new WithholdFeatures(Entity.ACCOUNT))
        .then(
            """
            account_uid | followers | sponsored_share_28d | views_spread_28d | engagement_band
            x:1         | 10        | null                | null             | -4
            x:2         | 20        | null                | null             | 4
            """);
  }

  @Test
  void bothSidesOfABrokenRelationAreWithheld() {
    String computed =
        """
        account_uid | posts_7d | posts_28d | posts_90d | undisclosed_share_90d | undisclosed_share_jp_90d
        x:1         | 3        | 2         | 9         | 0.5                   | 0.5
        x:2         | 1        | null      | 9         | null                  | 0.1
        """;
    given(AccountFeature.COMPUTED, computed)
        .when(new WithholdFeatures(Entity.ACCOUNT))
        .then(
            """
            account_uid | posts_7d | posts_28d | posts_90d | undisclosed_share_90d | undisclosed_share_jp_90d
            x:1         | null     | null      | 9         | 0.5                   | 0.5
            x:2         | null     | null      | 9         | null                  | 0.1
            """);
    assertEquals(
        List.of(
            "posts_28d: 1 of 1 values are below posts_7d",
            "posts_7d: 1 of 2 values are above posts_28d"),
        reasons(given(AccountFeature.COMPUTED, computed)));
  }

  @Test
  void aKolsFeaturesAreWithheldAndNamedToo() {
    String computed = "kol_id | audience_concentration | followers\nk1 | 1.5 | 7\nk2 | 1 | 8";
    given(KolFeature.COMPUTED, computed)
        .when(new WithholdFeatures(Entity.KOL))
        .then("kol_id | audience_concentration | followers\nk1 | null | 7\nk2 | null | 8");
    assertEquals(
        List.of(
            "audience_concentration: 1 of 2 values are not from 0.0 to 1.0: they go from 1.0 to"
                + " 1.5"),
        reasons(given(KolFeature.COMPUTED, computed)));
  }

  /** The sum of shares is none. */
  @Test
  void noFeatureWithAnUpperBoundIsSummedOverAccounts() {
    assertEquals(
        List.of(),
        Features.ALL.stream()
            .filter(f -> f.combine() == Combine.SUM && f.contract().high() < Double.MAX_VALUE)
            .map(Feature::name)
            .toList());
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
        .when(new WithholdFeatures(Entity.ACCOUNT))
        .then(
            """
                account_uid | sponsored_share_28d | coverage
                x:1 | 0 | 0.9
                x:2 | 1 | 0.9
                x:3 | null | 0.9""");
  }

  @Test
  void theReasonIsNamed() {
    assertEquals(
        List.of(
            "sponsored_share_28d: 1 of 2 values are not from 0.0 to 1.0: they go from 0.5 to 1.5",
            "views_spread_28d: 1 of 2 values are not at least 0.0: they go from 1.0 to NaN"),
        reasons(given(AccountFeature.COMPUTED, COMPUTED)));
  }

  private static List<String> reasons(StepCase computed) {
    return computed.when(new MeasureDrift()).rows().stream()
        .filter(r -> r.<Boolean>getAs(FeatureDrift.WITHHELD.name()))
        .map(r -> r.getAs(FeatureDrift.FEATURE.name()) + ": " + r.getAs(FeatureDrift.REASON.name()))
        .sorted()
        .toList();
  }
}
