package dev.kolrank.silver.sentiment;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.models.Sentiment;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.CommentSentiment;
import dev.kolrank.table.silver.Post;
import org.junit.jupiter.api.Test;

class ScoreCommentsTest {
  private static final String COMMENTS =
      """
      comment_uid | post_uid | text
      x:c1        | x:p      | I love this so much, it is really great
      x:c2        | x:p      | 太难看了，差评
      x:c3        | x:p      | null
      x:c4        | x:p      | me gusta mucho la comida de este lugar
      x:c5        | x:p      | 😍
      x:c6        | x:p      | I hate this, it is the worst of all
      """;

  /** Says of every text that it is bad: there is an intercept and nothing else. */
  private static final String GRUMPY =
      """
      language | version | classes              | texts | intercepts | features | idf | weights
      en       | 1       | [negative, positive] | 2     | [0.0, 9.0] | []       | []  | []
      en       | 2       | [negative, positive] | 2     | [9.0, 0.0] | []       | []  | []
      """;

  private static final String JUDGED =
      """
      comment_uid | post_uid | language | sentiment | polarity | model
      x:c6        | x:p      | en       | -0.9      | negative | lexicon-1
      """;

  @Test
  void onlyFreshCommentsAreScoredAndTheModelIsNamed() {
    given(
            CommentObservation.TABLE,
            "comment_uid | post_uid\nx:c1 | x:p\nx:c2 | x:p\nx:c3 | x:p\nx:c4 | x:p\nx:c5 | x:p")
        .and(Comment.TABLE, COMMENTS)
        .givenPrevious(CommentSentiment.TABLE, JUDGED)
        .spreadOver(2)
        .when(new ScoreComments())
        .then(
            """
            comment_uid | post_uid | language | polarity | model
            x:c1        | x:p      | en       | positive | lexicon-1
            x:c2        | x:p      | zh       | negative | lexicon-1
            x:c4        | x:p      | es       | null     | none
            x:c5        | x:p      | null     | positive | lexicon-1
            """);
  }

  @Test
  void aNewModelJudgesItsLanguageAnewAndNothingElse() {
    given(CommentObservation.TABLE, "comment_uid | post_uid")
        .and(Comment.TABLE, COMMENTS)
        .and(Sentiment.TABLE, GRUMPY)
        .givenPrevious(
            CommentSentiment.TABLE,
            """
            comment_uid | post_uid | language | sentiment | polarity | model
            x:c1        | x:p      | en       | 0.9       | positive | lexicon-1
            x:c2        | x:p      | zh       | -0.9      | negative | lexicon-1
            x:c4        | x:p      | es       | null      | null     | none
            x:c5        | x:p      | null     | 0.6       | positive | lexicon-1
            x:c6        | x:p      | en       | -0.9      | negative | en-2
            """)
        .when(new ScoreComments())
        .then("comment_uid | polarity | model\nx:c1 | negative | en-2");
  }

  @Test
  void aFirstModelOfALanguageJudgesWhatNoneCould() {
    given(CommentObservation.TABLE, "comment_uid | post_uid")
        .and(Comment.TABLE, COMMENTS)
        .and(Sentiment.TABLE, GRUMPY.replace("en ", "es "))
        .givenPrevious(
            CommentSentiment.TABLE,
            """
            comment_uid | post_uid | language | sentiment | polarity | model
            x:c1        | x:p      | en       | 0.9       | positive | lexicon-1
            x:c4        | x:p      | es       | null      | null     | none
            x:c7        | x:p      | pt       | null      | null     | none
            """)
        .when(new ScoreComments())
        .then("comment_uid | polarity | model\nx:c4 | negative | es-2");
  }

  @Test
  void aCommentThatIsGoneLosesItsRow() {
    given(CommentObservation.TABLE, "comment_uid | post_uid")
        .and(Replacement.TABLE, "kind | uid\ncomment | x:gone")
        .and(Comment.TABLE, COMMENTS)
        .givenPrevious(CommentSentiment.TABLE, JUDGED)
        .when(new ScoreComments())
        .thenGone("comment_uid\nx:gone")
        .then("comment_uid");
  }

  @Test
  void captionsAreScoredInTheLanguageThatTheyDeclare() {
    given(PostObservation.TABLE, "post_uid\nx:p1\nx:p2\nx:p3")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | title     | text        | language
            x:p1     | x:1         | Love it   | so great    | en-US
            x:p2     | x:1         | Love it   | so great    | es
            x:p3     | x:1         | null      | null        | en
            """)
        .when(new ScorePosts())
        .then(
            """
            post_uid | account_uid | language | polarity | model
            x:p1     | x:1         | en       | positive | lexicon-1
            x:p2     | x:1         | es       | null     | none
            """);
  }
}
