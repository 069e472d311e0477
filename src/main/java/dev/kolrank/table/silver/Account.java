package dev.kolrank.table.silver;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.CENSORED;
import static dev.kolrank.table.Columns.FIRST_SEEN;
import static dev.kolrank.table.Columns.LAST_SEEN;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.Columns.ROUNDED;
import static dev.kolrank.table.Columns.SEEN;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Latest profile of each account: per column the latest value that any crawl saw. */
public final class Account {
  public static final Field ACCOUNT_ID =
      required("account_id", StringType, "the id on its platform");
  public static final Field HANDLE =
      optional("handle", StringType, "the public handle; null if never given");
  public static final Field NAME =
      optional("name", StringType, "the display name; null if never given");
  public static final Field BIO =
      optional("bio", StringType, "the profile text; null if never given");
  public static final Field LINK =
      optional("link", StringType, "the external link; null if never given");
  public static final Field VERIFIED =
      optional("verified", BooleanType, "the platform's badge; null if never given");
  public static final Field PRIVATE =
      optional("private", BooleanType, "whether only followers see its posts; null if never given");
  public static final Field CATEGORY =
      optional("category", StringType, "the declared field; null if never given");
  public static final Field LANGUAGE =
      optional("language", StringType, "the declared language; null if never given");
  public static final Field REGION =
      optional("region", StringType, "the declared region; null if never given");
  public static final Field FOLLOWERS =
      optional("followers", LongType, "followers; null if never given").in("accounts");
  public static final Field FOLLOWING =
      optional("following", LongType, "accounts it follows; null if never given").in("accounts");
  public static final Field POSTS =
      optional("posts", LongType, "posts it ever made; null if never given").in("posts");
  public static final Field LIKES_RECEIVED =
      optional("likes_received", LongType, "likes on all posts; null if never given").in("likes");
  public static final Field VIEWS_RECEIVED =
      optional("views_received", LongType, "views of all posts; null if never given").in("views");
  public static final Field TYPICAL_VIEWS =
      optional("typical_views", LongType, "views per post as stated by a source; null if never")
          .in("views");
  public static final Field TYPICAL_ENGAGEMENTS =
      optional(
              "typical_engagements",
              LongType,
              "interactions per post as stated by a source; null if never")
          .in("interactions");
  public static final Field CREATED_AT =
      optional("created_at", TimestampType, "when it was opened; null if never given");

  /** What observations fill, each column with the latest value that any of them gives. */
  public static final List<Field> OBSERVED =
      List.of(
          PLATFORM,
          ACCOUNT_ID,
          HANDLE,
          NAME,
          BIO,
          LINK,
          VERIFIED,
          PRIVATE,
          CATEGORY,
          LANGUAGE,
          REGION,
          FOLLOWERS,
          FOLLOWING,
          POSTS,
          LIKES_RECEIVED,
          VIEWS_RECEIVED,
          TYPICAL_VIEWS,
          TYPICAL_ENGAGEMENTS,
          CREATED_AT);

  /** Counts of which an impossible fall is quarantined. */
  public static final List<Field> COUNTS =
      List.of(FOLLOWERS, FOLLOWING, POSTS, LIKES_RECEIVED, VIEWS_RECEIVED);

  public static final Table TABLE =
      Table.upserted(
              "silver.account",
              "one row per account",
              List.of(
                  ACCOUNT_UID,
                  PLATFORM,
                  ACCOUNT_ID,
                  HANDLE,
                  NAME,
                  BIO,
                  LINK,
                  VERIFIED,
                  PRIVATE,
                  CATEGORY,
                  LANGUAGE,
                  REGION,
                  FOLLOWERS,
                  FOLLOWING,
                  POSTS,
                  LIKES_RECEIVED,
                  VIEWS_RECEIVED,
                  TYPICAL_VIEWS,
                  TYPICAL_ENGAGEMENTS,
                  CREATED_AT,
                  FIRST_SEEN,
                  LAST_SEEN,
                  SEEN,
                  ROUNDED,
                  CENSORED),
              ACCOUNT_UID)
          .checked(
              new Check.Holds(
                  "counts are not negative",
                  "coalesce(followers, 0) >= 0 and coalesce(posts, 0) >= 0"));

  private Account() {}
}
