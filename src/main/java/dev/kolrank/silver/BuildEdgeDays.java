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
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_extract_all;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.DayRanges;
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

  /** What stands before the handle of somebody who took part; nothing is tried twice. */
  private static final String TOGETHER =
      "(?i)(?:\\bfeat\\b|\\bft\\b|\\bfeaturing|\\bwith|\\bw/|\\bcollab\\w*|\\bx"
          + "|联动|联名|合拍|合作|同框|コラボ|콜라보)[ .:：]*[@＠]([\\p{L}\\p{N}_]++(?:[.-][\\p{L}\\p{N}_]++)*+)";

  /** Whose tile an edge is of: who posted, or to whom was commented. */
  private static final String ANCHOR = "__anchor";

  private static final String WORDS = "__words";

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
    Dataset<Row> known = in.previous(EdgeDay.TABLE);
    Dataset<Row> edges = known.isEmpty() ? all(in) : changed(in, known);
    return edges
        .groupBy(
            EdgeDay.FROM_UID.col(), EdgeDay.TO_UID.col(), EdgeDay.DAY.col(), EdgeDay.KIND.col())
        .agg(
            EdgeDay.TIMES.as(count(POST_UID.col())),
            EdgeDay.POSTS.as(sort_array(collect_set(POST_UID.col()))));
  }

  private static Dataset<Row> all(Inputs in) {
    return ofPosts(addressing(in.get(Post.TABLE)))
        .unionByName(ofComments(BuildCommentDays.written(in)));
  }

  /** The edges of the touched tiles, and a row without a post of each that there is. */
  private static Dataset<Row> changed(Inputs in, Dataset<Row> known) {
    Column isComment = EdgeDay.KIND.col().equalTo(EdgeDay.COMMENT);
    Dataset<Row> keys =
        known.select(
            EdgeDay.FROM_UID.col(), EdgeDay.TO_UID.col(), EdgeDay.DAY.col(), EdgeDay.KIND.col());
    Dataset<Row> mine = keys.where(not(isComment)).withColumn(ANCHOR, EdgeDay.FROM_UID.col());
    Dataset<Row> theirs = keys.where(isComment).withColumn(ANCHOR, EdgeDay.TO_UID.col());
    Dataset<Row> postTiles = TouchedDays.ofPosts(in);
    Dataset<Row> commentTiles =
        TouchedDays.ofComments(in, theirs.select(ACCOUNT_UID.as(col(ANCHOR)), EdgeDay.DAY.col()));
    Column counted = BuildActivityDays.countsOn(DayRanges.of(postTiles, EdgeDay.DAY.col()));
    Dataset<Row> posts = addressing(in.get(Post.TABLE).where(counted));
    return ofPosts(posts.join(postTiles, TouchedDays.TILE, "left_semi"))
        .unionByName(ofComments(BuildCommentDays.written(in, commentTiles)))
        .unionByName(before(mine, postTiles), true)
        .unionByName(before(theirs, commentTiles), true);
  }

  private static Dataset<Row> before(Dataset<Row> edges, Dataset<Row> tiles) {
    Column tile =
        edges
            .col(ANCHOR)
            .equalTo(tiles.col(ACCOUNT_UID.name()))
            .and(edges.col(EdgeDay.DAY.name()).equalTo(tiles.col(TouchedDays.DAY)));
    return edges
        .where(DayRanges.of(tiles, EdgeDay.DAY.col()).contain(EdgeDay.DAY))
        .join(tiles, tile, "left_semi")
        .drop(ANCHOR);
  }

  /** The posts that turn to somebody. */
  private static Dataset<Row> addressing(Dataset<Row> posts) {
    Column words = concat_ws("\n", Post.TITLE.col(), Post.TEXT.col());
    return posts
        .where(size(Post.MENTIONS.col()).gt(0))
        .select(
            POST_UID.col(),
            PLATFORM.col(),
            ACCOUNT_UID.col(),
            EdgeDay.DAY.as(BuildActivityDays.day()),
            Post.REPOST.as(coalesce(Post.REPOST.col(), lit(false))),
            Post.MENTIONS.col(),
            words.as(WORDS));
  }

  /** One row per post and handle that it turns to. */
  private static Dataset<Row> ofPosts(Dataset<Row> posts) {
    Column together =
        transform(regexp_extract_all(col(WORDS), lit(TOGETHER), lit(1)), h -> lower(h));
    Column own =
        concat(
            turned(Post.MENTIONS.col(), EdgeDay.MENTION),
            turned(array_intersect(Post.MENTIONS.col(), together), EdgeDay.COLLABORATION));
    Column repeated = turned(slice(Post.MENTIONS.col(), 1, 1), EdgeDay.REPOST);
    return posts
        .withColumn("to", explode(when(Post.REPOST.col(), repeated).otherwise(own)))
        .where(col("to.handle").isNotNull())
        .select(
            EdgeDay.FROM_UID.as(ACCOUNT_UID.col()),
            EdgeDay.TO_UID.as(concat(PLATFORM.col(), lit(":@"), col("to.handle"))),
            EdgeDay.DAY.col(),
            EdgeDay.KIND.as(col("to.kind")),
            POST_UID.col());
  }

  private static Column turned(Column handles, String kind) {
    return transform(handles, h -> struct(h.as("handle"), lit(kind).as("kind")));
  }

  private static Dataset<Row> ofComments(Dataset<Row> written) {
    return written.select(
        EdgeDay.FROM_UID.as(Comment.AUTHOR_HASH.col()),
        EdgeDay.TO_UID.as(ACCOUNT_UID.col()),
        EdgeDay.DAY.col(),
        EdgeDay.KIND.as(lit(EdgeDay.COMMENT)),
        POST_UID.col());
  }
}
