package dev.kolrank.table.bronze;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.BATCH;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.Columns.POST_UID;
import static dev.kolrank.table.Columns.SOURCE;
import static dev.kolrank.table.Columns.SOURCE_FILE;
import static dev.kolrank.table.Columns.SOURCE_LINE;
import static dev.kolrank.table.bronze.AccountObservation.ACCOUNT_ID;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** What one crawl saw of one post at one time. */
public final class PostObservation {
  public static final Field POST_ID = required("post_id", StringType, "the id on its platform");
  public static final Field PUBLISHED_AT =
      optional("published_at", TimestampType, "when it was published; null if not given");
  public static final Field KIND =
      optional("kind", StringType, "the platform's word for its kind, as in video; null if none");
  public static final Field TITLE = optional("title", StringType, "the title; null if none");
  public static final Field TEXT =
      optional("text", StringType, "the caption or description; null if none");
  public static final Field URL = optional("url", StringType, "its address; null if not given");
  public static final Field TAGS =
      optional(
          "tags", createArrayType(StringType), "hashtags and topics; null if the source has none");
  public static final Field CATEGORY =
      optional("category", StringType, "the declared category of the post; null if none");
  public static final Field LANGUAGE =
      optional("language", StringType, "the declared language, ISO 639-1; null if not given");
  public static final Field SPONSORED =
      optional("sponsored", BooleanType, "the platform's paid-partnership mark; null if not given");
  public static final Field REPOST =
      optional("repost", BooleanType, "whether it repeats another's post; null if not given");
  public static final Field DURATION_S =
      optional("duration_s", LongType, "length of the video; null if not given").in("s");
  public static final Field VIEWS = count("views", "views or plays");
  public static final Field LIKES = count("likes", "likes or up-votes");
  public static final Field COMMENTS = count("comments", "comments and replies");
  public static final Field SHARES = count("shares", "shares, reposts and quotes");
  public static final Field SAVES = count("saves", "saves, bookmarks and favourites");
  public static final Field COINS = count("coins", "coins given (Bilibili)");
  public static final Field DANMAKU = count("danmaku", "comments over the picture (Bilibili)");
  public static final Field DISLIKES = count("dislikes", "dislikes");

  /** The counts of a post. */
  public static final List<Field> METRICS =
      List.of(VIEWS, LIKES, COMMENTS, SHARES, SAVES, COINS, DANMAKU, DISLIKES);

  /** What a connector may set. */
  public static final List<Field> MAPPED =
      Table.columns(
          List.of(
              POST_ID,
              ACCOUNT_ID,
              OBSERVED_AT,
              PUBLISHED_AT,
              KIND,
              TITLE,
              TEXT,
              URL,
              TAGS,
              CATEGORY,
              LANGUAGE,
              SPONSORED,
              REPOST,
              DURATION_S),
          METRICS);

  public static final Table TABLE =
      Table.batched(
          "bronze.post_observation",
          "one row per post in one record of a crawl",
          BATCH,
          Table.columns(
              List.of(BATCH, SOURCE, PLATFORM, POST_UID, ACCOUNT_UID),
              MAPPED,
              Provenance.FIELDS,
              List.of(SOURCE_FILE, SOURCE_LINE)));

  private PostObservation() {}

  private static Field count(String name, String what) {
    return optional(name, LongType, what + "; null if hidden or not given").in(name);
  }
}
