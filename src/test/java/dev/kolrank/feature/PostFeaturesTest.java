package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.ActivityDay;
import org.junit.jupiter.api.Test;

/** Features of an account's posts, computed by hand; the night is Sunday 2026-06-28. */
class PostFeaturesTest {

  @Test
  void aWindowHasTheNightAndNotTheDayThatManyDaysAgo() {
    days("""
    account_uid | day        | posts
    x:1         | 2026-06-28 | 1
    x:1         | 2026-06-22 | 2
    x:1         | 2026-06-21 | 4
    x:1         | 2026-06-01 | 8
    x:1         | 2026-05-31 | 16
    x:1         | 2026-03-31 | 32
    x:1         | 2026-03-30 | 64
    x:1         | 2026-06-29 | 128
    """)
        .then("account_uid | posts_7d | posts_28d | posts_90d\nx:1 | 3 | 15 | 63");
  }

  @Test
  void mediansOfAllPostsOfTheWindowAndNotOfDays() {
    days("""
    account_uid | day        | views          | engagements
    x:1         | 2026-06-28 | [10, 30]       | [5]
    x:1         | 2026-06-27 | [20]           | []
    x:1         | 2026-06-10 | [1000]         | [7, 10]
    x:1         | 2026-05-01 | [1, 2, 3]      | [1, 1, 1]
    """)
        .then(
            """
            views_median_7d | views_median_28d | views_median_90d | engagements_median_7d | engagements_median_28d | engagements_median_90d
            20              | 25               | 10               | 5                     | 7                      | 3
            """);
  }

  @Test
  void aSinglePost() {
    days("""
    account_uid | day        | posts | views | engagements | liked_comments | commented_likes | liked_shares | shared_likes | liked_saves | saved_likes | engaged_views | viewed_engagements | sponsored_posts
    x:1         | 2026-06-28 | 1     | [200] | [50]        | 10             | 40              | 4            | 40           | 2           | 40          | 200           | 50                 | 1
    """)
        .then(
            """
            posts_7d | views_median_7d | engagements_median_7d | engagement_rate_by_views_7d | comments_per_like_7d | shares_per_like_7d | saves_per_like_7d | sponsored_share_7d | engagement_gini_90d | active_weeks_share_28d
            1        | 200             | 50                    | 0.25                        | 0.25                 | 0.1                | 0.05              | 1                  | null                | 0.25
            """);
    // covariance (21 / 28 - 1) / 28 over variance 27 / 28; an interaction unit is 5
    days("account_uid | day | posts | views | engagements\nx:1 | 2026-06-28 | 1 | [200] | [50]")
        .then(
            """
            weekly_rhythm_28d | longest_gap_days_28d | h_index_90d | g_index_90d | views_top_decile_7d | views_burst_28d | views_spread_7d | benford_distance_90d
            -0.00925926       | 0                    | 1           | 1           | 200                 | null            | null            | null
            """);
  }

  @Test
  void ratiosAreOfSumsOverTheWindow() {
    days("""
    account_uid | day        | posts | liked_comments | commented_likes | liked_shares | shared_likes | liked_saves | saved_likes | engaged_views | viewed_engagements | sponsored_posts
    x:1         | 2026-06-28 | 1     | 10             | 10              | 1            | 10           | 3           | 10          | 100           | 20                 | 1
    x:1         | 2026-06-20 | 3     | 0              | 30              | 1            | 30           | 5           | 30          | 300           | 20                 | 0
    x:1         | 2026-05-20 | 3     | 40             | 60              | 8            | 60           | 2           | 60          | 0             | 0                  | 4
    """)
        .then(
            """
            comments_per_like_7d | comments_per_like_28d | comments_per_like_90d | shares_per_like_28d | shares_per_like_90d | saves_per_like_28d | saves_per_like_90d | engagement_rate_by_views_7d | engagement_rate_by_views_28d | engagement_rate_by_views_90d | sponsored_share_28d | sponsored_share_90d
            1                    | 0.25                  | 0.5                   | 0.05                | 0.1                 | 0.2                | 0.1                | 0.2                         | 0.1                          | 0.1                          | 0.25                | 0.714285714
            """);
  }

  @Test
  void nothingDividesByZero() {
    days("""
    account_uid | day        | posts | views  | engagements | liked_comments | commented_likes | engaged_views | viewed_engagements
    x:1         | 2026-06-28 | 2     | [0, 0] | [0, 0]      | 5              | 0               | 0             | 5
    """)
        .then(
            """
            views_median_7d | engagements_median_7d | comments_per_like_7d | shares_per_like_7d | engagement_rate_by_views_7d | engagement_gini_90d
            0               | 0                     | null                 | null               | null                        | null
            """);
  }

  @Test
  void postsOutsideTheWindowLeaveNumbersUnknownButCountAsNone() {
    days("""
    account_uid | day        | posts | views | engagements | liked_comments | commented_likes
    x:1         | 2026-05-01 | 1     | [9]   | [3]         | 1              | 1
    """)
        .then(
            """
            posts_7d | posts_90d | views_median_7d | views_median_90d | comments_per_like_28d | comments_per_like_90d | sponsored_share_7d | active_weeks_share_28d
            0        | 1         | null            | 9                | null                  | 1                     | null               | 0
            """);
  }

  @Test
  void anAccountWithoutPostsHasNoPostFeatures() {
    given(Account.TABLE, "account_uid | followers\nx:1 | 10")
        .when(new ComputeAccountFeatures())
        .then(
            """
            followers | posts_7d | posts_90d | views_median_90d | active_weeks_share_90d | engagement_gini_90d | effective_views
            10        | null     | null      | null             | null                   | null                | null
            """);
  }

  @Test
  void weeksAreCountedBackFromTheNight() {
    days("""
    account_uid | day        | posts
    x:1         | 2026-06-28 | 1
    x:1         | 2026-06-22 | 1
    x:1         | 2026-06-21 | 1
    x:1         | 2026-06-01 | 5
    """)
        .then("active_weeks_share_28d | active_weeks_share_90d\n0.75 | 0.230769230769");
  }

  @Test
  void giniIsZeroForEqualPostsAndNearOneWhenOneHasAll() {
    given(Account.TABLE, "account_uid\nx:1\nx:2\nx:3")
        .and(
            ActivityDay.TABLE,
            """
            account_uid | day        | engagements
            x:1         | 2026-06-28 | [4, 4]
            x:1         | 2026-06-20 | [4, 4]
            x:2         | 2026-06-28 | [0, 0]
            x:2         | 2026-06-20 | [0, 12]
            x:3         | 2026-06-28 | [1, 3]
            """)
        .when(new ComputeAccountFeatures())
        .then("account_uid | engagement_gini_90d\nx:1 | 0\nx:2 | 0.75\nx:3 | 0.25");
  }

  @Test
  void whatAPlatformNeverShowsIsUnknownAndNotZero() {
    // nobody shows saves; shares are shown where likes are hidden
    days("""
    account_uid | day        | posts | liked_comments | commented_likes | liked_shares | shared_likes
    x:1         | 2026-06-28 | 2     | 3              | 30              | 0            | 0
    """)
        .then(
            """
            comments_per_like_7d | shares_per_like_7d | saves_per_like_7d
            0.1                  | null               | null
            """);
  }

  @Test
  void theNewestSightOfAnAccountAndItsAliasesCounts() {
    given(
            Account.TABLE,
            """
            account_uid | followers | typical_views | typical_engagements | last_seen           | bio
            x:1         | 100       | 40            | null                | 2026-06-28 10:00:00 | new
            x:@ann      | 120       | 50            | 7                   | 2026-06-01 10:00:00 | older
            """)
        .and(AccountAlias.TABLE, "alias_uid | account_uid\nx:@ann | x:1")
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | followers | typical_views | typical_engagements | bio_length | effective_views | effective_engagements
            x:1         | 100       | 40            | 7                   | 3          | 40              | 7
            """);
  }

  @Test
  void aliasesAreFoldedIntoTheirAccount() {
    given(Account.TABLE, "account_uid | followers\nx:1 | 100\nx:@ann | 120")
        .and(AccountAlias.TABLE, "alias_uid | account_uid\nx:@ann | x:1")
        .and(
            ActivityDay.TABLE,
            """
            account_uid | day        | posts | views
            x:1         | 2026-06-28 | 1     | [10]
            x:@ann      | 2026-06-28 | 2     | [20, 30]
            """)
        .when(new ComputeAccountFeatures())
        .then("account_uid | followers | posts_7d | views_median_7d\nx:1 | 120 | 3 | 20");
  }

  private static StepCase days(String tiles) {
    return given(Account.TABLE, "account_uid\nx:1")
        .and(ActivityDay.TABLE, tiles)
        .when(new ComputeAccountFeatures());
  }
}
