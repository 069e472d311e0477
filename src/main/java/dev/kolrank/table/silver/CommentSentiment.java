package dev.kolrank.table.silver;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** How each comment feels. */
public final class CommentSentiment {
  public static final Field LANGUAGE =
      optional("language", StringType, "detected language, ISO 639-1; null if undecided");
  public static final Field SENTIMENT =
      optional(
          "sentiment",
          DoubleType,
          "from -1 (bad) to 1 (good); null where no model or lexicon knows the language and no"
              + " emoji tells");
  public static final Field POLARITY =
      optional("polarity", StringType, "negative, neutral or positive; null as sentiment is");
  public static final Field MODEL =
      required(
          "model",
          StringType,
          "what decided: language and version in models.sentiment, as in en-2; lexicon where none"
              + " is trained; none");

  static final List<Check> CHECKS =
      List.of(
          new Check.InRange(SENTIMENT, -1, 1),
          new Check.OneOf(POLARITY, List.of("negative", "neutral", "positive")));

  public static final Table TABLE =
      Table.upserted(
              "silver.comment_sentiment",
              "one row per comment with a text",
              List.of(Comment.COMMENT_UID, POST_UID, LANGUAGE, SENTIMENT, POLARITY, MODEL),
              Comment.COMMENT_UID)
          .checked(CHECKS.toArray(Check[]::new));

  private CommentSentiment() {}
}
