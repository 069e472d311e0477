package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kolrank.StepCase;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.identity.KolAccount;
import org.junit.jupiter.api.Test;

class EstimateAudiencesTest {
  private static final String KOLS =
      """
      account_uid | valid_from | kol_id
      x:1         | 2026-06-01 | k1
      x:2         | 2026-06-01 | k2
      x:3         | 2026-06-01 | k3
      x:4         | 2026-06-01 | k4
      x:5         | 2026-06-01 | k5
      weibo:1     | 2026-06-01 | k1
      weibo:2     | 2026-06-01 | k2
      """;

  @Test
  void viewsElseInteractionsElseFollowersAtThePlatformsRates() {
    // on x 10 views per interaction and 0.01 interactions per follower
    audiences(
            """
            account_uid | effective_views | effective_engagements | followers
            x:1         | 100             | 10                    | 1000
            x:2         | null            | 20                    | null
            x:3         | null            | null                  | 500
            x:4         | null            | null                  | null
            x:5         | 0               | null                  | null
            """)
        .then(
            """
            account_uid | kol_id | effective_audience | estimated
            x:1         | k1     | 100                | false
            x:2         | k2     | 200                | true
            x:3         | k3     | 50                 | true
            x:4         | k4     | 0                  | true
            x:5         | k5     | 0                  | false
            """);
  }

  @Test
  void aPlatformThatNeverShowsViewsTakesTheRateOfTheOthers() {
    audiences(
            """
            account_uid | effective_views | effective_engagements | followers
            x:1         | 100             | 10                    | 1000
            weibo:1     | null            | 5                     | 50
            weibo:2     | null            | null                  | 70
            """)
        .then(
            """
            account_uid | effective_audience | estimated
            x:1         | 100                | false
            weibo:1     | 50                 | true
            weibo:2     | 70                 | true
            """);
  }

  @Test
  void theSettingsSpeakWhereNobodyShowsARate() {
    audiences(
            """
            account_uid | effective_engagements | followers
            x:1         | 5                     | null
            weibo:1     | null                  | 1000
            """)
        .then("account_uid | effective_audience\nx:1 | 100\nweibo:1 | 400");
  }

  @Test
  void whoHasNoInteractionsOrFollowersSetsNoRate() {
    audiences(
            """
            account_uid | effective_views | effective_engagements | followers
            x:1         | 100             | 0                     | 10
            x:2         | 100             | 10                    | 0
            x:3         | null            | 7                     | 10
            """)
        .then("account_uid | effective_audience\nx:1 | 100\nx:2 | 100\nx:3 | 70");
  }

  @Test
  void ratesAreAboveZero() {
    for (double[] rates : new double[][] {{0, 0.02}, {20, 0}, {-1, 0.02}}) {
      var error =
          assertThrows(
              IllegalArgumentException.class, () -> new EstimateAudiences(rates[0], rates[1]));
      assertEquals("the rates under audience must be above 0", error.getMessage());
    }
  }

  private static StepCase audiences(String features) {
    return given(KolAccount.TABLE, KOLS)
        .and(AccountFeature.TABLE, features)
        .when(new EstimateAudiences(20, 0.02));
  }
}
