package dev.kolrank.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import dev.kolrank.core.Field;

/** Columns that several tables carry with one meaning. */
public final class Columns {
  public static final Field AS_OF =
      Field.required("as_of", DateType, "the night: everything observed by the end of this day");
  public static final Field BATCH =
      Field.required("batch", LongType, "the ingest batch that brought the row, counted from 1");
  public static final Field PLATFORM =
      Field.required("platform", StringType, "the platform, as in weibo, youtube, x");
  public static final Field SOURCE =
      Field.required("source", StringType, "the crawl's source folder");
  public static final Field SOURCE_FILE =
      Field.required("source_file", StringType, "the file, relative to the crawl folder");
  public static final Field SOURCE_LINE =
      Field.required("source_line", LongType, "the line in the file where the record begins");
  public static final Field OBSERVED_AT =
      Field.required("observed_at", TimestampType, "when the crawl saw it");
  public static final Field ACCOUNT_UID =
      Field.required(
          "account_uid",
          StringType,
          "platform:id of the account; the id is the native one, @handle, #hash or ~name,"
              + " whichever the source knows");
  public static final Field POST_UID =
      Field.required("post_uid", StringType, "platform:id of the post");
  public static final Field KOL_ID =
      Field.required("kol_id", StringType, "the person or brand behind the accounts, stable");

  public static final Field FIRST_SEEN =
      Field.required("first_seen", TimestampType, "the first observation");
  public static final Field LAST_SEEN =
      Field.required("last_seen", TimestampType, "the latest observation");

  /** Sparse: most columns are as the latest observation says. */
  public static final Field SEEN =
      Field.required(
          "seen",
          createMapType(StringType, TimestampType),
          "columns whose value is older than last_seen, with the observation it comes from");

  public static final Field ROUNDED =
      Field.required(
          "rounded",
          createArrayType(StringType),
          "columns of the row whose value has fewer digits than the number it stands for; empty if"
              + " none, null in rows of an older kolrank");
  public static final Field CENSORED =
      Field.required(
          "censored",
          createArrayType(StringType),
          "columns of the row whose value is a lower bound, as in 10万+; empty if none, null in rows"
              + " of an older kolrank");

  private Columns() {}
}
