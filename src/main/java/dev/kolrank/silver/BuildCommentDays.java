package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.theta_sketch_agg;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.core.DayRanges;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.core.Tonight;
import dev.kolrank.silver.sentiment.NewestModels;
import dev.kolrank.silver.sentiment.Polarity;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.models.Sentiment;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.CommentDay;
import dev.kolrank.table.silver.CommentSentiment;
import dev.kolrank.table.silver.Post;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rebuilds the tiles of the days on which an account's comments changed. */
public record BuildCommentDays() implements Step {
  private static final String[] COMMENT = {Comment.COMMENT_UID.name()};

  @Override
  public Table output() {
    return CommentDay.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(
        CommentObservation.TABLE,
        PostObservation.TABLE,
        Replacement.TABLE,
        Comment.TABLE,
        CommentSentiment.TABLE,
        Sentiment.TABLE,
        Post.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(CommentDay.COMMENTS.col().equalTo(0));
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> known =
        in.previous(CommentDay.TABLE)
            .select(ACCOUNT_UID.col(), CommentDay.DAY.col(), CommentDay.JUDGES.col());
    String judges = NewestModels.names(in);
    Dataset<Row> judged =
        known.isEmpty()
            ? written(in).join(feelings(in), COMMENT, "left")
            : changed(in, known, judges);
    return judged
        .groupBy(ACCOUNT_UID.col(), CommentDay.DAY.col())
        .agg(
            CommentDay.COMMENTS.as(count(Comment.COMMENT_UID.col())),
            CommentDay.PEOPLE.as(theta_sketch_agg(Comment.AUTHOR_HASH.col())),
            CommentDay.HOURS.as(hours()),
            CommentDay.TEXTS.as(fingerprints(regexp_replace(col("said"), "\\s+", ""))),
            CommentDay.TEMPLATES.as(fingerprints(regexp_replace(col("said"), "\\P{L}+", ""))),
            CommentDay.POSITIVE.as(feeling(Polarity.POSITIVE)),
            CommentDay.NEUTRAL.as(feeling(Polarity.NEUTRAL)),
            CommentDay.NEGATIVE.as(feeling(Polarity.NEGATIVE)))
        .withColumn(CommentDay.JUDGES.name(), lit(judges));
  }

  /**
   * The comments of the touched tiles, judged, and a row without a comment of each that there is:
   * one that lost its last is taken away for that.
   */
  private static Dataset<Row> changed(Inputs in, Dataset<Row> known, String judges) {
    Dataset<Row> rejudged =
        known.where(CommentDay.JUDGES.col().notEqual(judges)).drop(CommentDay.JUDGES.name());
    Dataset<Row> touched =
        Tonight.held(TouchedDays.ofComments(in, known).union(rejudged).distinct());
    Dataset<Row> before =
        known
            .drop(CommentDay.JUDGES.name())
            .where(DayRanges.of(touched, CommentDay.DAY.col()).contain(CommentDay.DAY))
            .join(touched, TouchedDays.TILE, "left_semi");
    Dataset<Row> comments = Tonight.held(written(in, touched));
    Dataset<Row> uids = comments.select(Comment.COMMENT_UID.col());
    Dataset<Row> feelings = feelings(in).join(uids, COMMENT, "left_semi");
    return comments.join(feelings, COMMENT, "left").unionByName(before, true);
  }

  private static Dataset<Row> feelings(Inputs in) {
    return in.get(CommentSentiment.TABLE)
        .select(Comment.COMMENT_UID.col(), CommentSentiment.POLARITY.col());
  }

  private static Column feeling(Polarity polarity) {
    return count(when(CommentSentiment.POLARITY.col().equalTo(polarity.text()), lit(1)));
  }

  /** Comments of known authors and times on known posts, with the account they were made to. */
  static Dataset<Row> written(Inputs in) {
    return comments(in).join(posts(in), POST_UID.name());
  }

  /** The same of some tiles. */
  static Dataset<Row> written(Inputs in, Dataset<Row> tiles) {
    String[] post = {POST_UID.name()};
    String[] account = {ACCOUNT_UID.name()};
    String[] day = {CommentDay.DAY.name()};
    Dataset<Row> days = Tonight.held(tiles.select(CommentDay.DAY.col()).distinct());
    Dataset<Row> comments =
        comments(in)
            .where(DayRanges.of(days, CommentDay.DAY.col()).contain(Comment.PUBLISHED_AT))
            .join(days, day, "left_semi");
    Dataset<Row> commented = Tonight.held(comments.select(POST_UID.col()).distinct());
    Dataset<Row> posts =
        Tonight.held(
            posts(in).join(commented, post, "left_semi").join(tiles, account, "left_semi"));
    return comments.join(posts, POST_UID.name()).join(tiles, TouchedDays.TILE, "left_semi");
  }

  private static Dataset<Row> comments(Inputs in) {
    return in.get(Comment.TABLE)
        .where(Comment.AUTHOR_HASH.col().isNotNull().and(Comment.PUBLISHED_AT.col().isNotNull()))
        .select(
            Comment.COMMENT_UID.col(),
            POST_UID.col(),
            Comment.AUTHOR_HASH.col(),
            Comment.PUBLISHED_AT.col(),
            lower(Comment.TEXT.col()).as("said"),
            CommentDay.DAY.as(to_date(Comment.PUBLISHED_AT.col())));
  }

  private static Dataset<Row> posts(Inputs in) {
    return in.get(Post.TABLE).select(POST_UID.col(), ACCOUNT_UID.col());
  }

  private static Column hours() {
    return array(
        IntStream.range(0, 24)
            .mapToObj(
                h -> coalesce(sum(when(hour(Comment.PUBLISHED_AT.col()).equalTo(h), 1L)), lit(0L)))
            .toArray(Column[]::new));
  }

  private static Column fingerprints(Column text) {
    Column enough = when(length(text).geq(CommentDay.LEAST_LETTERS), xxhash64(text));
    return slice(sort_array(collect_list(enough)), 1, CommentDay.MOST_TEXTS);
  }
}
