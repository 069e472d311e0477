package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.features.AccountAudience;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.ActivityDay;
import org.junit.jupiter.api.Test;

class ComputeKolFeaturesTest {
  private static final String ONE_KOL =
      """
      account_uid | valid_from | kol_id
      x:1         | 2026-06-01 | k1
      tiktok:1    | 2026-06-01 | k1
      weibo:1     | 2026-06-01 | k1
      """;

  @Test
  void sumsMaximaAndWeightedMeans() {
    given(KolAccount.TABLE, ONE_KOL)
        .and(
            AccountFeature.TABLE,
            """
            account_uid | followers | effective_views | active_weeks_share_28d | engagement_rate_by_views_28d
            x:1         | 100       | 300             | 0.25                   | 0.1
            tiktok:1    | 50        | 100             | 0.75                   | 0.5
            weibo:1     | null      | null            | null                   | null
            """)
        .and(
            AccountAudience.TABLE,
            "account_uid | effective_audience\nx:1 | 300\ntiktok:1 | 100\nweibo:1 | 7")
        .when(new ComputeKolFeatures())
        .then(
            """
            kol_id | as_of      | accounts | followers | effective_views | active_weeks_share_28d | engagement_rate_by_views_28d
            k1     | 2026-06-28 | 3        | 150       | 400             | 0.75                   | 0.2
            """);
  }

  @Test
  void aKolIsAsStaleAsTheAccountObservedLast() {
    given(KolAccount.TABLE, ONE_KOL)
        .and(
            AccountFeature.TABLE,
            """
            account_uid | staleness_days | days_since_post
            x:1         | 40             | 10
            tiktok:1    | 3              | 210
            weibo:1     | 7              | null
            """)
        .when(new ComputeKolFeatures())
        .then("kol_id | staleness_days | days_since_post\nk1 | 3 | 10");
  }

  @Test
  void whatNoAccountKnowsStaysUnknown() {
    given(KolAccount.TABLE, ONE_KOL)
        .and(AccountFeature.TABLE, "account_uid | posts_28d\nx:1 | null\nweibo:1 | 0")
        .when(new ComputeKolFeatures())
        .then(
            """
            kol_id | accounts | followers | posts_28d | sponsored_share_28d | platforms_live_28d
            k1     | 2        | null      | 0         | null                | 0
            """);
  }

  @Test
  void theWeightIsThePeopleReachedAndAtLeastOne() {
    given(
            KolAccount.TABLE,
            """
            account_uid | valid_from | kol_id
            x:1         | 2026-06-01 | k1
            x:2         | 2026-06-01 | k1
            x:3         | 2026-06-01 | k1
            x:4         | 2026-06-01 | k1
            """)
        .and(
            AccountFeature.TABLE,
            """
            account_uid | followers | sponsored_share_90d
            x:1         | 1         | 1
            x:2         | 900       | 0
            x:3         | 2         | 0
            x:4         | null      | 0
            """)
        .and(
            AccountAudience.TABLE,
            "account_uid | effective_audience\nx:1 | 4\nx:2 | 3\nx:3 | 2\nx:4 | 0.5")
        .when(new ComputeKolFeatures())
        .then("kol_id | sponsored_share_90d\nk1 | 0.4");
  }

  @Test
  void aPlatformIsLiveWithAPostInFourWeeks() {
    given(
            KolAccount.TABLE,
            """
            account_uid | valid_from | kol_id
            x:1         | 2026-06-01 | k1
            x:2         | 2026-06-01 | k1
            tiktok:1    | 2026-06-01 | k1
            weibo:1     | 2026-06-01 | k1
            """)
        .and(
            AccountFeature.TABLE,
            """
            account_uid | posts_28d
            x:1         | 3
            x:2         | 1
            tiktok:1    | 1
            weibo:1     | 0
            """)
        .when(new ComputeKolFeatures())
        .then("kol_id | accounts | platforms_live_28d\nk1 | 4 | 2");
  }

  @Test
  void howWideTheAudienceSpreads() {
    // shares 3/4 and 1/4, not 200, 100 and 100
    given(KolAccount.TABLE, ONE_KOL + "x:2 | 2026-06-01 | k1\ny:1 | 2026-06-01 | k2\n")
        .and(AccountFeature.TABLE, "account_uid\nx:1\nx:2\ntiktok:1\nweibo:1\ny:1")
        .and(
            AccountAudience.TABLE,
            """
            account_uid | effective_audience
            x:1         | 200
            x:2         | 100
            tiktok:1    | 100
            weibo:1     | 0
            y:1         | 0
            """)
        .when(new ComputeKolFeatures())
        .then(
            """
            kol_id | audience_entropy | audience_concentration
            k1     | 0.562335145      | 0.625
            k2     | null             | null
            """);
  }

  @Test
  void weeksWithTwoPlatformsEchoAndNichesHaveBreadth() {
    given(KolAccount.TABLE, ONE_KOL + "x:2 | 2026-06-01 | k1\ny:1 | 2026-06-01 | k2\n")
        .and(AccountFeature.TABLE, "account_uid\nx:1\nx:2\ntiktok:1\ny:1")
        .and(
            ActivityDay.TABLE,
            """
            account_uid | day        | posts
            x:1         | 2026-06-28 | 1
            tiktok:1    | 2026-06-22 | 1
            x:1         | 2026-06-21 | 1
            x:2         | 2026-06-21 | 1
            x:1         | 2026-06-10 | 2
            x:1         | 2026-05-10 | 2
            x:1         | 2026-01-10 | 2
            """)
        .and(
            KolNiche.TABLE,
            "kol_id | niche | weight\nk1 | food | 0.5\nk1 | news-politics | 0.5\nk2 | art | 1")
        .when(new ComputeKolFeatures())
        .then(
            """
            kol_id | platform_echo_90d | topic_breadth | public_issues_share
            k1     | 0.25              | 0.693147181   | 0.5
            k2     | null              | 0             | 0
            """);
  }

  @Test
  void anAccountCountsForItsLatestKol() {
    given(KolAccount.TABLE, "account_uid | valid_from | kol_id\nx:1 | 2026-06-28 | k2")
        .givenPrevious(
            KolAccount.TABLE,
            """
            account_uid | valid_from | kol_id
            x:1         | 2026-06-01 | k1
            x:2         | 2026-06-01 | k1
            """)
        .and(AccountFeature.TABLE, "account_uid | followers\nx:1 | 10\nx:2 | 20")
        .when(new ComputeKolFeatures())
        .then("kol_id | followers\nk1 | 20\nk2 | 10");
  }

  @Test
  void theSpreadOfTheRowsDoesNotMatter() {
    given(KolAccount.TABLE, ONE_KOL)
        .and(
            AccountFeature.TABLE,
            """
            account_uid | effective_views | views_median_28d
            x:1         | 0.1             | 0.1
            tiktok:1    | 0.2             | 0.2
            weibo:1     | 0.3             | 0.3
            """)
        .spreadOver(3)
        .when(new ComputeKolFeatures())
        .then("kol_id | effective_views | views_median_28d\nk1 | 0.6 | 0.6");
  }
}
