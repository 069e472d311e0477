package dev.kolrank.table.bronze;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.BATCH;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.Columns.SOURCE;
import static dev.kolrank.table.Columns.SOURCE_FILE;
import static dev.kolrank.table.Columns.SOURCE_LINE;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** What one crawl saw of one account at one time. */
public final class AccountObservation {
  public static final Field ACCOUNT_ID =
      required("account_id", StringType, "the id on its platform");
  public static final Field HANDLE =
      optional("handle", StringType, "the public handle without @; null if the source has none");
  public static final Field NAME =
      optional("name", StringType, "the display name; null if not given");
  public static final Field BIO =
      optional("bio", StringType, "the profile text; null if not given");
  public static final Field LINK =
      optional("link", StringType, "the profile's external link; null if none");
  public static final Field VERIFIED =
      optional("verified", BooleanType, "the platform's badge; null if not given");
  public static final Field PRIVATE =
      optional("private", BooleanType, "whether only followers see its posts; null if not given");
  public static final Field CATEGORY =
      optional("category", StringType, "the declared field, in the platform's words; null if none");
  public static final Field LANGUAGE =
      optional("language", StringType, "the declared language, ISO 639-1; null if not given");
  public static final Field REGION =
      optional("region", StringType, "the declared region or country; null if not given");
  public static final Field FOLLOWERS =
      optional("followers", LongType, "followers or subscribers; null if hidden or not given")
          .in("accounts");
  public static final Field FOLLOWING =
      optional("following", LongType, "accounts it follows; null if not given").in("accounts");
  public static final Field POSTS =
      optional("posts", LongType, "posts it ever made; null if not given").in("posts");
  public static final Field LIKES_RECEIVED =
      optional("likes_received", LongType, "likes on all its posts; null if not given").in("likes");
  public static final Field VIEWS_RECEIVED =
      optional("views_received", LongType, "views of all its posts; null if not given").in("views");
  public static final Field TYPICAL_VIEWS =
      optional("typical_views", LongType, "views per post as the source states them; null if not")
          .in("views");
  public static final Field TYPICAL_ENGAGEMENTS =
      optional(
              "typical_engagements",
              LongType,
              "interactions per post as the source states them; null if not given")
          .in("interactions");
  public static final Field CREATED_AT =
      optional("created_at", TimestampType, "when the account was opened; null if not given");

  /** What a connector may set. */
  public static final List<Field> MAPPED =
      List.of(
          ACCOUNT_ID,
          OBSERVED_AT,
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

  public static final Table TABLE =
      Table.batched(
          "bronze.account_observation",
          "one row per account in one record of a crawl",
          BATCH,
          Table.columns(
              List.of(BATCH, SOURCE, PLATFORM, ACCOUNT_UID),
              MAPPED,
              Provenance.FIELDS,
              List.of(SOURCE_FILE, SOURCE_LINE)));

  private AccountObservation() {}
}
