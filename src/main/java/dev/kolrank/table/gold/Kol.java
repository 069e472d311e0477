package dev.kolrank.table.gold;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Each KOL: the person or brand behind its accounts. */
public final class Kol {
  public static final Field NAME =
      optional("name", StringType, "the name of the largest account that has one");
  public static final Field ACCOUNTS =
      required("accounts", createArrayType(StringType), "its account keys, sorted");
  public static final Field PLATFORMS =
      required("platforms", createArrayType(StringType), "its platforms, sorted");
  public static final Field MAIN_PLATFORM =
      required("main_platform", StringType, "the platform with its largest audience");
  public static final Field LANGUAGE =
      optional("language", StringType, "language of its texts; null if undecided");
  public static final Field REGION =
      optional("region", StringType, "declared region of the largest account that declares one");
  public static final Field NICHE =
      optional("niche", StringType, "the niche with the largest weight; null without any text");
  public static final Field NICHES =
      required("niches", createMapType(StringType, DoubleType), "weights of its niches");
  public static final Field TIER = required("tier", StringType, "by effective audience");
  public static final Field FOLLOWER_TIER =
      optional(
          "follower_tier",
          StringType,
          "the familiar tier by followers; null without follower counts");
  public static final Field FOLLOWERS =
      optional("followers", LongType, "followers over all accounts; null if none is known")
          .in("accounts");
  public static final Field EFFECTIVE_AUDIENCE =
      required(
              "effective_audience",
              DoubleType,
              "people that a post typically reaches, all accounts together")
          .in("people");
  public static final Field COVERAGE =
      required("coverage", DoubleType, "share of the score's signals that were observed");

  public static final Field STALENESS_DAYS =
      optional(
              "staleness_days",
              LongType,
              "days since the newest observation of its accounts; null if they have no features")
          .in("days");
  public static final Field DAYS_SINCE_POST =
      optional(
              "days_since_post",
              LongType,
              "days from its newest post known to the as-of date; null if no post was crawled")
          .in("days");

  public static final Table TABLE =
      Table.nightly(
              "gold.kol",
              "one row per KOL and night",
              AS_OF,
              List.of(
                  AS_OF,
                  KOL_ID,
                  NAME,
                  ACCOUNTS,
                  PLATFORMS,
                  MAIN_PLATFORM,
                  LANGUAGE,
                  REGION,
                  NICHE,
                  NICHES,
                  TIER,
                  FOLLOWER_TIER,
                  FOLLOWERS,
                  EFFECTIVE_AUDIENCE,
                  COVERAGE,
                  STALENESS_DAYS,
                  DAYS_SINCE_POST),
              AS_OF,
              KOL_ID)
          .checked(new Check.InRange(COVERAGE, 0, 1));

  private Kol() {}
}
