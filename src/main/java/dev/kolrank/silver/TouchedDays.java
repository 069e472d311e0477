package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.to_date;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Tonight;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.Post;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tiles, by account and day, of what changed since the last night: where posts and comments
 * count now and where they may have counted before. Nothing but tonight's drop is read of bronze.
 */
final class TouchedDays {
  static final String DAY = "day";
  static final String[] TILE = {ACCOUNT_UID.name(), DAY};

  private TouchedDays() {}

  /** The tiles of changed posts. */
  static Dataset<Row> ofPosts(Inputs in) {
    return Tonight.held(
        Replaced.sightings(in)
            .groupBy(POST_UID.col())
            .agg(collect_set(ACCOUNT_UID.col()).as("accounts"), collect_set(col(DAY)).as("days"))
            .select(ACCOUNT_UID.as(explode(col("accounts"))), col("days"))
            .select(ACCOUNT_UID.col(), explode(col("days")).as(DAY))
            .distinct());
  }

  /**
   * The tiles of changed comments, and of comments on changed posts: a post tells whose they are.
   *
   * @param known the tiles there are; all of them are touched when comments were taken away
   */
  static Dataset<Row> ofComments(Inputs in, Dataset<Row> known) {
    Dataset<Row> fresh =
        Tonight.held(
            in.fresh(CommentObservation.TABLE).select(Comment.COMMENT_UID.col()).distinct());
    Dataset<Row> posts =
        Tonight.held(Replaced.sightings(in).select(POST_UID.col(), ACCOUNT_UID.col()).distinct());
    Dataset<Row> changed =
        Replacement.changed(in, Comment.TABLE, CommentObservation.TABLE, Replacement.COMMENT);
    Dataset<Row> places =
        Tonight.held(places(changed.join(fresh, Comment.COMMENT_UID.name(), "left_semi")));
    Dataset<Row> written =
        places.join(owners(in, places, posts), POST_UID.name()).select(ACCOUNT_UID.col(), col(DAY));
    Dataset<Row> onPosts =
        in.get(Comment.TABLE)
            .select(POST_UID.col(), to_date(Comment.PUBLISHED_AT.col()).as(DAY))
            .join(posts, POST_UID.name())
            .select(ACCOUNT_UID.col(), col(DAY));
    Dataset<Row> touched = written.union(onPosts);
    boolean lost = !Replacement.fresh(in, Replacement.COMMENT).isEmpty();
    Dataset<Row> all = lost ? touched.union(known.select(ACCOUNT_UID.col(), col(DAY))) : touched;
    return Tonight.held(all.where(col(DAY).isNotNull()).distinct());
  }

  /** Whose the posts of the places are, and those that changed tonight were. */
  private static Dataset<Row> owners(Inputs in, Dataset<Row> places, Dataset<Row> changed) {
    return in.get(Post.TABLE)
        .select(POST_UID.col(), ACCOUNT_UID.col())
        .union(changed)
        .join(places, new String[] {POST_UID.name()}, "left_semi")
        .distinct();
  }

  private static Dataset<Row> places(Dataset<Row> comments) {
    return comments
        .select(explode(Comment.SIGHTED.col()).as("s"))
        .select("s.post_uid", "s.day")
        .distinct();
  }
}
