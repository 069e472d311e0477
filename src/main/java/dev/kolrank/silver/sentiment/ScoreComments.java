package dev.kolrank.silver.sentiment;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.models.Sentiment;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.CommentSentiment;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judges how every comment feels that was seen since the last night, or that a model is new to. */
public record ScoreComments() implements Step {

  @Override
  public Table output() {
    return CommentSentiment.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(CommentObservation.TABLE, Replacement.TABLE, Comment.TABLE, Sentiment.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(CommentSentiment.MODEL.col().isNull());
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Scoring scoring = Scoring.of(in);
    Dataset<Row> comments =
        scoring.due(
            in,
            Comment.COMMENT_UID,
            CommentSentiment.TABLE,
            Comment.TABLE,
            CommentObservation.TABLE,
            Replacement.COMMENT);
    return scoring.judged(comments, Comment.TEXT.col(), lit(null).cast(StringType));
  }
}
