package dev.kolrank.silver;

import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Comment;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Brings the latest state of every comment seen since the last night up to date. */
public record UpdateComments() implements Step {

  private static final Column SIGHTING =
      array(struct(POST_UID.col(), to_date(Comment.PUBLISHED_AT.col()).as("day")));

  @Override
  public Table output() {
    return Comment.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(CommentObservation.TABLE, Replacement.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(LatestValues.GONE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    return LatestValues.of(Comment.TABLE, Comment.OBSERVED, Map.of(Comment.SIGHTED, SIGHTING))
        .merge(
            in.fresh(CommentObservation.TABLE),
            Replaced.observed(in, CommentObservation.TABLE),
            in.previous(Comment.TABLE),
            Replacement.fresh(in, Replacement.COMMENT)
                .select(Comment.COMMENT_UID.as(Replacement.UID.col())));
  }
}
