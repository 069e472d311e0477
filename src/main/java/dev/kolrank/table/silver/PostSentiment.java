package dev.kolrank.table.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.POST_UID;

import dev.kolrank.core.Check;
import dev.kolrank.core.Table;
import java.util.List;

/** How the title and caption of each post feel. */
public final class PostSentiment {
  public static final Table TABLE =
      Table.upserted(
              "silver.post_sentiment",
              "one row per post with a title or caption",
              List.of(
                  POST_UID,
                  ACCOUNT_UID,
                  CommentSentiment.LANGUAGE,
                  CommentSentiment.SENTIMENT,
                  CommentSentiment.POLARITY,
                  CommentSentiment.MODEL),
              POST_UID)
          .checked(CommentSentiment.CHECKS.toArray(Check[]::new));

  private PostSentiment() {}
}
