package dev.kolrank.table.silver;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.CENSORED;
import static dev.kolrank.table.Columns.FIRST_SEEN;
import static dev.kolrank.table.Columns.LAST_SEEN;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.Columns.POST_UID;
import static dev.kolrank.table.Columns.ROUNDED;
import static dev.kolrank.table.Columns.SEEN;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Latest state of each post. */
public final class Post {
  public static final Field POST_ID = required("post_id", StringType, "the id on its platform");
  public static final Field PUBLISHED_AT =
      optional("published_at", TimestampType, "when it was published; null if no source says");
  public static final Field PUBLISHED_ON =
      optional("published_on", DateType, "the day of publication, UTC; null if no source says");
  public static final Field KIND =
      optional("kind", StringType, "the platform's word for its kind; null if none");
  public static final Field TITLE = optional("title", StringType, "the title; null if none");
  public static final Field TEXT =
      optional("text", StringType, "the caption or description; null if none");
  public static final Field URL = optional("url", StringType, "its address; null if not given");
  public static final Field TAGS =
      optional("tags", createArrayType(StringType), "hashtags and topics; null if none");
  public static final Field MENTIONS =
      optional(
          "mentions",
          createArrayType(StringType),
          "handles that the text addresses; empty if none");
  public static final Field CATEGORY =
      optional("category", StringType, "the declared category; null if none");
  public static final Field LANGUAGE =
      optional("language", StringType, "the declared language; null if not given");
  public static final Field SPONSORED =
      optional("sponsored", BooleanType, "the platform's paid-partnership mark; null if not given");
  public static final Field REPOST =
      optional("repost", BooleanType, "whether it repeats another's post; null if not given");
  public static final Field DURATION_S =
      optional("duration_s", LongType, "length of the video; null if not given").in("s");
  public static final Field VIEWS =
      optional("views", LongType, "views; null if hidden or not given").in("views");
  public static final Field LIKES =
      optional("likes", LongType, "likes; null if hidden or not given").in("likes");
  public static final Field COMMENTS =
      optional("comments", LongType, "comments; null if hidden or not given").in("comments");
  public static final Field SHARES =
      optional("shares", LongType, "shares and reposts; null if not given").in("shares");
  public static final Field SAVES =
      optional("saves", LongType, "saves; null if not given").in("saves");
  public static final Field COINS =
      optional("coins", LongType, "coins; null if not given").in("coins");
  public static final Field DANMAKU =
      optional("danmaku", LongType, "comments over the picture; null if not given").in("comments");
  public static final Field DISLIKES =
      optional("dislikes", LongType, "dislikes; null if not given").in("dislikes");
  public static final Field ENGAGEMENTS =
      optional(
              "engagements",
              LongType,
              "likes + comments + shares + saves + coins + danmaku, of those given; null if none"
                  + " is")
          .in("interactions");

  public static final Field SIGHTED =
      required(
          "sighted",
          createArrayType(new StructType().add("account_uid", StringType).add("day", DateType)),
          "every account and day (of publication, else of the observation) that any observation"
              + " gives: where the post counts or may have counted");
  public static final Field PROMOTION =
      optional(
          "promotion",
          StringType,
          "how one sees that it advertises: platform (its paid-partnership mark), marker (words"
              + " that disclose, wherever they stand) or hint (only a code, an affiliate link, a"
              + " gift and the like); null if nothing tells");
  public static final Field DISCLOSED_IN =
      required(
          "disclosed_in",
          createArrayType(StringType),
          "the rules of conf/disclosure.conf whose disclosure it meets, as in CN, EU, GB, JP, KR,"
              + " US");
  public static final Field PROMOTION_EVIDENCE =
      required(
          "promotion_evidence",
          createArrayType(StringType),
          "the markers found, and \"platform mark\"");

  /** Of {@link #PROMOTION}: paid for by its own account. */
  public static final List<String> SPONSORED_PROMOTIONS = List.of("platform", "marker");

  /** What observations fill, each column with the latest value that any of them gives. */
  public static final List<Field> OBSERVED =
      List.of(
          PLATFORM,
          POST_ID,
          ACCOUNT_UID,
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
          DURATION_S,
          VIEWS,
          LIKES,
          COMMENTS,
          SHARES,
          SAVES,
          COINS,
          DANMAKU,
          DISLIKES);

  /** Counts that add up to {@link #ENGAGEMENTS}. */
  public static final List<Field> INTERACTIONS =
      List.of(LIKES, COMMENTS, SHARES, SAVES, COINS, DANMAKU);

  /** Counts of which an impossible fall is quarantined. */
  public static final List<Field> COUNTS =
      List.of(VIEWS, LIKES, COMMENTS, SHARES, SAVES, COINS, DANMAKU, DISLIKES);

  public static final Table TABLE =
      Table.upserted(
              "silver.post",
              "one row per post",
              List.of(
                  POST_UID,
                  PLATFORM,
                  POST_ID,
                  ACCOUNT_UID,
                  PUBLISHED_AT,
                  PUBLISHED_ON,
                  KIND,
                  TITLE,
                  TEXT,
                  URL,
                  TAGS,
                  MENTIONS,
                  CATEGORY,
                  LANGUAGE,
                  SPONSORED,
                  REPOST,
                  DURATION_S,
                  VIEWS,
                  LIKES,
                  COMMENTS,
                  SHARES,
                  SAVES,
                  COINS,
                  DANMAKU,
                  DISLIKES,
                  ENGAGEMENTS,
                  SIGHTED,
                  PROMOTION,
                  DISCLOSED_IN,
                  PROMOTION_EVIDENCE,
                  FIRST_SEEN,
                  LAST_SEEN,
                  SEEN,
                  ROUNDED,
                  CENSORED),
              POST_UID)
          .clusteredBy(PUBLISHED_ON);

  private Post() {}
}
