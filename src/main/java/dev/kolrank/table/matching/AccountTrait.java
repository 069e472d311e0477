package dev.kolrank.table.matching;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** What of an account is compared with others, in the form in which it is compared. */
public final class AccountTrait {
  public static final Field HANDLES =
      required("handles", createArrayType(StringType), "its handles, letters and digits alone");
  public static final Field NAMES =
      required("names", createArrayType(StringType), "its names, letters and digits alone");
  public static final Field WORDS =
      required(
          "words",
          createArrayType(StringType),
          "the words of its names of two to five, in Latin letters, a blank between them");
  public static final Field SHINGLES =
      optional(
          "shingles",
          createArrayType(IntegerType),
          "hashes of every four letters of its bio, sorted; null if the bio is short");
  public static final Field TOPICS =
      optional(
          "topics",
          createArrayType(StringType),
          "the words that tell best what it talks about; null if it says little");
  public static final Field CATEGORY =
      optional("category", StringType, "the declared field, lower case; null if none");
  public static final Field LANGUAGE =
      optional("language", StringType, "declared or detected, two letters; null if undecided");
  public static final Field REGION =
      optional("region", StringType, "the declared region; null if none");
  public static final Field FOLLOWERS =
      optional("followers", LongType, "followers to two digits; null if not given");
  public static final Field HOURS =
      optional(
          "hours",
          createArrayType(DoubleType),
          "when in the day it posts, UTC: 24 shares, smoothed, of length one; null if few have a time");
  public static final Field OCCASIONS =
      optional(
          "occasions",
          createArrayType(IntegerType),
          "when it posted, the newest hundred times: three-hour slots since 1970, sorted; null if no"
              + " post has a time");
  public static final Field POSTED =
      required("posted", BooleanType, "whether posts with a time were crawled");
  public static final Field ABOUT =
      optional("about", StringType, "fan, firm or sub by its words; null if neither");
  public static final Field NAMED =
      required(
          "named",
          createArrayType(
              new StructType()
                  .add(PLATFORM.name(), StringType)
                  .add(ACCOUNT_UID.name(), StringType)
                  .add("called", StringType)),
          "the profiles on other platforms that it calls its own, sorted: the account, null if nobody"
              + " tracks it, and what it was called, letters and digits alone, unless that is surely"
              + " this account");

  public static final Table TABLE =
      Table.of(
          "matching.account_trait",
          "one row per account, folded keys followed",
          WriteMode.TRANSIENT,
          List.of(
              ACCOUNT_UID,
              PLATFORM,
              HANDLES,
              NAMES,
              WORDS,
              SHINGLES,
              TOPICS,
              CATEGORY,
              LANGUAGE,
              REGION,
              FOLLOWERS,
              HOURS,
              OCCASIONS,
              POSTED,
              ABOUT,
              NAMED),
          ACCOUNT_UID);

  private AccountTrait() {}
}
