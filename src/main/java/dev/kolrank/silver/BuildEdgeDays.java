package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_extract_all;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.transform;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.EdgeDay;
import dev.kolrank.table.silver.Post;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rebuilds who turned to whom on the days that changed: the handles that a post mentions, the one
 * that it repeats, those it says that it was made with, and who commented on whom.
 */
public record BuildEdgeDays() implements Step {

  /** What stands before the handle of somebody who took part. */
  private static final String TOGETHER =
      "(?i)(?:\\bfeat\\b|\\bft\\b|\\bfeaturing|\\bwith|\\bw/|\\bcollab\\w*|\\bx"
          + "|联动|联名|合拍|合作|同框|コラボ|콜라보)[ .:：]*[@＠]([\\p{L}\\p{N}_]+(?:[.-][\\p{L}\\p{N}_]+)*)";

  private static final String ANCHOR = "__anchor";

  @Override
  public Table output() {
    return EdgeDay.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(
        CommentObservation.TABLE,
        PostObservation.TABLE,
        Replacement.TABLE,
        Comment.TABLE,
        Post.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(EdgeDay.TIMES.col().equalTo(0));
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> posts = ofPosts(in);
    Dataset<Row> comments = ofComments(in);
    Dataset<Row> known = in.previous(EdgeDay.TABLE);
    Dataset<Row> edges = posts.unionByName(comments);
    if (!known.isEmpty()) {
      Column isComment = EdgeDay.KIND.col().equalTo(EdgeDay.COMMENT);
      Dataset<Row> mine = known.where(not(isComment)).withColumn(ANCHOR, EdgeDay.FROM_UID.col());
      Dataset<Row> theirs = known.where(isComment).withColumn(ANCHOR, EdgeDay.TO_UID.col());
      Dataset<Row> ofPosts = anchored(TouchedDays.ofPosts(in));
      Dataset<Row> ofComments =
          anchored(
              TouchedDays.ofComments(
                  in, theirs.select(ACCOUNT_UID.as(col(ANCHOR)), EdgeDay.DAY.col())));
      edges = touched(posts, mine, ofPosts).unionByName(touched(comments, theirs, ofComments));
    }
    return edges
        .groupBy(
            EdgeDay.FROM_UID.col(), EdgeDay.TO_UID.col(), EdgeDay.DAY.col(), EdgeDay.KIND.col())
        .agg(
            EdgeDay.TIMES.as(count(POST_UID.col())),
            EdgeDay.POSTS.as(sort_array(collect_set(POST_UID.col()))));
  }

  private static Dataset<Row> anchored(Dataset<Row> tiles) {
    return tiles.withColumnRenamed(ACCOUNT_UID.name(), ANCHOR);
  }

  /** What the touched tiles hold now, and what they held before, without a post. */
  private static Dataset<Row> touched(Dataset<Row> now, Dataset<Row> before, Dataset<Row> tiles) {
    String[] tile = {ANCHOR, EdgeDay.DAY.name()};
    return now.join(tiles, tile, "left_semi")
        .unionByName(
            before
                .join(tiles, tile, "left_semi")
                .drop(EdgeDay.TIMES.col())
                .drop(EdgeDay.POSTS.col()),
            true);
  }

  /** One row per post and handle that it turns to. */
  private static Dataset<Row> ofPosts(Inputs in) {
    Column words = concat_ws("\n", Post.TITLE.col(), Post.TEXT.col());
    Column isRepost = coalesce(Post.REPOST.col(), lit(false));
    Dataset<Row> posts =
        in.get(Post.TABLE)
            .where(Post.MENTIONS.col().isNotNull())
            .select(
                POST_UID.col(),
                PLATFORM.col(),
                ACCOUNT_UID.col(),
                EdgeDay.DAY.as(BuildActivityDays.day()),
                isRepost.as("repeats"),
                Post.MENTIONS.col(),
                array_intersect(
                        Post.MENTIONS.col(),
                        transform(regexp_extract_all(words, lit(TOGETHER), lit(1)), h -> lower(h)))
                    .as("partners"));
    Dataset<Row> own = posts.where(not(col("repeats")));
    return edges(own, explode(Post.MENTIONS.col()), EdgeDay.MENTION)
        .unionByName(edges(own, explode(col("partners")), EdgeDay.COLLABORATION))
        .unionByName(
            edges(posts.where(col("repeats")), get(Post.MENTIONS.col(), lit(0)), EdgeDay.REPOST));
  }

  private static Dataset<Row> edges(Dataset<Row> posts, Column handle, String kind) {
    return posts
        .select(
            POST_UID.col(),
            PLATFORM.col(),
            ACCOUNT_UID.col(),
            EdgeDay.DAY.col(),
            handle.as("handle"))
        .where(col("handle").isNotNull())
        .select(
            ACCOUNT_UID.col().as(ANCHOR),
            EdgeDay.FROM_UID.as(ACCOUNT_UID.col()),
            EdgeDay.TO_UID.as(concat(PLATFORM.col(), lit(":@"), col("handle"))),
            EdgeDay.DAY.col(),
            EdgeDay.KIND.as(lit(kind)),
            POST_UID.col());
  }

  private static Dataset<Row> ofComments(Inputs in) {
    return BuildCommentDays.written(in)
        .select(
            ACCOUNT_UID.col().as(ANCHOR),
            EdgeDay.FROM_UID.as(Comment.AUTHOR_HASH.col()),
            EdgeDay.TO_UID.as(ACCOUNT_UID.col()),
            EdgeDay.DAY.col(),
            EdgeDay.KIND.as(lit(EdgeDay.COMMENT)),
            POST_UID.col());
  }
}
