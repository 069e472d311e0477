package dev.kolrank.silver;

import static dev.kolrank.table.Columns.OBSERVED_AT;
import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Table;
import dev.kolrank.core.Tonight;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Post;
import java.sql.Timestamp;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What changed in bronze since a step last ran, observations that were taken out included. */
final class Replaced {

  /** The day that a post counts on, as far as one observation tells. */
  static final Column POST_DAY =
      to_date(coalesce(PostObservation.PUBLISHED_AT.col(), OBSERVED_AT.col()));

  private Replaced() {}

  /** All observations that this night may see. */
  static Dataset<Row> observed(Inputs in, Table bronze) {
    return in.get(bronze).where(OBSERVED_AT.col().leq(lit(Timestamp.from(in.end()))));
  }

  /**
   * Every post that gained or lost an observation, with every account and day that any of its
   * observations gives, lost ones too. Whatever the post was taken for on an earlier night, it was
   * taken for one of these.
   */
  static Dataset<Row> sightings(Inputs in) {
    Dataset<Row> lost =
        Replacement.fresh(in, Replacement.POST)
            .select(
                POST_UID.as(Replacement.UID.col()),
                Replacement.ACCOUNT_UID.col(),
                Replacement.DAY.col());
    Dataset<Row> posts =
        Tonight.held(Replacement.touched(in, POST_UID, PostObservation.TABLE, Replacement.POST));
    return Replacement.changed(in, Post.TABLE, PostObservation.TABLE, Replacement.POST)
        .select(POST_UID.col(), Post.SIGHTED.col())
        .join(posts, POST_UID.name())
        .select(POST_UID.col(), explode(Post.SIGHTED.col()).as("sighting"))
        .select(POST_UID.col(), col("sighting.*"))
        .union(lost)
        .distinct();
  }
}
