package dev.kolrank.table.silver;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Tile of the comments that an account got on one day, whichever day their posts are of. */
public final class CommentDay {
  /** Texts shorter than this say the same by chance. */
  public static final int LEAST_LETTERS = 8;

  /** The most fingerprints kept: the smallest ones, which are a fair sample of the texts. */
  public static final int MOST_TEXTS = 4_096;

  public static final Field DAY = required("day", DateType, "the day of the comments, UTC");
  public static final Field COMMENTS =
      required("comments", LongType, "comments written").in("comments");
  public static final Field PEOPLE =
      required(
          "people",
          BinaryType,
          "theta sketch of the keyed hashes of who wrote them: unions and intersections estimate"
              + " audiences and what accounts share; exact up to 4,096 people");
  public static final Field HOURS =
      required("hours", createArrayType(LongType), "comments of each hour of the day, UTC: 24");
  public static final Field TEXTS =
      required(
          "texts",
          createArrayType(LongType),
          "fingerprints of the comments' texts, case and blanks aside, of 8 characters and more,"
              + " ascending; at most the 4,096 smallest");
  public static final Field TEMPLATES =
      required(
          "templates",
          createArrayType(LongType),
          "likewise of the letters alone, without figures, signs and emoji");

  public static final Field POSITIVE =
      required("positive", LongType, "comments that feel good").in("comments");
  public static final Field NEUTRAL =
      required("neutral", LongType, "comments that feel neither good nor bad").in("comments");
  public static final Field NEGATIVE =
      required("negative", LongType, "comments that feel bad").in("comments");
  public static final Field JUDGES =
      required(
          "judges",
          StringType,
          "what judged sentiment: the lexicon and the models there were, as in lexicon-1 en-2 zh-1");

  public static final Table TABLE =
      Table.upserted(
              "silver.comment_day",
              "one row per account and day on which it got comments that name their author",
              List.of(
                  ACCOUNT_UID,
                  DAY,
                  COMMENTS,
                  PEOPLE,
                  HOURS,
                  TEXTS,
                  TEMPLATES,
                  POSITIVE,
                  NEUTRAL,
                  NEGATIVE,
                  JUDGES),
              ACCOUNT_UID,
              DAY)
          .clusteredBy(DAY);

  private CommentDay() {}
}
