package dev.kolrank.table.silver;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.FIRST_SEEN;
import static dev.kolrank.table.Columns.LAST_SEEN;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.Columns.POST_UID;
import static dev.kolrank.table.Columns.SEEN;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Latest state of each comment; its author only as a keyed hash. */
public final class Comment {
  public static final Field COMMENT_UID =
      required("comment_uid", StringType, "platform:id of the comment");
  public static final Field AUTHOR_HASH =
      optional("author_hash", StringType, "keyed hash of the author; null if not given");
  public static final Field TEXT =
      optional("text", StringType, "the comment with private details blanked; null if empty");
  public static final Field PUBLISHED_AT =
      optional("published_at", TimestampType, "when it was written; null if not given");
  public static final Field LIKES =
      optional("likes", LongType, "likes; null if not given").in("likes");

  public static final Field SIGHTED =
      required(
          "sighted",
          createArrayType(new StructType().add("post_uid", StringType).add("day", DateType)),
          "every post and day of writing that any observation gives: where the comment counts or"
              + " may have counted");

  /** What observations fill, each column with the latest value that any of them gives. */
  public static final List<Field> OBSERVED =
      List.of(PLATFORM, POST_UID, AUTHOR_HASH, TEXT, PUBLISHED_AT, LIKES);

  public static final Table TABLE =
      Table.upserted(
              "silver.comment",
              "one row per comment",
              List.of(
                  COMMENT_UID,
                  PLATFORM,
                  POST_UID,
                  AUTHOR_HASH,
                  TEXT,
                  PUBLISHED_AT,
                  LIKES,
                  SIGHTED,
                  FIRST_SEEN,
                  LAST_SEEN,
                  SEEN),
              COMMENT_UID)
          .clusteredBy(PUBLISHED_AT);

  private Comment() {}
}
