package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.silver.disclosure.Disclosure;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountText;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.Post;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What was made of observations that a replaced file no longer gives. */
class ReplacedObservationsTest {
  private static final Disclosure SHIPPED = Disclosure.load(Path.of("conf/disclosure.conf"));

  private static final BuildActivityDays TILES = new BuildActivityDays();

  @Test
  void aPostIsMadeOfTheObservationsThatAreLeft() {
    StepCase posts =
        given(
                PostObservation.TABLE,
                """
                post_uid | account_uid | observed_at         | views | title
                x:p1     | x:1         | 2026-06-26 10:00:00 | 20    | null
                x:p3     | x:1         | 2026-06-28 10:00:00 | 30    | null
                """)
            .and(Replacement.TABLE, "kind | uid\npost | x:p1\npost | x:p2\naccount | x:p3")
            .givenPrevious(
                PostObservation.TABLE,
                """
                post_uid | account_uid | observed_at         | views | title
                x:p1     | x:1         | 2026-06-25 10:00:00 | 10    | Left
                """)
            .givenPrevious(
                Post.TABLE,
                """
                post_uid | account_uid | views | title | first_seen          | last_seen           | seen
                x:p1     | x:9         | 99    | Lost  | 2026-06-20 10:00:00 | 2026-06-27 10:00:00 | {}
                x:p2     | x:9         | 99    | Lost  | 2026-06-20 10:00:00 | 2026-06-27 10:00:00 | {}
                x:p3     | x:1         | 29    | Kept  | 2026-06-20 10:00:00 | 2026-06-20 10:00:00 | {}
                """)
            .when(new UpdatePosts(SHIPPED));
    posts
        .thenGone("post_uid\nx:p2")
        .then(
            """
            post_uid | account_uid | views | title | first_seen          | last_seen           | seen
            x:p1     | x:1         | 20    | Left  | 2026-06-25 10:00:00 | 2026-06-26 10:00:00 | {title: 2026-06-25 10:00:00}
            x:p3     | x:1         | 30    | Kept  | 2026-06-20 10:00:00 | 2026-06-28 10:00:00 | {title: 2026-06-20 10:00:00}
            """);
  }

  @Test
  void anObservationOfALaterNightKeepsNoKeyAlive() {
    given(PostObservation.TABLE, "post_uid | observed_at")
        .and(Replacement.TABLE, "kind | uid\npost | x:p1")
        .givenPrevious(PostObservation.TABLE, "post_uid | observed_at\nx:p1 | 2026-06-29 00:00:00")
        .when(new UpdatePosts(SHIPPED))
        .thenGone("post_uid\nx:p1")
        .then("post_uid");
  }

  @Test
  void anAccountsDayGoesWithItsLastObservation() {
    String left =
        """
        account_uid | observed_at         | followers
        x:1         | 2026-06-26 10:00:00 | 10
        x:2         | 2026-06-26 10:00:00 | null
        """;
    String lost =
        """
        kind    | uid | day
        account | x:1 | 2026-06-26
        account | x:1 | 2026-06-27
        account | x:2 | 2026-06-26
        """;
    given(Replacement.TABLE, lost)
        .givenPrevious(AccountObservation.TABLE, left)
        .when(new UpdateAccountDays())
        .thenGone("account_uid | day\nx:1 | 2026-06-27\nx:2 | 2026-06-26")
        .then("account_uid | day | followers\nx:1 | 2026-06-26 | 10");
    given(Replacement.TABLE, lost + "account | x:3 | 2026-06-26\n")
        .givenPrevious(AccountObservation.TABLE, left)
        .when(new UpdateAccounts())
        .thenGone("account_uid\nx:3")
        .then("account_uid | followers\nx:1 | 10\nx:2 | null");
  }

  @Test
  void aCommentGoesWithItsLastObservation() {
    given(Replacement.TABLE, "kind | uid\ncomment | x:c1\ncomment | x:c2")
        .givenPrevious(
            CommentObservation.TABLE,
            "comment_uid | post_uid | observed_at | text\nx:c2 | x:p | 2026-06-26 10:00:00 | Left")
        .givenPrevious(Comment.TABLE, "comment_uid | text\nx:c1 | Lost\nx:c2 | Lost")
        .when(new UpdateComments())
        .thenGone("comment_uid\nx:c1")
        .then("comment_uid | text\nx:c2 | Left");
  }

  @Test
  void aTileGoesWithItsLastPost() {
    given(
            Replacement.TABLE,
            """
            kind | uid  | account_uid | day
            post | x:p1 | x:1         | 2026-06-26
            post | x:p2 | x:2         | 2026-06-26
            post | x:p2 | x:2         | 2026-06-20
            """)
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on
            x:p3     | x:2         | 2026-06-26
            x:p4     | x:3         | 2026-06-26
            """)
        .givenPrevious(
            ActivityDay.TABLE,
            """
            account_uid | day        | posts
            x:1         | 2026-06-26 | 1
            x:2         | 2026-06-26 | 2
            x:3         | 2026-06-26 | 1
            """)
        .when(TILES)
        .thenGone("account_uid | day\nx:1 | 2026-06-26")
        .then("account_uid | day | posts\nx:2 | 2026-06-26 | 1");
  }

  @Test
  void aTextGoesWithTheLastPost() {
    given(Replacement.TABLE, "kind | uid | account_uid\npost | x:p1 | x:1\naccount | x:2 | x:2")
        .and(Account.TABLE, "account_uid | name\nx:2 | Left\nx:3 | Other")
        .givenPrevious(AccountText.TABLE, "account_uid | text\nx:1 | Lost\nx:2 | Lost")
        .when(new DescribeAccounts(5))
        .thenGone("account_uid\nx:1")
        .then("account_uid | text\nx:2 | Left");
  }
}
