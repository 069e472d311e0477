package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.LastPosts;
import dev.kolrank.table.silver.Post;
import org.junit.jupiter.api.Test;

/** An account that fell silent is still known by its newest posts. */
class UpdateLastPostsTest {
  private static final UpdateLastPosts STEP = new UpdateLastPosts();
  private static final String DAYS =
      """
      account_uid | day        | posts | views     | engagements
      x:1         | 2025-10-01 | 2     | [10, 400] | [3]
      x:1         | 2025-09-30 | 1     | [70]      | [5]
      x:1         | 2025-07-04 | 1     | [900]     | []
      x:1         | 2025-07-03 | 1     | [901]     | [99]
      x:2         | 2026-06-01 | 1     | []        | []
      """;

  @Test
  void thePostsOfTheNinetyDaysUpToTheNewestCount() {
    given(ActivityDay.TABLE, DAYS)
        .spreadOver(3)
        .when(STEP)
        .then(
            """
            account_uid | day        | posts | views_median | engagements_median
            x:1         | 2025-10-01 | 4     | 235          | 4
            x:2         | 2026-06-01 | 1     | null         | null
            """);
  }

  @Test
  void onlyAccountsWhosePostsChangedAreSummarizedAgain() {
    seenAgain("x:2", "2026-06-01", DAYS)
        .givenPrevious(
            LastPosts.TABLE,
            """
            account_uid | day        | posts | views_median
            x:1         | 2025-10-01 | 1     | 7
            x:2         | 2025-01-01 | 1     | 5
            """)
        .when(STEP)
        .then("account_uid | day | posts | views_median\nx:2 | 2026-06-01 | 1 | null");
  }

  @Test
  void aRunThatSawNoPostChangesNothing() {
    given(ActivityDay.TABLE, DAYS)
        .givenPrevious(
            LastPosts.TABLE, "account_uid | day | posts | views_median\nx:1 | 2025-10-01 | 4 | 9")
        .when(STEP)
        .then("account_uid | day | posts | views_median");
  }

  @Test
  void aChangedOldPostLeavesTheNewestDayAsItIs() {
    seenAgain("x:1", "2025-09-30", DAYS)
        .givenPrevious(
            LastPosts.TABLE, "account_uid | day | posts | views_median\nx:1 | 2025-10-01 | 4 | 9")
        .when(STEP)
        .then("account_uid | day | posts | views_median\nx:1 | 2025-10-01 | 4 | 235");
  }

  @Test
  void anAccountThatLostItsNewestDayFallsBackToTheDayBefore() {
    seenAgain("x:1", "2026-01-01", DAYS)
        .givenPrevious(
            LastPosts.TABLE, "account_uid | day | posts | views_median\nx:1 | 2026-01-01 | 1 | 9")
        .when(STEP)
        .then("account_uid | day | posts\nx:1 | 2025-10-01 | 4");
  }

  @Test
  void anAccountWithoutPostsLeftIsDeleted() {
    seenAgain("x:3", "2026-01-01", DAYS)
        .givenPrevious(
            LastPosts.TABLE, "account_uid | day | posts | views_median\nx:3 | 2026-01-01 | 1 | 9")
        .when(STEP)
        .thenGone("account_uid\nx:3");
  }

  /** One post of the account, of that day, is observed again. */
  private static StepCase seenAgain(String account, String day, String days) {
    return given(
            PostObservation.TABLE,
            "post_uid | account_uid | observed_at\nx:p | %s | 2026-06-28 10:00:00"
                .formatted(account))
        .and(
            Post.TABLE,
            ("post_uid | account_uid | last_seen | sighted\n"
                    + "x:p | %1$s | 2026-06-28 10:00:00 | [{\"account_uid\": \"%1$s\", \"day\":"
                    + " \"%2$s\"}]")
                .formatted(account, day))
        .and(ActivityDay.TABLE, days);
  }
}
