package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Tonight;
import dev.kolrank.feature.FindFlags.Signal;
import dev.kolrank.table.features.Features;
import dev.kolrank.table.features.FlagEvidence;
import dev.kolrank.table.features.Rows;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.CommentDay;
import dev.kolrank.table.silver.EdgeDay;
import dev.kolrank.table.silver.Post;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Finds the posts that show why an account is flagged; only flagged accounts' posts are looked at.
 */
record FlagPosts(Inputs in, SourceRows sources) {
  private static final int STRONGEST = 3;
  private static final int MOST_POSTS = 20;
  private static final int MOST_TEXTS = 3;
  private static final int LEAST_TIMES = 3;
  private static final int LEAST_SHARED = 10;

  /** The posts of the window that got most interactions, of each flagged account. */
  Dataset<Row> strongest(Dataset<Row> flagged) {
    Column oldest = date_sub(SourceRows.night(in), Features.LONGEST_WINDOW);
    Dataset<Row> posts =
        in.get(Post.TABLE)
            .where(Post.PUBLISHED_ON.col().gt(oldest))
            .where(Post.PUBLISHED_ON.col().leq(SourceRows.night(in)))
            .where(Post.ENGAGEMENTS.col().isNotNull())
            .where(not(coalesce(Post.REPOST.col(), lit(false))))
            .select(ACCOUNT_UID.col(), POST_UID.col(), Post.ENGAGEMENTS.col());
    Column ordered =
        sort_array(collect_list(struct(Post.ENGAGEMENTS.col(), POST_UID.col())), false);
    return FindFlags.of(flagged)
        .apply(sources.folded(posts))
        .groupBy(ACCOUNT_UID.col())
        .agg(
            FlagEvidence.POSTS.as(
                transform(slice(ordered, 1, STRONGEST), p -> p.getField(POST_UID.name()))));
  }

  /** Pairs that share too many commenters, with the account's posts where these commented. */
  Dataset<Row> pods(Dataset<Row> suspects) {
    Dataset<Row> pairs =
        sources
            .pods(FindFlags.of(suspects.where(Signal.POD.isBeyond())))
            .where(Rows.SHARED_SHARE.col().gt(Signal.POD.limit))
            .where(col(Pods.SHARED).geq(LEAST_SHARED));
    Dataset<Row> own =
        sources
            .comments()
            .select(
                ACCOUNT_UID.col(), EdgeDay.FROM_UID.col(), explode(EdgeDay.POSTS.col()).as("p"));
    Dataset<Row> others =
        sources
            .comments()
            .select(ACCOUNT_UID.col().as(Rows.OTHER.name()), EdgeDay.FROM_UID.col())
            .distinct();
    return pairs
        .join(own, ACCOUNT_UID.name())
        .join(others, new String[] {Rows.OTHER.name(), EdgeDay.FROM_UID.name()}, "inner")
        .groupBy(
            ACCOUNT_UID.col(),
            Rows.OTHER.col(),
            Rows.SHARED_SHARE.col(),
            col(Pods.SHARED),
            col(Pods.PEOPLE),
            col("other_people"))
        .agg(FlagEvidence.POSTS.as(few(col("p"))))
        .select(
            ACCOUNT_UID.col(),
            FlagEvidence.FLAG.as(lit(FlagEvidence.POD)),
            FlagEvidence.ITEM.as(Rows.OTHER.col()),
            FlagEvidence.DAY.as(lit(null).cast("date")),
            FlagEvidence.MEASURED.as(Rows.SHARED_SHARE.col()),
            FlagEvidence.LIMIT.as(lit(Signal.POD.limit)),
            FlagEvidence.POSTS.col(),
            FlagEvidence.NUMBERS.as(
                map(
                    lit("shared"),
                    col(Pods.SHARED).cast("double"),
                    lit("commenters"),
                    col(Pods.PEOPLE).cast("double"),
                    lit("other_commenters"),
                    col("other_people").cast("double"))));
  }

  /** The texts that are repeated most under accounts with too many repeated ones. */
  Dataset<Row> texts(Dataset<Row> suspects) {
    Column repeats = Signal.DUPLICATES.isBeyond().or(Signal.TEMPLATES.isBeyond());
    Dataset<Row> flagged =
        suspects
            .where(repeats)
            .select(
                ACCOUNT_UID.col(), col(Signal.DUPLICATES.feature), col(Signal.TEMPLATES.feature));
    Dataset<Row> posts =
        Tonight.held(
            sources
                .folded(in.get(Post.TABLE).select(POST_UID.col(), ACCOUNT_UID.col()))
                .join(flagged, ACCOUNT_UID.name()));
    return texts(posts, Signal.DUPLICATES, "\\s+")
        .unionByName(texts(posts, Signal.TEMPLATES, "\\P{L}+"));
  }

  /** Of one of the flags, texts being the same but for what {@code noise} matches. */
  private Dataset<Row> texts(Dataset<Row> posts, Signal signal, String noise) {
    Column text = regexp_replace(lower(Comment.TEXT.col()), noise, "");
    var most =
        Window.partitionBy(ACCOUNT_UID.col()).orderBy(col("times").desc(), FlagEvidence.ITEM.col());
    Dataset<Row> flagged =
        posts
            .where(signal.isBeyond())
            .select(
                POST_UID.col(),
                ACCOUNT_UID.col(),
                col(signal.feature).as(FlagEvidence.MEASURED.name()));
    return comments(flagged)
        .where(length(text).geq(CommentDay.LEAST_LETTERS))
        .groupBy(
            ACCOUNT_UID.col(),
            FlagEvidence.MEASURED.col(),
            FlagEvidence.ITEM.as(hex(xxhash64(text))))
        .agg(
            count(lit(1)).as("times"),
            count_distinct(Comment.AUTHOR_HASH.col()).as("people"),
            FlagEvidence.POSTS.as(few(POST_UID.col())))
        .where(col("times").geq(LEAST_TIMES))
        .withColumn("place", row_number().over(most))
        .where(col("place").leq(MOST_TEXTS))
        .select(
            ACCOUNT_UID.col(),
            FlagEvidence.FLAG.as(lit(signal.flag)),
            FlagEvidence.ITEM.col(),
            FlagEvidence.DAY.as(lit(null).cast("date")),
            FlagEvidence.MEASURED.col(),
            FlagEvidence.LIMIT.as(lit(signal.limit)),
            FlagEvidence.POSTS.col(),
            FlagEvidence.NUMBERS.as(
                map(
                    lit("times"),
                    col("times").cast("double"),
                    lit("people"),
                    col("people").cast("double"))));
  }

  /** The comments of the window on these posts. */
  private Dataset<Row> comments(Dataset<Row> posts) {
    Column first = date_sub(SourceRows.night(in), Features.LONGEST_WINDOW - 1);
    Column end = date_add(SourceRows.night(in), 1);
    Column at = Comment.PUBLISHED_AT.col();
    return in.get(Comment.TABLE)
        .where(Comment.AUTHOR_HASH.col().isNotNull().and(Comment.TEXT.col().isNotNull()))
        .where(at.geq(first).and(at.lt(end)))
        .select(POST_UID.col(), Comment.AUTHOR_HASH.col(), Comment.TEXT.col())
        .join(posts, POST_UID.name());
  }

  private static Column few(Column posts) {
    return slice(array_sort(collect_set(posts)), 1, MOST_POSTS);
  }
}
