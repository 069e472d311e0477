package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;

import dev.kolrank.silver.disclosure.Disclosure;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.Post;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UpdatePostsTest {
  private static final Disclosure SHIPPED = Disclosure.load(Path.of("conf/disclosure.conf"));

  @Test
  void interactionsAreTheSumOfThoseGiven() {
    given(
            PostObservation.TABLE,
            """
            post_uid | account_uid | likes | comments | shares | saves | coins | danmaku | views | dislikes
            bili:1   | bili:9      | 1     | 2        | 3      | 4     | 5     | 6       | 100   | 50
            bili:2   | bili:9      | null  | 2        | null   | null  | null  | null    | 100   | null
            bili:3   | bili:9      | 0     | null     | null   | null  | null  | null    | 100   | null
            bili:4   | bili:9      | null  | null     | null   | null  | null  | null    | 100   | 50
            """)
        .when(new UpdatePosts(SHIPPED))
        .then(
            """
            post_uid | engagements | views
            bili:1   | 21          | 100
            bili:2   | 2           | 100
            bili:3   | 0           | 100
            bili:4   | null        | 100
            """);
  }

  @Test
  void interactionsCountTheLatestOfEachMetric() {
    given(
            PostObservation.TABLE,
            """
            post_uid | account_uid | observed_at         | likes | comments
            x:p      | x:1         | 2026-06-28 10:00:00 | 20    | null
            """)
        .givenPrevious(
            Post.TABLE,
            """
            post_uid | account_uid | likes | comments | engagements | first_seen          | last_seen
            x:p      | x:1         | 10    | 5        | 15          | 2026-06-27 10:00:00 | 2026-06-27 10:00:00
            """)
        .when(new UpdatePosts(SHIPPED))
        .then(
            """
            post_uid | likes | comments | engagements | seen
            x:p      | 20    | 5        | 25          | {comments: 2026-06-27 10:00:00}
            """);
  }

  @Test
  void titleAndTextMention() {
    given(
            PostObservation.TABLE,
            """
            post_uid | account_uid | title        | text
            x:p1     | x:1         | with @Ann    | and @bob_1, @ann again
            x:p2     | x:1         | null         | 和@小红 一起
            x:p3     | x:1         | mail a@b.com | null
            """)
        .when(new UpdatePosts(SHIPPED))
        .then(
            """
            post_uid | mentions
            x:p1     | [ann, bob_1]
            x:p2     | [小红]
            x:p3     | []
            """);
  }

  @Test
  void theDayOfPublicationIsInUniversalTime() {
    given(
            PostObservation.TABLE,
            """
            post_uid | account_uid | published_at
            x:p1     | x:1         | 2026-06-27 23:59:59
            x:p2     | x:1         | 2026-06-28 00:00:00
            x:p3     | x:1         | null
            """)
        .when(new UpdatePosts(SHIPPED))
        .then(
            """
            post_uid | published_on
            x:p1     | 2026-06-27
            x:p2     | 2026-06-28
            x:p3     | null
            """);
  }

  @Test
  void commentsKeepTheirLatestState() {
    given(
            CommentObservation.TABLE,
            """
            comment_uid | post_uid | observed_at         | author_hash | text | likes
            x:c1        | x:p1     | 2026-06-28 10:00:00 | null        | hi   | 3
            """)
        .givenPrevious(
            Comment.TABLE,
            """
            comment_uid | post_uid | author_hash | text | likes | first_seen          | last_seen
            x:c1        | x:p1     | h1          | ho   | 1     | 2026-06-27 10:00:00 | 2026-06-27 10:00:00
            """)
        .when(new UpdateComments())
        .then(
            """
            comment_uid | post_uid | author_hash | text | likes
            x:c1        | x:p1     | h1          | hi   | 3
            """);
  }
}
