package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.features.AccountPromotion;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.ActivityDay;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How an account's posts are distributed and change, computed by hand. */
class PostDistributionTest {

  @Test
  void theTopDecileLiesBetweenNeighbours() {
    days("""
    account_uid | day        | views
    x:1         | 2026-06-28 | [0, 10, 20, 30, 40, 50, 60, 70, 80, 90]
    x:1         | 2026-06-27 | [100]
    x:1         | 2026-06-10 | [200]
    x:1         | 2026-05-01 | [300]
    """)
        .then("views_top_decile_7d | views_top_decile_28d | views_top_decile_90d\n90 | 99 | 180");
    days("account_uid | day | views\nx:1 | 2026-06-28 | [7]").then("views_top_decile_7d\n7");
  }

  @Test
  void spreadIsTheDeviationOfLogarithms() {
    // logarithms 1 and 3; then 5 and 7, too
    days("""
    account_uid | day        | viewed_posts | view_logs  | view_logs_squared | engaged_posts | engagement_logs | engagement_logs_squared
    x:1         | 2026-06-28 | 1            | 1000000000 | 1000000000        | 1             | 1000000000      | 1000000000
    x:1         | 2026-06-27 | 1            | 3000000000 | 9000000000        | 1             | 3000000000      | 9000000000
    x:1         | 2026-06-10 | 1            | 5000000000 | 25000000000       | 1             | 5000000000      | 25000000000
    x:1         | 2026-05-01 | 1            | 7000000000 | 49000000000       | 1             | 7000000000      | 49000000000
    """)
        .then(
            """
            views_spread_7d | views_spread_28d | views_spread_90d | engagements_spread_7d | engagements_spread_28d | engagements_spread_90d
            1.414213562     | 2                | 2.581988897      | 1.414213562           | 2                      | 2.581988897
            """);
    days("account_uid | day | viewed_posts | view_logs\nx:1 | 2026-06-28 | 1 | 1000000000")
        .then("views_spread_7d | engagements_spread_7d\nnull | null");
  }

  @Test
  void ratesPerViewOfPostsAndOfSums() {
    days("""
    account_uid | day        | view_rates       | viewed_likes | liked_views
    x:1         | 2026-06-28 | [100000, 300000] | 50           | 200
    x:1         | 2026-06-20 | [900000]         | 50           | 0
    x:1         | 2026-05-20 | [500000]         | 20           | 200
    """)
        .then(
            """
            engagement_rate_by_views_median_7d | engagement_rate_by_views_median_28d | engagement_rate_by_views_median_90d | likes_per_view_7d | likes_per_view_28d | likes_per_view_90d
            0.2                                | 0.3                                 | 0.4                                 | 0.25              | 0.5                | 0.3
            """);
    days("account_uid | day | viewed_likes | liked_views\nx:1 | 2026-06-28 | 5 | 0")
        .then("likes_per_view_7d | engagement_rate_by_views_median_7d\nnull | null");
  }

  @Test
  void indexesCountUnitsOfThePlatform() {
    // x: the medians are 1 and 40, so a unit is 2.05; y: a tenth of 1 is less than one
    given(Account.TABLE, "account_uid\nx:1\nx:2\ny:1\ny:2")
        .and(
            ActivityDay.TABLE,
            """
            account_uid | day        | engagements
            x:1         | 2026-06-28 | [1, 1, 1, 100]
            x:2         | 2026-06-28 | [40, 40]
            y:1         | 2026-06-28 | [1, 1, 1, 100]
            """)
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | h_index_90d | g_index_90d
            x:1         | 1           | 4
            x:2         | 2           | 2
            y:1         | 1           | 4
            y:2         | null        | null
            """);
  }

  @Test
  void gapsRunFromPostToPostAndToTheNight() {
    days("""
    account_uid | day        | posts
    x:1         | 2026-06-28 | 1
    x:1         | 2026-06-22 | 6
    x:1         | 2026-06-02 | 1
    """)
        .then(
            "longest_gap_days_28d | longest_gap_days_90d | posts_per_week_28d | posts_per_week_90d\n"
                + "20 | 20 | 2 | 0.622222222");
    days("account_uid | day | posts\nx:1 | 2026-06-20 | 1")
        .then("longest_gap_days_28d | posts_per_week_28d\n8 | 0.25");
    days("account_uid | day | posts\nx:1 | 2026-05-20 | 1")
        .then("longest_gap_days_28d | longest_gap_days_90d\nnull | 39");
  }

  @Test
  void aPostEverySundayHasAWeeklyRhythm() {
    // variance (4 * 36 + 24) / 49, covariance (3 * 36 + 18) / 49
    days("""
    account_uid | day        | posts
    x:1         | 2026-06-28 | 1
    x:1         | 2026-06-21 | 1
    x:1         | 2026-06-14 | 1
    x:1         | 2026-06-07 | 1
    """)
        .then("weekly_rhythm_28d\n0.75");
    // thirteen posts in 90 days: variance 13 - 169 / 90, covariance 12 - 24 * 13 / 90 + 83 * 169 /
    // 8100
    String sundays =
        Stream.iterate(LocalDate.parse("2026-04-05"), d -> d.plusDays(7))
            .limit(13)
            .map("x:1 | %s | 1\n"::formatted)
            .collect(Collectors.joining());
    days("account_uid | day | posts\n" + sundays).then("weekly_rhythm_90d\n0.9229326");
    days("account_uid | day | posts\nx:1 | 2026-05-07 | 1").then("weekly_rhythm_28d\nnull");
  }

  @Test
  void whatPromotionKeepsOfTheEngagement() {
    // geometric means: e^2 on two sponsored posts, e^4 on the two others
    days("""
    account_uid | day        | engaged_posts | engagement_logs | sponsored_engaged_posts | sponsored_engagement_logs
    x:1         | 2026-06-28 | 3             | 9000000000      | 1                       | 1000000000
    x:1         | 2026-05-01 | 1             | 3000000000      | 1                       | 3000000000
    """)
        .then("sponsored_engagement_kept_90d\n0.135335283");
    days("account_uid | day | engaged_posts | engagement_logs\nx:1 | 2026-06-28 | 3 | 9000000000")
        .then("sponsored_engagement_kept_90d\nnull");
  }

  @Test
  void whatIsNotDisclosedIsCountedByRule() {
    days("""
    account_uid | day        | promoted_posts | disclosures
    x:1         | 2026-06-28 | 3              | [ANY, ANY, GB, US, US]
    x:1         | 2026-04-01 | 1              | [ANY, CN]
    x:1         | 2026-03-30 | 9              | []
    """)
        .then(
            """
            undisclosed_share_90d | undisclosed_share_us_90d | undisclosed_share_gb_90d | undisclosed_share_cn_90d
            0.25                  | 0.5                      | 0.75                     | 0.75
            """);
    days("""
    account_uid | day        | promoted_posts | disclosures
    x:1         | 2026-06-28 | 1              | [ANY, EU, JP]
    """)
        .then(
            """
            undisclosed_share_90d | undisclosed_share_eu_90d | undisclosed_share_jp_90d | undisclosed_share_kr_90d
            0                     | 0                        | 0                        | 1
            """);
    days("account_uid | day | posts | promoted_posts\nx:1 | 2026-06-28 | 3 | 0")
        .then("undisclosed_share_90d | undisclosed_share_us_90d\nnull | null");
  }

  @Test
  void ofARuleThatNobodyJudgedByNothingIsSaid() {
    given(Account.TABLE, "account_uid\nx:1")
        .and(
            ActivityDay.TABLE,
            """
            account_uid | day        | promoted_posts | disclosures
            x:1         | 2026-06-28 | 2              | [ANY, BR, US]
            """)
        .when(new ComputeAccountFeatures(Set.of("BR", "US")))
        .then(
            """
            undisclosed_share_90d | undisclosed_share_us_90d | undisclosed_share_jp_90d | undisclosed_share_eu_90d
            0.5                   | 0.5                      | null                     | null
            """);
  }

  @Test
  void promotionFitIsTakenOverAndThatOfAliasesToo() {
    days("account_uid | day | posts\nx:1 | 2026-06-28 | 3")
        .and(
            AccountPromotion.TABLE,
            "as_of | account_uid | promotion_fit\n2026-06-28 | x:1-old | 0.75")
        .and(AccountAlias.TABLE, "alias_uid | account_uid\nx:1-old | x:1")
        .then("promotion_fit\n0.75");
  }

  @Test
  void growthOfEngagementIsShrunkForFewPosts() {
    // means 2 and 1; 5 posts on either side weigh 25 / 10, and 5 are added
    days("""
    account_uid | day        | engaged_posts | engagement_logs
    x:1         | 2026-06-01 | 5             | 10000000000
    x:1         | 2026-05-31 | 5             | 5000000000
    x:1         | 2026-05-03 | 9             | 90000000000
    """)
        .then("engagement_growth_28d\n0.333333333");
    days("account_uid | day | engaged_posts | engagement_logs\nx:1 | 2026-06-28 | 5 | 10000000000")
        .then("engagement_growth_28d\nnull");
  }

  @Test
  void aBurstIsThePostFarAboveTheMedian() {
    days("account_uid | day | views\nx:1 | 2026-06-28 | [9, 9, 99]\nx:1 | 2026-05-01 | [9, 999]")
        .then("views_burst_28d | views_burst_90d\n2.302585093 | 4.605170186");
    days("account_uid | day | views\nx:1 | 2026-06-28 | [9, 99]").then("views_burst_28d\nnull");
    days("account_uid | day | views\nx:1 | 2026-06-28 | [0, 0, 0]").then("views_burst_28d\n0");
  }

  @Test
  void depthIsOfPostsWithText() {
    days("""
    account_uid | day        | posts | wordy_posts | text_length
    x:1         | 2026-06-28 | 5     | 2           | 100
    x:1         | 2026-05-01 | 1     | 1           | 200
    """)
        .then("text_depth_28d | text_depth_90d\n50 | 100");
    days("account_uid | day | posts\nx:1 | 2026-06-28 | 5").then("text_depth_28d\nnull");
  }

  @Test
  void firstDigitsThatAreAllOneAreFarFromBenford() {
    // (2 * (1 - log10 2)) / 9; numbers below ten do not count
    String ones = "1" + "5, 1".repeat(24) + "5";
    days("account_uid | day | views | engagements\nx:1 | 2026-06-28 | [%s, 7] | [%s]"
            .formatted(ones, ones))
        .then("benford_distance_90d\n0.155326667");
    days("account_uid | day | views\nx:1 | 2026-06-28 | [%s]".formatted(ones))
        .then("benford_distance_90d\nnull");
  }

  private static StepCase days(String tiles) {
    return given(Account.TABLE, "account_uid\nx:1")
        .and(ActivityDay.TABLE, tiles)
        .when(new ComputeAccountFeatures());
  }
}
