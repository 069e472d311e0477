package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.features.Features;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.CommentDay;
import dev.kolrank.table.silver.EdgeDay;
import dev.kolrank.table.silver.LastPosts;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Features of followers, commenters and stated numbers, computed by hand. */
class AudienceFeaturesTest {
  @Test
  void observedPostsComeBeforeWhatASourceStates() {
    given(
            Account.TABLE,
            """
            account_uid | followers | typical_views | typical_engagements
            x:1         | 100       | 1000          | 70
            x:2         | 200       | 2000          | 80
            x:3         | null      | 3000          | 90
            x:4         | 0         | null          | 5
            """)
        .and(
            ActivityDay.TABLE,
            """
            account_uid | day        | views | engagements
            x:1         | 2026-06-20 | [10]  | [4]
            x:1         | 2026-05-20 | [30]  | [6]
            x:2         | 2026-05-20 | [20]  | [8]
            """)
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | effective_views | effective_engagements | engagement_rate_by_followers
            x:1         | 10              | 4                     | 0.04
            x:2         | 20              | 8                     | 0.04
            x:3         | 3000            | 90                    | null
            x:4         | null            | 5                     | null
            """);
  }

  @Test
  void anAccountThatFellSilentKeepsWhatItsNewestPostsGot() {
    given(
            Account.TABLE,
            """
            account_uid | typical_views | typical_engagements
            x:1         | null          | null
            x:2         | 2000          | null
            x:3         | null          | null
            x:@three    | null          | null
            x:4         | null          | null
            """)
        .and(AccountAlias.TABLE, "alias_uid | account_uid\nx:@three | x:3")
        .and(
            LastPosts.TABLE,
            """
            account_uid | day        | posts | views_median | engagements_median
            x:1         | 2025-11-30 | 3     | 500          | 40
            x:2         | 2025-11-30 | 3     | 600          | null
            x:3         | 2025-10-01 | 3     | 700          | 60
            x:@three    | 2025-10-09 | 3     | 800          | null
            """)
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | days_since_post | last_views_median | last_engagements_median | effective_views | effective_engagements
            x:1         | 210             | 500               | 40                      | 500             | 40
            x:2         | 210             | 600               | null                    | 2000            | null
            x:3         | 262             | 800               | 60                      | 800             | 60
            x:4         | null            | null              | null                    | null            | null
            """);
  }

  @Test
  void growthIsTheLogarithmPerFourWeeksOfDampedFollowers() {
    // ln((3000 + 1000) / (1000 + 1000)) over 14 days, twice that over 28; 7 days show one count
    growth(
            """
            account_uid | day        | followers
            x:1         | 2026-06-14 | 1000
            x:1         | 2026-06-21 | 9999
            x:1         | 2026-06-28 | 3000
            """)
        .then(
            "follower_growth_7d | follower_growth_28d | follower_growth_90d\n"
                + "null | 1.386294361 | 1.386294361");
  }

  /** x:3 was seen by the good source since, and x:4 is another source's. */
  @Test
  void anAccountThatAFailedSourceSawLastHasNoMomentumAndIsNotStale() {
    given(
            Account.TABLE,
            """
            account_uid | last_seen
            x:1         | 2026-06-21 10:00:00
            x:2         | 2026-06-14 10:00:00
            x:3         | 2026-06-28 10:00:00
            x:4         | 2026-06-14 10:00:00
            """)
        .and(
            AccountDay.TABLE,
            """
            account_uid | day        | followers
            x:1         | 2026-06-14 | 1000
            x:1         | 2026-06-21 | 3000
            x:3         | 2026-06-14 | 1000
            x:3         | 2026-06-28 | 3000
            """)
        .and(
            AccountObservation.TABLE,
            """
            account_uid | source | observed_at
            x:1         | bad    | 2026-06-14 10:00:00
            x:@one      | bad    | 2026-06-21 10:00:00
            x:3         | bad    | 2026-06-14 10:00:00
            x:4         | good   | 2026-06-14 10:00:00
            """)
        .and(
            PostObservation.TABLE,
            """
            account_uid | source | observed_at
            x:2         | bad    | 2026-06-14 10:00:00
            x:3         | good   | 2026-06-28 10:00:00
            """)
        .and(AccountAlias.TABLE, "alias_uid | account_uid\nx:@one | x:1")
        .and(
            IngestedFile.TABLE,
            """
            source | source_file | crawl_date
            bad    | bad/a       | 2026-06-14
            bad    | bad/b       | 2026-06-21
            good   | good/a      | 2026-06-28
            """)
        .when(new ComputeAccountFeatures(Features.disclosureRules(), Set.of("bad")))
        .then(
            """
            account_uid | follower_growth_28d | staleness_days
            x:1         | null                | 0
            x:2         | null                | 7
            x:3         | 1.386294361         | 0
            x:4         | null                | 14
            """);
  }

  /** Of an account and its alias the greater count of a day counts, whichever row comes first. */
  @Test
  void anAliasSeenOnTheSameDayMakesNoOtherGrowth() {
    given(Account.TABLE, "account_uid\nx:1\nx:@ann")
        .and(AccountAlias.TABLE, "alias_uid | account_uid\nx:@ann | x:1")
        .and(
            AccountDay.TABLE,
            """
            account_uid | day        | followers
            x:1         | 2026-06-14 | 1000
            x:@ann      | 2026-06-14 | 900
            x:1         | 2026-06-28 | 2500
            x:@ann      | 2026-06-28 | 3000
            """)
        .spreadOver(4)
        .when(new ComputeAccountFeatures())
        .then("follower_growth_28d\n1.386294361");
  }

  @Test
  void growthOverSixDaysOfAWeek() {
    // ln(2000 / 1000) * 28 / 6
    growth("account_uid | day | followers\nx:1 | 2026-06-22 | 0\nx:1 | 2026-06-28 | 1000")
        .then("follower_growth_7d\n3.234686842");
  }

  @Test
  void daysWithoutACountAreNoEnds() {
    growth(
            """
            account_uid | day        | followers
            x:1         | 2026-06-22 | null
            x:1         | 2026-06-24 | 1000
            x:1         | 2026-06-26 | 1000
            x:1         | 2026-06-28 | null
            """)
        .then("follower_growth_7d | follower_growth_28d\n0 | 0");
  }

  @Test
  void accelerationIsRecentGrowthAboveTheLonger() {
    // ln 2 * 28 / 14 - ln 2 * 28 / 56
    growth(
            """
            account_uid | day        | followers
            x:1         | 2026-05-03 | 1000
            x:1         | 2026-06-14 | 1000
            x:1         | 2026-06-28 | 3000
            """)
        .then("follower_acceleration\n1.039720771");
    growth("account_uid | day | followers\nx:1 | 2026-06-28 | 1000")
        .then("follower_acceleration\nnull");
  }

  @Test
  void oneCountOrNoneShowsNoGrowth() {
    growth("account_uid | day | followers\nx:1 | 2026-06-28 | 1000")
        .then("follower_growth_7d\nnull");
    growth("account_uid | day | followers\nx:1 | 2026-06-28 | null")
        .then("follower_growth_7d\nnull");
  }

  @Test
  void peopleOfSeveralDaysAreCountedOnce() {
    given(Account.TABLE, "account_uid\nx:1\nx:2")
        .and(
            CommentDay.TABLE,
            """
            account_uid | day        | people
            x:1         | 2026-06-28 | [ann]
            x:1         | 2026-06-22 | [ann, bob]
            x:1         | 2026-06-21 | [bob, cat]
            x:1         | 2026-04-10 | [dan]
            x:1         | 2026-03-30 | [eve]
            x:2         | 2026-03-31 | [ann]
            """)
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | engaged_people_7d | engaged_people_28d | engaged_people_90d
            x:1         | 2                 | 3                  | 4
            x:2         | null              | null               | 1
            """);
  }

  @Test
  void whoCommentsOnASecondPostReturnsAndOnAThirdIsDevoted() {
    comments(
            """
            from_uid | to_uid | day        | kind    | posts
            ann      | x:1    | 2026-06-28 | comment | [x:p1]
            ann      | x:1    | 2026-06-27 | comment | [x:p1]
            bob      | x:1    | 2026-06-27 | comment | [x:p2]
            bob      | x:1    | 2026-06-10 | comment | [x:p3]
            cat      | x:1    | 2026-06-10 | comment | [x:p1, x:p2, x:p3]
            dan      | x:1    | 2026-04-10 | comment | [x:p3]
            dan      | x:1    | 2026-03-30 | comment | [x:p1]
            ann      | x:2    | 2026-05-28 | comment | [x:q1]
            x:3      | x:@ann | 2026-05-28 | mention | [x:q1, x:q2]
            """)
        .then(
            """
            account_uid | returning_commenters_share_28d | returning_commenters_share_90d | devoted_commenters_share_28d | devoted_commenters_share_90d
            x:1         | 0.66666667                     | 0.5                            | 0.33333333                   | 0.25
            x:2         | null                           | 0                              | null                         | 0
            """);
  }

  @Test
  void commentersAndFollowersOfAliasesCountForTheirAccount() {
    given(Account.TABLE, "account_uid\nx:1\nx:@ann")
        .and(AccountAlias.TABLE, "alias_uid | account_uid\nx:@ann | x:1")
        .and(
            EdgeDay.TABLE,
            """
            from_uid | to_uid | day        | kind    | posts
            bob      | x:1    | 2026-06-28 | comment | [x:p1]
            bob      | x:@ann | 2026-06-28 | comment | [x:p2]
            """)
        .and(
            CommentDay.TABLE,
            """
            account_uid | day        | people
            x:1         | 2026-06-28 | [bob]
            x:@ann      | 2026-06-28 | [bob]
            """)
        .and(
            AccountDay.TABLE,
            "account_uid | day | followers\nx:1 | 2026-06-24 | 0\nx:@ann | 2026-06-28 | 0")
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | engaged_people_7d | returning_commenters_share_90d | follower_growth_7d
            x:1         | 1                 | 1                              | 0
            """);
  }

  @Test
  void staleIsWhatWasNotSeenForLong() {
    given(
            Account.TABLE,
            """
            account_uid | last_seen
            x:1         | 2026-06-28 23:00:00
            x:2         | 2026-06-01 01:00:00
            """)
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | platform | staleness_days | coverage
            x:1         | x        | 0              | 0
            x:2         | x        | 27             | 0
            """);
  }

  private static StepCase growth(String days) {
    return given(Account.TABLE, "account_uid\nx:1")
        .and(AccountDay.TABLE, days)
        .when(new ComputeAccountFeatures());
  }

  private static StepCase comments(String edges) {
    return given(Account.TABLE, "account_uid\nx:1\nx:2")
        .and(EdgeDay.TABLE, edges)
        .when(new ComputeAccountFeatures());
  }
}
