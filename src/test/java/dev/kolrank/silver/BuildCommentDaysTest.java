package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.StepCase;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.models.Sentiment;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.CommentDay;
import dev.kolrank.table.silver.CommentSentiment;
import dev.kolrank.table.silver.Post;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildCommentDaysTest {
  private static final String POSTS =
      """
      post_uid | account_uid | sighted
      x:p1     | x:1         | [{"account_uid": "x:1", "day": "2026-06-20"}]
      x:p2     | x:2         | [{"account_uid": "x:1", "day": "2026-06-20"}, {"account_uid": "x:2", "day": "2026-06-20"}]
      """;
  private static final String COMMENTS =
      """
      comment_uid | post_uid | author_hash | published_at        | text                | sighted
      x:c1        | x:p1     | ann         | 2026-06-27 10:00:00 | Love this so much!! | [{"post_uid": "x:p1", "day": "2026-06-27"}]
      x:c2        | x:p1     | bob         | 2026-06-27 10:59:59 | love THIS so much 2 | [{"post_uid": "x:p1", "day": "2026-06-27"}]
      x:c3        | x:p1     | ann         | 2026-06-27 23:00:00 | short               | [{"post_uid": "x:p1", "day": "2026-06-27"}]
      x:c4        | x:p1     | null        | 2026-06-27 23:00:00 | Love this so much!! | [{"post_uid": "x:p1", "day": "2026-06-27"}]
      x:c5        | x:p1     | cat         | null                | Love this so much!! | [{"post_uid": "x:p1", "day": null}]
      x:c6        | x:p1     | cat         | 2026-06-26 01:00:00 | null                | [{"post_uid": "x:p1", "day": "2026-06-26"}]
      x:c7        | x:p2     | cat         | 2026-06-27 01:00:00 | null                | [{"post_uid": "x:p2", "day": "2026-06-27"}]
      """;

  @Test
  void aTileHasTheCommentsOfADayByKnownAuthors() {
    List<Row> tiles =
        given(Comment.TABLE, COMMENTS).and(Post.TABLE, POSTS).when(new BuildCommentDays()).rows();
    assertEquals(3, tiles.size());
    Row busy =
        tiles.stream()
            .filter(t -> t.<Long>getAs(CommentDay.COMMENTS.name()) == 3)
            .findFirst()
            .orElseThrow();
    assertEquals("x:1", busy.getString(0));
    List<Long> hours = busy.getList(busy.fieldIndex(CommentDay.HOURS.name()));
    assertEquals(2, hours.get(10));
    assertEquals(1, hours.get(23));
    assertEquals(24, hours.size());
    List<Long> texts = busy.getList(busy.fieldIndex(CommentDay.TEXTS.name()));
    assertEquals(2, texts.stream().distinct().count());
    List<Long> templates = busy.getList(busy.fieldIndex(CommentDay.TEMPLATES.name()));
    assertEquals(List.of(templates.get(0), templates.get(0)), templates);
  }

  @Test
  void onlyTheTilesOfChangedCommentsAndPostsAreRebuilt() {
    given(Comment.TABLE, COMMENTS)
        .and(Post.TABLE, POSTS)
        .and(CommentObservation.TABLE, "comment_uid\nx:c6")
        .givenPrevious(
            CommentDay.TABLE,
            "account_uid | day | comments | judges\nx:1 | 2026-06-27 | 3 | lexicon-1")
        .when(new BuildCommentDays())
        .then("account_uid | day | comments\nx:1 | 2026-06-26 | 1");
    changedPost().thenGone("account_uid | day\nx:1 | 2026-06-27");
    changedPost().then("account_uid | day | comments\nx:2 | 2026-06-27 | 1");
  }

  /** A post that moved to x:2 takes its comments with it. */
  private static StepCase changedPost() {
    return given(
            Comment.TABLE,
            """
            comment_uid | post_uid | author_hash | published_at        | sighted
            x:c7        | x:p2     | cat         | 2026-06-27 01:00:00 | [{"post_uid": "x:p2", "day": "2026-06-27"}]
            """)
        .and(Post.TABLE, POSTS)
        .and(PostObservation.TABLE, "post_uid\nx:p2")
        .givenPrevious(
            CommentDay.TABLE,
            "account_uid | day | comments | judges\nx:1 | 2026-06-27 | 1 | lexicon-1")
        .when(new BuildCommentDays());
  }

  @Test
  void aTileCountsHowItsCommentsFeel() {
    given(Comment.TABLE, COMMENTS)
        .and(Post.TABLE, POSTS)
        .and(
            CommentSentiment.TABLE,
            """
            comment_uid | polarity
            x:c1        | positive
            x:c2        | negative
            x:c3        | null
            x:c4        | negative
            x:c6        | neutral
            x:c7        | positive
            """)
        .when(new BuildCommentDays())
        .then(
            """
            account_uid | day        | comments | positive | neutral | negative | judges
            x:1         | 2026-06-26 | 1        | 0        | 1       | 0        | lexicon-1
            x:1         | 2026-06-27 | 3        | 1        | 0       | 1        | lexicon-1
            x:2         | 2026-06-27 | 1        | 1        | 0       | 0        | lexicon-1
            """);
  }

  @Test
  void whatOthersJudgedIsCountedAnew() {
    given(Comment.TABLE, COMMENTS)
        .and(Post.TABLE, POSTS)
        .and(CommentSentiment.TABLE, "comment_uid | polarity\nx:c6 | negative")
        .and(Sentiment.TABLE, "language | version\nzh | 1\nen | 2\nen | 1")
        .givenPrevious(
            CommentDay.TABLE,
            """
            account_uid | day        | comments | negative | judges
            x:1         | 2026-06-26 | 1        | 0        | lexicon-1
            x:1         | 2026-06-27 | 3        | 0        | lexicon-1 en-2 zh-1
            """)
        .when(new BuildCommentDays())
        .then(
            """
            account_uid | day        | comments | negative | judges
            x:1         | 2026-06-26 | 1        | 1        | lexicon-1 en-2 zh-1
            """);
  }

  @Test
  void commentsTakenAwayLeaveTheirTiles() {
    given(Replacement.TABLE, "kind | uid\ncomment | x:c9")
        .givenPrevious(CommentDay.TABLE, "account_uid | day | comments\nx:9 | 2026-06-27 | 1")
        .when(new BuildCommentDays())
        .thenGone("account_uid | day\nx:9 | 2026-06-27")
        .then("account_uid | day");
  }
}
