package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountText;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.Post;
import org.junit.jupiter.api.Test;

/** A post that leaves a tile must leave it: else two tiles count it. */
class BuildActivityDaysMovedPostsTest {
  private static final BuildActivityDays STEP = new BuildActivityDays();
  private static final String SEEN =
      """
      post_uid | account_uid | observed_at         | published_at
      """;
  private static final String KNOWN =
      """
      account_uid | day        | posts
      x:1         | 2026-06-25 | 2
      x:1         | 2026-06-01 | 1
      """;

  @Test
  void aPostWhoseDayIsLearnedLaterLeavesTheDayItWasFirstSeen() {
    given(PostObservation.TABLE, SEEN + "x:p1 | x:1 | 2026-06-28 10:00:00 | 2026-06-20 08:00:00")
        .givenPrevious(
            PostObservation.TABLE,
            SEEN
                + """
                    x:p1 | x:1 | 2026-06-25 10:00:00 | null
                    x:p2 | x:1 | 2026-06-25 10:00:00 | null""")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | last_seen           | first_seen          | sighted
            x:p1     | x:1         | 2026-06-20   | 2026-06-28 10:00:00 | 2026-06-25 10:00:00 | [{"account_uid": "x:1", "day": "2026-06-20"}, {"account_uid": "x:1", "day": "2026-06-25"}]
            x:p2     | x:1         | null         | 2026-06-28 10:00:00 | 2026-06-25 10:00:00 | [{"account_uid": "x:1", "day": "2026-06-25"}]
            """)
        .givenPrevious(ActivityDay.TABLE, KNOWN)
        .when(STEP)
        .then("account_uid | day | posts\nx:1 | 2026-06-20 | 1\nx:1 | 2026-06-25 | 1");
  }

  @Test
  void aPostOfUnknownTimeThatTurnsOutToHaveBeenSeenBeforeMovesThere() {
    given(PostObservation.TABLE, SEEN + "x:p1 | x:1 | 2026-06-24 10:00:00 | null")
        .givenPrevious(PostObservation.TABLE, SEEN + "x:p1 | x:1 | 2026-06-25 10:00:00 | null")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | last_seen           | first_seen          | sighted
            x:p1     | x:1         | null         | 2026-06-28 10:00:00 | 2026-06-24 10:00:00 | [{"account_uid": "x:1", "day": "2026-06-24"}, {"account_uid": "x:1", "day": "2026-06-25"}]
            """)
        .givenPrevious(ActivityDay.TABLE, KNOWN)
        .when(STEP)
        .thenGone("account_uid | day\nx:1 | 2026-06-25")
        .then("account_uid | day | posts\nx:1 | 2026-06-24 | 1");
  }

  @Test
  void aPostThatIsSeenUnderAnotherAccountLeavesTheFirst() {
    String fresh = SEEN + "x:p1 | x:2 | 2026-06-28 10:00:00 | 2026-06-25 08:00:00";
    String before = SEEN + "x:p1 | x:1 | 2026-06-26 10:00:00 | 2026-06-25 08:00:00";
    String posts =
        """
        post_uid | account_uid | published_on | last_seen           | title | sighted
        x:p1     | x:2         | 2026-06-25   | 2026-06-28 10:00:00 | Soup  | [{"account_uid": "x:1", "day": "2026-06-25"}, {"account_uid": "x:2", "day": "2026-06-25"}]
        """;
    given(PostObservation.TABLE, fresh)
        .givenPrevious(PostObservation.TABLE, before)
        .and(Post.TABLE, posts)
        .givenPrevious(ActivityDay.TABLE, KNOWN)
        .when(STEP)
        .thenGone("account_uid | day\nx:1 | 2026-06-25")
        .then("account_uid | day | posts\nx:2 | 2026-06-25 | 1");
    given(PostObservation.TABLE, fresh)
        .givenPrevious(PostObservation.TABLE, before)
        .and(Post.TABLE, posts)
        .and(Account.TABLE, "account_uid | name\nx:1 | Ann")
        .givenPrevious(AccountText.TABLE, "account_uid | text\nx:1 | Ann Soup")
        .when(new DescribeAccounts(5))
        .then("account_uid | text\nx:1 | Ann\nx:2 | Soup");
  }

  @Test
  void aPostThatTurnsOutToBeARepostLeavesItsTile() {
    given(PostObservation.TABLE, SEEN + "x:p1 | x:1 | 2026-06-28 10:00:00 | 2026-06-25 08:00:00")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | last_seen           | repost | sighted
            x:p1     | x:1         | 2026-06-25   | 2026-06-28 10:00:00 | true   | [{"account_uid": "x:1", "day": "2026-06-25"}]
            x:p2     | x:1         | 2026-06-25   | 2026-06-28 10:00:00 | false  | [{"account_uid": "x:1", "day": "2026-06-25"}]
            """)
        .givenPrevious(ActivityDay.TABLE, KNOWN)
        .when(STEP)
        .then("account_uid | day | posts\nx:1 | 2026-06-25 | 1");
  }
}
