package dev.kolrank.ranking;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kolrank.table.features.AccountAudience;
import dev.kolrank.table.features.KolFeature;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.models.Tier;
import dev.kolrank.table.ranking.AccountQuantile;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DescribeKolsTest {
  private static final String TIERS =
      "tier | from_audience\nnano | 0\nmicro | 10\nmid | 20\nmacro | 30\nmega | 30";

  @Test
  void tiersBeginAtQuantilesOfTheKolsAudiences() {
    // eleven KOLs with 0, 10, ... 100, the last with two accounts
    String accounts =
        IntStream.range(0, 10)
            .mapToObj("x:%1$d | k%1$d | %1$d0\n"::formatted)
            .collect(Collectors.joining("", "account_uid | kol_id | effective_audience\n", ""));
    given(AccountAudience.TABLE, accounts + "x:10 | k10 | 60\nweibo:10 | k10 | 40")
        .when(new FitTiers(List.of(0.5, 0.8, 0.9, 0.95)))
        .then(
            """
            as_of      | tier  | from_audience
            2026-06-28 | nano  | 0
            2026-06-28 | micro | 50
            2026-06-28 | mid   | 80
            2026-06-28 | macro | 90
            2026-06-28 | mega  | 95
            """);
  }

  @Test
  void tierQuantilesRiseBetweenZeroAndOne() {
    for (List<Double> wrong :
        List.of(
            List.of(0.5, 0.8, 0.9),
            List.of(0.5, 0.9, 0.8, 0.95),
            List.of(0.0, 0.8, 0.9, 0.95),
            List.of(0.5, 0.8, 0.9, 1.0))) {
      var error = assertThrows(IllegalArgumentException.class, () -> new FitTiers(wrong));
      assertEquals(
          "tier.quantiles wants four rising numbers between 0 and 1, got " + wrong,
          error.getMessage());
    }
  }

  @Test
  void aTierBeginsAtItsThresholdAndTheHighestOfEqualOnesHolds() {
    given(Account.TABLE, "account_uid\nx:1\nx:2\nx:3\nx:4\nx:5")
        .and(KolAccount.TABLE, singles(5))
        .and(Tier.TABLE, TIERS)
        .and(
            AccountAudience.TABLE,
            """
            account_uid | kol_id | effective_audience
            x:1         | k1     | 9.99
            x:2         | k2     | 10
            x:3         | k3     | 29.99
            x:4         | k4     | 30
            """)
        .when(new DescribeKols())
        .then(
            """
            kol_id | tier  | effective_audience
            k1     | nano  | 9.99
            k2     | micro | 10
            k3     | mid   | 29.99
            k4     | mega  | 30
            k5     | nano  | 0
            """);
  }

  @Test
  void theFamiliarTierIsByFollowers() {
    given(Account.TABLE, "account_uid\nx:1\nx:2\nx:3\nx:4\nx:5\nx:6\nx:7")
        .and(KolAccount.TABLE, singles(7))
        .and(Tier.TABLE, TIERS)
        .and(
            KolFeature.TABLE,
            """
            kol_id | followers
            k1     | 9999
            k2     | 10000
            k3     | 100000
            k4     | 500000
            k5     | 999999
            k6     | 1000000
            k7     | null
            """)
        .when(new DescribeKols())
        .then(
            """
            kol_id | followers | follower_tier
            k1     | 9999      | nano
            k2     | 10000     | micro
            k3     | 100000    | mid
            k4     | 500000    | macro
            k5     | 999999    | macro
            k6     | 1000000   | mega
            k7     | null      | null
            """);
  }

  @Test
  void aKolIsNamedByTheLargestAccountThatHasAName() {
    given(
            Account.TABLE,
            """
            account_uid | name | region
            x:1         | Ann  | US
            tiktok:1    | null | CN
            weibo:1     | 安   | null
            """)
        .and(
            KolAccount.TABLE,
            """
            account_uid | valid_from | kol_id
            x:1         | 2026-06-01 | k1
            tiktok:1    | 2026-06-01 | k1
            weibo:1     | 2026-06-01 | k1
            """)
        .and(AccountText.TABLE, "account_uid | language\nx:1 | en\ntiktok:1 | null\nweibo:1 | zh")
        .and(
            AccountAudience.TABLE,
            """
            account_uid | kol_id | effective_audience
            x:1         | k1     | 5
            tiktok:1    | k1     | 20
            weibo:1     | k1     | 10
            """)
        .and(Tier.TABLE, TIERS)
        .when(new DescribeKols())
        .then(
            """
            kol_id | name | accounts                 | platforms          | main_platform | language | region | effective_audience | tier
            k1     | 安   | [tiktok:1, weibo:1, x:1] | [tiktok, weibo, x] | tiktok        | zh       | CN     | 35                 | mega
            """);
  }

  @Test
  void theNicheIsTheHeaviestAndCoverageTheShareOfSignalsObserved() {
    given(Account.TABLE, "account_uid\nx:1\nx:2\nx:3")
        .and(KolAccount.TABLE, singles(3))
        .and(Tier.TABLE, TIERS)
        .and(
            KolNiche.TABLE,
            """
            kol_id | niche | weight
            k1     | tech  | 0.6
            k1     | food  | 0.4
            k2     | tech  | 0.5
            k2     | food  | 0.5
            """)
        .and(
            AccountQuantile.TABLE,
            """
            account_uid | kol_id | dimension | observed
            x:1         | k1     | reach     | 1
            x:1         | k1     | loyalty   | 0.5
            x:2         | k2     | reach     | 0
            """)
        .when(new DescribeKols())
        .then(
            """
            kol_id | niche | niches                 | coverage
            k1     | tech  | {food: 0.4, tech: 0.6} | 0.75
            k2     | food  | {food: 0.5, tech: 0.5} | 0
            k3     | null  | {}                     | 0
            """);
  }

  @Test
  void theAgeOfWhatIsKnownStandsBesideIt() {
    given(Account.TABLE, "account_uid\nx:1\nx:2")
        .and(KolAccount.TABLE, singles(2))
        .and(Tier.TABLE, TIERS)
        .and(
            KolFeature.TABLE,
            "kol_id | staleness_days | days_since_post\nk1 | 3 | 210\nk2 | 5 | null")
        .when(new DescribeKols())
        .then(
            """
            kol_id | staleness_days | days_since_post
            k1     | 3              | 210
            k2     | 5              | null
            """);
  }

  private static String singles(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj("x:%1$d | 2026-06-01 | k%1$d"::formatted)
        .collect(Collectors.joining("\n", "account_uid | valid_from | kol_id\n", ""));
  }
}
