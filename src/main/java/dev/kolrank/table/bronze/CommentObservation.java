package dev.kolrank.table.bronze;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.BATCH;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.Columns.POST_UID;
import static dev.kolrank.table.Columns.SOURCE;
import static dev.kolrank.table.Columns.SOURCE_FILE;
import static dev.kolrank.table.Columns.SOURCE_LINE;
import static dev.kolrank.table.bronze.PostObservation.POST_ID;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** What one crawl saw of one comment. Its author is a private person: only a keyed hash stays. */
public final class CommentObservation {
  public static final Field COMMENT_UID =
      required("comment_uid", StringType, "platform:id of the comment");
  public static final Field COMMENT_ID =
      required("comment_id", StringType, "the id on its platform");
  public static final Field PARENT_ID =
      optional("parent_id", StringType, "the comment it answers; null for one on the post itself");

  /** Read from the record, stored only as {@link #AUTHOR_HASH}. */
  public static final Field AUTHOR_ID =
      optional("author_id", StringType, "the author's id on the platform; never stored");

  public static final Field AUTHOR_HASH =
      optional(
          "author_hash",
          StringType,
          "HMAC-SHA-256 of platform:#hash under the operator's key, hash the start of the author"
              + " id's SHA-256; null if not given");
  public static final Field TEXT =
      optional(
          "text", StringType, "the comment, mail addresses, phones and mentions blanked; or null");
  public static final Field PUBLISHED_AT =
      optional("published_at", TimestampType, "when it was written; null if not given");
  public static final Field LIKES =
      optional("likes", LongType, "likes; null if not given").in("likes");

  /** What a connector may set. */
  public static final List<Field> MAPPED =
      List.of(COMMENT_ID, POST_ID, OBSERVED_AT, PARENT_ID, AUTHOR_ID, TEXT, PUBLISHED_AT, LIKES);

  public static final Table TABLE =
      Table.batched(
          "bronze.comment_observation",
          "one row per comment in one record of a crawl",
          BATCH,
          List.of(
              BATCH,
              SOURCE,
              PLATFORM,
              COMMENT_UID,
              COMMENT_ID,
              POST_UID,
              POST_ID,
              OBSERVED_AT,
              PARENT_ID,
              AUTHOR_HASH,
              TEXT,
              PUBLISHED_AT,
              LIKES,
              SOURCE_FILE,
              SOURCE_LINE));

  private CommentObservation() {}
}
