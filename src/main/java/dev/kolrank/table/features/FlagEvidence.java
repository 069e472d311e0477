package dev.kolrank.table.features;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Why an account's reactions look bought or arranged: one row per piece of evidence. */
public final class FlagEvidence {
  public static final String GROWTH_SPIKE = "growth_spike";
  public static final String ENGAGEMENT_BAND = "engagement_band";
  public static final String COMMENT_LIKE_BAND = "comment_like_band";
  public static final String LIKE_VIEW_BAND = "like_view_band";
  public static final String DUPLICATE_COMMENTS = "duplicate_comments";
  public static final String TEMPLATED_COMMENTS = "templated_comments";
  public static final String POD = "pod";
  public static final String HOUR_BURST = "hour_burst";
  public static final String BENFORD = "benford";

  public static final Field FLAG = required("flag", StringType, "what is suspected");
  public static final Field ITEM =
      required(
          "item",
          StringType,
          "what of the account it is about: a day, another account, the fingerprint of a"
              + " text; all for the whole window");
  public static final Field DAY = optional("day", DateType, "the day; null where it is of no day");
  public static final Field MEASURED =
      required("measured", DoubleType, "the number that stands out");
  public static final Field LIMIT =
      required("beyond", DoubleType, "the number beyond which it is flagged");
  public static final Field POSTS =
      required("posts", createArrayType(StringType), "posts that show it, at most twenty");
  public static final Field NUMBERS =
      required(
          "numbers",
          createMapType(StringType, DoubleType),
          "the numbers that it is made of, by name");

  public static final Table TABLE =
      Table.nightly(
              "features.flag_evidence",
              "one row per account, flag, item and night",
              AS_OF,
              List.of(AS_OF, ACCOUNT_UID, FLAG, ITEM, DAY, MEASURED, LIMIT, POSTS, NUMBERS),
              AS_OF,
              ACCOUNT_UID,
              FLAG,
              ITEM)
          .checked(
              new Check.OneOf(
                  FLAG,
                  List.of(
                      GROWTH_SPIKE,
                      ENGAGEMENT_BAND,
                      COMMENT_LIKE_BAND,
                      LIKE_VIEW_BAND,
                      DUPLICATE_COMMENTS,
                      TEMPLATED_COMMENTS,
                      POD,
                      HOUR_BURST,
                      BENFORD)),
              new Check.Holds("a flag is beyond its limit", "abs(measured) > beyond"));

  private FlagEvidence() {}
}
