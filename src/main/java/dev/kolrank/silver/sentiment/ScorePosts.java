package dev.kolrank.silver.sentiment;

import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.functions.concat_ws;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.models.Sentiment;
import dev.kolrank.table.silver.CommentSentiment;
import dev.kolrank.table.silver.Post;
import dev.kolrank.table.silver.PostSentiment;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judges how every caption feels that was seen since the last night, or that a model is new to. */
public record ScorePosts() implements Step {

  @Override
  public Table output() {
    return PostSentiment.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(PostObservation.TABLE, Replacement.TABLE, Post.TABLE, Sentiment.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(CommentSentiment.MODEL.col().isNull());
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Scoring scoring = Scoring.of(in);
    Dataset<Row> posts =
        scoring.due(
            in, POST_UID, PostSentiment.TABLE, Post.TABLE, PostObservation.TABLE, Replacement.POST);
    Column caption = concat_ws("\n", Post.TITLE.col(), Post.TEXT.col());
    return scoring.judged(posts, caption, Post.LANGUAGE.col());
  }
}
