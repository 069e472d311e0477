package dev.kolrank.table.silver;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;
import org.apache.spark.sql.types.DataType;

/**
 * Tile of an account's posts of one day: windows are merges of tiles. A ratio needs both its sums
 * over the posts that have both: a platform that hides likes or never shows saves says nothing of
 * it, nor does a count that is only a lower bound. All columns merge whatever the order: whole
 * numbers add up, logarithms are summed in billionths for that, and arrays are order statistics
 * (KLL sketches would draw random bits). An array holds every post's number up to {@link
 * #MOST_VALUES} posts; a busier day keeps so many of them, evenly spaced by rank.
 */
public final class ActivityDay {
  /** The most values that an array keeps: an error in rank of at most 1/2,048 within the day. */
  public static final int MOST_VALUES = 1_024;

  /** Logarithms are kept in these parts of one. */
  public static final double LOG_PARTS = 1e9;

  private static final DataType SQUARES = createDecimalType(38, 0);
  private static final DataType VALUES = createArrayType(LongType);

  public static final Field DAY = required("day", DateType, "the day of publication, UTC");
  public static final Field POSTS = count("posts", "posts published", "posts");
  public static final Field SPONSORED_POSTS =
      count(
          "sponsored_posts",
          "posts that carry a paid-partnership mark or a disclosure marker",
          "posts");
  public static final Field VIEWS =
      required("views", VALUES, "views of each post that has them, ascending").in("views");
  public static final Field ENGAGEMENTS =
      required("engagements", VALUES, "interactions of each post that has them, ascending")
          .in("interactions");
  public static final Field VIEW_RATES =
      required(
              "view_rates",
              VALUES,
              "interactions per million views of each post that has both, neither a lower bound,"
                  + " ascending")
          .in("interactions per million views");
  public static final Field LIKED_COMMENTS =
      count(
          "liked_comments",
          "sum of comments over posts that have both comments and likes, neither a lower bound",
          "comments");
  public static final Field COMMENTED_LIKES =
      count("commented_likes", "sum of likes over the same posts", "likes");
  public static final Field LIKED_SHARES =
      count(
          "liked_shares",
          "sum of shares over posts that have both shares and likes, neither a lower bound",
          "shares");
  public static final Field SHARED_LIKES =
      count("shared_likes", "sum of likes over the same posts", "likes");
  public static final Field LIKED_SAVES =
      count(
          "liked_saves",
          "sum of saves over posts that have both saves and likes, neither a lower bound",
          "saves");
  public static final Field SAVED_LIKES =
      count("saved_likes", "sum of likes over the same posts", "likes");
  public static final Field ENGAGED_VIEWS =
      count(
          "engaged_views",
          "sum of views over posts that have both views and interactions, neither a lower bound",
          "views");
  public static final Field VIEWED_ENGAGEMENTS =
      count("viewed_engagements", "sum of interactions over the same posts", "interactions");
  public static final Field LIKED_VIEWS =
      count(
          "liked_views",
          "sum of views over posts that have both views and likes, neither a lower bound",
          "views");
  public static final Field VIEWED_LIKES =
      count("viewed_likes", "sum of likes over the same posts", "likes");
  public static final Field VIEWED_POSTS = count("viewed_posts", "posts that have views", "posts");
  public static final Field VIEWS_TOTAL = count("views_total", "sum of views", "views");
  public static final Field VIEWS_SQUARED =
      required("views_squared", SQUARES, "sum of squared views");
  public static final Field VIEW_LOGS =
      count("view_logs", "sum of ln(1 + views), in billionths", "billionths");
  public static final Field VIEW_LOGS_SQUARED =
      count("view_logs_squared", "sum of squared ln(1 + views), in billionths", "billionths");
  public static final Field ENGAGED_POSTS =
      count("engaged_posts", "posts that have interactions", "posts");
  public static final Field ENGAGEMENTS_TOTAL =
      count("engagements_total", "sum of interactions", "interactions");
  public static final Field ENGAGEMENTS_SQUARED =
      required("engagements_squared", SQUARES, "sum of squared interactions");
  public static final Field ENGAGEMENT_LOGS =
      count("engagement_logs", "sum of ln(1 + interactions), in billionths", "billionths");
  public static final Field ENGAGEMENT_LOGS_SQUARED =
      count(
          "engagement_logs_squared",
          "sum of squared ln(1 + interactions), in billionths",
          "billionths");
  public static final Field SPONSORED_ENGAGED_POSTS =
      count("sponsored_engaged_posts", "sponsored posts that have interactions", "posts");
  public static final Field SPONSORED_ENGAGEMENT_LOGS =
      count(
          "sponsored_engagement_logs",
          "sum of ln(1 + interactions) over sponsored posts, in billionths",
          "billionths");
  public static final Field WORDY_POSTS = count("wordy_posts", "posts with title or text", "posts");
  public static final Field TEXT_LENGTH =
      count("text_length", "characters of titles and texts", "characters");

  public static final Field PROMOTED_POSTS =
      count(
          "promoted_posts",
          "posts that advertise in any way seen: a mark, a marker or only a hint",
          "posts");
  public static final Field DISCLOSURES =
      required(
          "disclosures",
          createArrayType(StringType),
          "of each of these posts the rules of conf/disclosure.conf that it meets, ascending; ANY"
              + " stands once for each post that meets one or more");

  public static final Field ROUNDED_COUNTS =
      count(
          "rounded_counts",
          "views and interactions, each post's counted apart, that are rounded",
          "counts");
  public static final Field CENSORED_COUNTS =
      count(
          "censored_counts",
          "views and interactions, each post's counted apart, that are lower bounds",
          "counts");

  /** Of {@link #DISCLOSURES}: meets some rule. */
  public static final String ANY = "ANY";

  public static final Table TABLE =
      Table.upserted(
              "silver.activity_day",
              "one row per account and day of publication",
              List.of(
                  ACCOUNT_UID,
                  DAY,
                  POSTS,
                  SPONSORED_POSTS,
                  VIEWS,
                  ENGAGEMENTS,
                  VIEW_RATES,
                  LIKED_COMMENTS,
                  COMMENTED_LIKES,
                  LIKED_SHARES,
                  SHARED_LIKES,
                  LIKED_SAVES,
                  SAVED_LIKES,
                  ENGAGED_VIEWS,
                  VIEWED_ENGAGEMENTS,
                  LIKED_VIEWS,
                  VIEWED_LIKES,
                  VIEWED_POSTS,
                  VIEWS_TOTAL,
                  VIEWS_SQUARED,
                  VIEW_LOGS,
                  VIEW_LOGS_SQUARED,
                  ENGAGED_POSTS,
                  ENGAGEMENTS_TOTAL,
                  ENGAGEMENTS_SQUARED,
                  ENGAGEMENT_LOGS,
                  ENGAGEMENT_LOGS_SQUARED,
                  SPONSORED_ENGAGED_POSTS,
                  SPONSORED_ENGAGEMENT_LOGS,
                  WORDY_POSTS,
                  TEXT_LENGTH,
                  PROMOTED_POSTS,
                  DISCLOSURES,
                  ROUNDED_COUNTS,
                  CENSORED_COUNTS),
              ACCOUNT_UID,
              DAY)
          .clusteredBy(DAY);

  private ActivityDay() {}

  private static Field count(String name, String meaning, String unit) {
    return required(name, LongType, meaning).in(unit);
  }
}
