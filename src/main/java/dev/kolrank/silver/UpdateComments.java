package dev.kolrank.silver;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Comment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Brings the latest state of every comment seen since the last night up to date. */
public record UpdateComments() implements Step {

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
    return new LatestValues(List.of(Comment.COMMENT_UID), Comment.OBSERVED)
        .merge(
            in.fresh(CommentObservation.TABLE),
            Replaced.observed(in, CommentObservation.TABLE),
            in.previous(Comment.TABLE),
            Replaced.keys(in, Replacement.COMMENT)
                .select(Comment.COMMENT_UID.as(Replacement.UID.col())));
  }
}
