package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;

import dev.kolrank.silver.disclosure.Disclosure;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.Post;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Rounded counts and lower bounds are known as such in silver. */
class FlaggedCountsTest {

  @Test
  void theFlagIsThatOfTheValueKept() {
    given(
            AccountObservation.TABLE,
            """
            account_uid | observed_at         | followers | posts | rounded            | censored
            x:1         | 2026-06-27 10:00:00 | 12000     | 100   | [followers, posts] | [posts]
            x:1         | 2026-06-28 10:00:00 | 12345     | null  | []                 | [posts]
            x:2         | 2026-06-28 10:00:00 | 13000     | null  | [followers]        | []
            x:3         | 2026-06-28 10:00:00 | null      | 7     | []                 | []
            """)
        .givenPrevious(
            Account.TABLE,
            """
            account_uid | followers | following | first_seen          | last_seen           | rounded     | censored
            x:2         | 12000     | 500       | 2026-06-20 10:00:00 | 2026-06-20 10:00:00 | [following] | [followers, following]
            x:3         | 90        | null      | 2026-06-20 10:00:00 | 2026-06-20 10:00:00 | null        | null
            """)
        .when(new UpdateAccounts())
        .then(
            """
            account_uid | followers | following | posts | rounded                | censored
            x:1         | 12345     | null      | 100   | [posts]                | [posts]
            x:2         | 13000     | 500       | null  | [followers, following] | [following]
            x:3         | 90        | null      | 7     | []                     | []
            """);
  }

  @Test
  void ofOneValueSeenAtOneTimeTheExactOneCounts() {
    given(
            AccountObservation.TABLE,
            """
            account_uid | observed_at         | followers | following | posts | rounded     | censored
            x:1         | 2026-06-28 10:00:00 | 12000     | 100       | 5     | [followers] | [following, posts]
            x:1         | 2026-06-28 10:00:00 | 12000     | 100       | 5     | []          | [posts]
            x:1         | 2026-06-28 10:00:00 | 12000     | 100       | 5     | [following] | [following, posts]
            """)
        .spreadOver(3)
        .when(new UpdateAccountDays())
        .then("account_uid | followers | rounded | censored\nx:1 | 12000 | [] | [posts]");
  }

  @Test
  void aDayOfAnOlderLakeHasNoFlags() {
    given(
            AccountObservation.TABLE,
            """
            account_uid | observed_at         | followers | rounded
            x:1         | 2026-06-28 10:00:00 | 12000     | [followers]
            """)
        .givenPrevious(
            AccountDay.TABLE,
            """
            account_uid | day        | followers | posts | first_seen          | last_seen           | rounded | censored
            x:1         | 2026-06-28 | 11500     | 100   | 2026-06-28 09:00:00 | 2026-06-28 09:00:00 | null    | null
            """)
        .when(new UpdateAccountDays())
        .then("followers | posts | rounded | censored\n12000 | 100 | [followers] | []");
  }

  @Test
  void interactionsAreAsInexactAsTheirParts() {
    given(
            PostObservation.TABLE,
            """
            post_uid | account_uid | views  | likes  | comments | rounded | censored
            x:p1     | x:1         | 120000 | 100000 | 7        | [views] | [likes]
            x:p2     | x:1         | 120000 | 99     | 7        | []      | [views]
            """)
        .when(new UpdatePosts(Disclosure.load(Path.of("conf/disclosure.conf"))))
        .then(
            """
            post_uid | engagements | rounded | censored
            x:p1     | 100007      | [views] | [likes, engagements]
            x:p2     | 106         | []      | [views]
            """);
  }

  /** Lower bounds stay among the values, and out of the ratios: neither side is known. */
  @Test
  void lowerBoundsMakeNoRatio() {
    given(
            PostObservation.TABLE,
            "post_uid | account_uid | published_at\nx:p1 | x:1 | 2026-06-27 10:00:00")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | views  | likes | comments | engagements | rounded       | censored
            x:p1     | x:1         | 2026-06-27   | 100000 | 500   | 50       | 550         | [views]       | [views]
            x:p2     | x:1         | 2026-06-27   | 2000   | 100   | 10       | 110         | [views]       | null
            x:p3     | x:1         | 2026-06-27   | 3000   | 999   | 30       | 1029        | [engagements] | [likes, engagements]
            """)
        .when(new BuildActivityDays())
        .then(
            """
            views                | engagements      | view_rates | engaged_views | viewed_engagements | viewed_likes | liked_views | liked_comments | commented_likes | viewed_posts | engaged_posts | rounded_counts | censored_counts
            [2000, 3000, 100000] | [110, 550, 1029] | [55000]    | 2000          | 110                | 100          | 2000        | 60             | 600             | 3            | 3             | 3              | 2
            """);
  }
}
