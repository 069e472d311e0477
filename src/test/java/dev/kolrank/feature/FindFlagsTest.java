package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.EdgeDay;
import dev.kolrank.table.silver.Post;
import org.junit.jupiter.api.Test;

/** Each flag with the rows that show it. */
class FindFlagsTest {

  @Test
  void numbersBeyondTheirLimitsWithTheStrongestPosts() {
    given(
            AccountFeature.TABLE,
            """
            account_uid | engagement_band | engagement_rate_by_followers | comment_like_band | like_view_band | comment_hour_burst_90d | benford_distance_90d | followers
            x:1         | 4               | 0.5                          | -3.6              | 3.5            | 0.75                   | 0.1                  | 100
            x:2         | 3.5             | 0.5                          | null              | -3.51          | 0.5                    | 0.08                 | 100
            """)
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | engagements | repost
            x:p1     | x:1         | 2026-06-20   | 5           | null
            x:p2     | x:1         | 2026-06-20   | 50          | false
            x:p3     | x:1         | 2026-06-20   | 7           | null
            x:p4     | x:1         | 2026-06-20   | 7           | null
            x:p5     | x:1         | 2026-03-30   | 900         | null
            x:p6     | x:1         | 2026-06-20   | null        | null
            x:p7     | x:1         | 2026-06-20   | 90000       | true
            """)
        .when(new FindFlags())
        .then(
            """
            account_uid | flag              | item | day  | measured | beyond | posts
            x:1         | engagement_band   | all  | null | 4        | 3.5    | [x:p2, x:p4, x:p3]
            x:1         | comment_like_band | all  | null | -3.6     | 3.5    | [x:p2, x:p4, x:p3]
            x:1         | hour_burst        | all  | null | 0.75     | 0.5    | [x:p2, x:p4, x:p3]
            x:1         | benford           | all  | null | 0.1      | 0.08   | [x:p2, x:p4, x:p3]
            x:2         | like_view_band    | all  | null | -3.51    | 3.5    | []
            """);
  }

  @Test
  void theDayOfAJumpWithFollowersBeforeAndAfter() {
    given(AccountFeature.TABLE, "account_uid | follower_spikes_90d\nx:1 | 1\nx:9 | 0")
        .and(AccountDay.TABLE, AuthenticityFeaturesTest.JUMP)
        .when(new FindFlags())
        .then(
            """
            account_uid | flag         | item       | day        | measured | beyond | numbers
            x:1         | growth_spike | 2026-06-26 | 2026-06-26 | 2000     | 500    | {followers_before: 1050, followers: 3050}
            """);
  }

  @Test
  void thePartnerOfAPodAndThePostsUnderWhichItMet() {
    String whole = AuthenticityFeaturesTest.pod();
    String more =
        """
            c5 | x:2 | 2026-06-20 | comment | [x:2-p]
            c6 | x:2 | 2026-06-20 | comment | [x:2-p]
            c7 | x:2 | 2026-06-20 | comment | [x:2-p]
            c8 | x:2 | 2026-06-20 | comment | [x:2-p]
            c9 | x:2 | 2026-06-20 | comment | [x:2-p]
            """;
    given(AccountFeature.TABLE, "account_uid | pod_overlap_90d\nx:1 | 1\nx:2 | 1\nx:4 | 0.5")
        .and(EdgeDay.TABLE, whole.replaceAll("(?m)^.*x:3.*\n", "") + more)
        .when(new FindFlags())
        .then(
            """
            account_uid | flag | item | measured | beyond | posts   | numbers
            x:1         | pod  | x:2  | 1        | 0.5    | [x:1-p] | {shared: 10, commenters: 10, other_commenters: 17}
            x:2         | pod  | x:1  | 1        | 0.5    | [x:2-p] | {shared: 10, commenters: 17, other_commenters: 10}
            """);
  }

  @Test
  void theTextsRepeatedMostAsFingerprints() {
    given(AccountFeature.TABLE, "account_uid | duplicate_comments_share_90d\nx:1 | 0.31\nx:2 | 0.3")
        .and(Account.TABLE, "account_uid\nx:1\nx:2")
        .and(Post.TABLE, "post_uid | account_uid\nx:p1 | x:1\nx:p2 | x:1\nx:q1 | x:2")
        .and(
            Comment.TABLE,
            """
            comment_uid | post_uid | author_hash | published_at        | text
            x:c1        | x:p1     | ann         | 2026-06-28 10:00:00 | So beautiful
            x:c2        | x:p1     | bob         | 2026-06-28 10:00:00 | so  beautiful
            x:c3        | x:p2     | bob         | 2026-06-27 10:00:00 | SO BEAUTIFUL
            x:c4        | x:p2     | bob         | 2026-03-27 10:00:00 | SO BEAUTIFUL
            x:c5        | x:p2     | bob         | 2026-06-27 10:00:00 | nice one indeed
            x:c6        | x:q1     | bob         | 2026-06-27 10:00:00 | So beautiful
            """)
        .when(new FindFlags())
        .then(
            """
            account_uid | flag               | measured | beyond | posts        | numbers
            x:1         | duplicate_comments | 0.31     | 0.3    | [x:p1, x:p2] | {times: 3, people: 2}
            """);
  }

  @Test
  void theTemplatesRepeatedMostWhateverFiguresAndEmojiDiffer() {
    given(AccountFeature.TABLE, "account_uid | templated_comments_share_90d\nx:1 | 0.4")
        .and(Account.TABLE, "account_uid\nx:1")
        .and(Post.TABLE, "post_uid | account_uid\nx:p1 | x:1\nx:p2 | x:1")
        .and(
            Comment.TABLE,
            """
            comment_uid | post_uid | author_hash | published_at        | text
            x:c1        | x:p1     | ann         | 2026-06-28 10:00:00 | So beautiful 12!
            x:c2        | x:p1     | bob         | 2026-06-28 10:00:00 | so beautiful 🔥
            x:c3        | x:p2     | cat         | 2026-06-27 10:00:00 | SO BEAUTIFUL...
            x:c4        | x:p2     | cat         | 2026-06-27 10:00:00 | so ugly 1
            """)
        .when(new FindFlags())
        .then(
            """
            account_uid | flag               | measured | beyond | posts        | numbers
            x:1         | templated_comments | 0.4      | 0.3    | [x:p1, x:p2] | {times: 3, people: 3}
            """);
  }
}
