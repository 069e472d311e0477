package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.EdgeDay;
import dev.kolrank.table.silver.Post;
import org.junit.jupiter.api.Test;

class BuildEdgeDaysTest {
  private static final String POSTS =
      """
      post_uid | account_uid | published_on | repost | mentions   | text                    | sighted
      x:p1     | x:1         | 2026-06-27   | null   | [bob, cat] | Dinner w/ @Bob, hi @cat | [{"account_uid": "x:1", "day": "2026-06-27"}]
      x:p2     | x:1         | 2026-06-27   | false  | [bob]      | @bob again              | [{"account_uid": "x:1", "day": "2026-06-27"}]
      x:p3     | x:1         | 2026-06-27   | true   | [dan, bob] | RT @dan: with @bob      | [{"account_uid": "x:1", "day": "2026-06-27"}]
      x:p4     | x:1         | 2026-06-26   | true   | null       | RT                      | [{"account_uid": "x:1", "day": "2026-06-26"}]
      x:p5     | x:2         | 2026-06-26   | null   | [王小明]   | 联动@王小明             | [{"account_uid": "x:2", "day": "2026-06-26"}]
      """;

  @Test
  void mentionsRepostsAndCollaborationsOfEachDay() {
    posts()
        .then(
            """
            from_uid | to_uid    | day        | kind          | times | posts
            x:1      | x:@bob    | 2026-06-27 | mention       | 2     | [x:p1, x:p2]
            x:1      | x:@cat    | 2026-06-27 | mention       | 1     | [x:p1]
            x:1      | x:@bob    | 2026-06-27 | collaboration | 1     | [x:p1]
            x:1      | x:@dan    | 2026-06-27 | repost        | 1     | [x:p3]
            x:2      | x:@王小明 | 2026-06-26 | mention       | 1     | [x:p5]
            x:2      | x:@王小明 | 2026-06-26 | collaboration | 1     | [x:p5]
            """);
  }

  @Test
  void aCommentLeadsFromItsAuthorToThePostsAccount() {
    given(
            Comment.TABLE,
            """
            comment_uid | post_uid | author_hash | published_at
            x:c1        | x:p1     | ann         | 2026-06-28 10:00:00
            x:c2        | x:p1     | ann         | 2026-06-28 11:00:00
            x:c3        | x:p2     | ann         | 2026-06-28 11:00:00
            x:c4        | x:p2     | ann         | 2026-06-20 11:00:00
            x:c5        | x:p9     | ann         | 2026-06-20 11:00:00
            """)
        .and(Post.TABLE, "post_uid | account_uid\nx:p1 | x:1\nx:p2 | x:1")
        .when(new BuildEdgeDays())
        .then(
            """
            from_uid | to_uid | day        | kind    | times | posts
            ann      | x:1    | 2026-06-28 | comment | 3     | [x:p1, x:p2]
            ann      | x:1    | 2026-06-20 | comment | 1     | [x:p2]
            """);
  }

  @Test
  void edgesOfAChangedDayThatNoPostMakesAnyMoreGo() {
    StepCase night =
        posts()
            .and(PostObservation.TABLE, "post_uid\nx:p1")
            .givenPrevious(
                EdgeDay.TABLE,
                """
                from_uid | to_uid | day        | kind    | times | posts
                x:1      | x:@bob | 2026-06-27 | mention | 1     | [x:p1]
                x:1      | x:@eve | 2026-06-27 | mention | 1     | [x:p1]
                x:1      | x:@eve | 2026-06-26 | mention | 1     | [x:p4]
                ann      | x:1    | 2026-06-27 | comment | 1     | [x:p1]
                """);
    night
        .when(new BuildEdgeDays())
        .thenGone("from_uid | to_uid | day | kind\nx:1 | x:@eve | 2026-06-27 | mention");
    night.then(
        """
        from_uid | to_uid | kind          | times
        x:1      | x:@bob | mention       | 2
        x:1      | x:@cat | mention       | 1
        x:1      | x:@bob | collaboration | 1
        x:1      | x:@dan | repost        | 1
        """);
  }

  private static StepCase posts() {
    return given(Post.TABLE, POSTS).when(new BuildEdgeDays());
  }

  @Test
  void aCaptionOfOneEndlessNameStopsNothing() {
    String name = "a" + ".a".repeat(60_000);
    given(PostObservation.TABLE, "post_uid | account_uid\nx:p1 | x:1")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | mentions | text        | sighted
            x:p1     | x:1         | 2026-06-27   | [bob]    | with @%s    | [{"account_uid": "x:1", "day": "2026-06-27"}]
            """
                .formatted(name))
        .when(new BuildEdgeDays())
        .then("to_uid | kind\nx:@bob | mention");
  }
}
