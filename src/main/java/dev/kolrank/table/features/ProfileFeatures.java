package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Contract;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.Account;
import java.util.List;
import org.apache.spark.sql.Column;

/** The shape of a profile, in which made-up accounts give themselves away. */
final class ProfileFeatures {
  static final Feature HANDLE_DIGITS =
      new Feature(
              "handle_digits_share",
              DoubleType,
              "share of characters",
              List.of(),
              "Share of digits in the handle",
              "no source gives a handle",
              Source.ACCOUNT,
              Combine.MAX,
              1,
              in -> Statistics.latest(digits(Account.HANDLE.col())))
          .keeping(Contract.SHARE);

  static final Feature NAME_DIGITS =
      new Feature(
              "name_digits_share",
              DoubleType,
              "share of characters",
              List.of(),
              "Share of digits in the display name",
              "no source gives a name, or it is empty",
              Source.ACCOUNT,
              Combine.MAX,
              1,
              in -> Statistics.latest(digits(Account.NAME.col())))
          .keeping(Contract.SHARE);

  static final Feature NAME_WORDS =
      new Feature(
          "name_words",
          LongType,
          "words",
          List.of(),
          "Words of the display name, parted by blanks",
          "no source gives a name",
          Source.ACCOUNT,
          Combine.MAX,
          1,
          in -> Statistics.latest(words(Account.NAME.col())));

  static final Feature HANDLE_IS_NAME =
      new Feature(
              "handle_equals_name",
              LongType,
              "1 for yes, 0 for no",
              List.of(),
              "Whether handle and display name are the same but for case",
              "no source gives both",
              Source.ACCOUNT,
              Combine.MAX,
              1,
              in ->
                  Statistics.latest(
                      lower(Account.HANDLE.col())
                          .equalTo(lower(Account.NAME.col()))
                          .cast("bigint")))
          .keeping(Contract.SHARE);

  static final Feature BIO_LENGTH =
      new Feature(
          "bio_length",
          LongType,
          "characters",
          List.of(),
          "Characters of the profile text; 0 where the account is seen in full and has " + "none",
          "no source shows the account's profile",
          Source.ACCOUNT,
          Combine.MAX,
          1,
          in -> Statistics.latest(length(seen(Account.BIO.col()))));

  static final Feature HAS_LINK =
      new Feature(
              "has_link",
              LongType,
              "1 for yes, 0 for no",
              List.of(),
              "Whether the profile leads to a page outside; 0 where the account is seen in "
                  + "full without",
              "no source shows the account's profile",
              Source.ACCOUNT,
              Combine.MAX,
              1,
              in -> Statistics.latest(length(seen(Account.LINK.col())).gt(0).cast("bigint")))
          .keeping(Contract.SHARE);

  static final Feature PRIVATE =
      new Feature(
              "private",
              LongType,
              "1 for yes, 0 for no",
              List.of(),
              "Whether only followers see its posts",
              "no source gives it",
              Source.ACCOUNT,
              Combine.MAX,
              1,
              in -> Statistics.latest(Account.PRIVATE.col().cast("bigint")))
          .keeping(Contract.SHARE);

  static final Feature VERIFIED =
      new Feature(
              "verified",
              LongType,
              "1 for yes, 0 for no",
              List.of(),
              "Whether it has the platform's badge",
              "no source gives it",
              Source.ACCOUNT,
              Combine.MAX,
              1,
              in -> Statistics.latest(Account.VERIFIED.col().cast("bigint")))
          .keeping(Contract.SHARE);

  static final Feature POSTS_EVER =
      new Feature(
          "posts_ever",
          LongType,
          "posts",
          List.of(),
          "Posts that it ever made, as a source states",
          "no source gives it",
          Source.ACCOUNT,
          Combine.SUM,
          1,
          in -> Statistics.latest(Account.POSTS.col()));

  static final Feature FOLLOWING =
      new Feature(
          "following",
          LongType,
          "accounts",
          List.of(),
          "Accounts that it follows",
          "no source gives it",
          Source.ACCOUNT,
          Combine.SUM,
          1,
          in -> Statistics.latest(Account.FOLLOWING.col()));

  static final Feature AGE =
      new Feature(
          "account_age_days",
          LongType,
          "days",
          List.of(),
          "Days from its opening to the night; 0 for one opened in another time zone's tomorrow",
          "no source gives it",
          Source.ACCOUNT,
          Combine.MAX,
          1,
          in -> Statistics.latest(age()));

  static final Feature FOLLOWERS_PER_FOLLOWING =
      new Feature(
          "followers_per_following",
          DoubleType,
          "followers per account followed",
          List.of(),
          "Followers plus one, divided by accounts followed plus one",
          "either is unknown",
          Source.FEATURES,
          Combine.WEIGHTED_MEAN,
          1,
          in -> col("followers").plus(1).divide(col("following").plus(1)));

  static final Feature POSTS_PER_FOLLOWER =
      new Feature(
          "posts_per_follower",
          DoubleType,
          "posts per follower",
          List.of(),
          "Posts ever made, divided by followers plus one",
          "either is unknown",
          Source.FEATURES,
          Combine.WEIGHTED_MEAN,
          1,
          in -> col("posts_ever").divide(col("followers").plus(1)));

  static final Feature POSTS_PER_DAY_EVER =
      new Feature(
          "posts_per_day_ever",
          DoubleType,
          "posts per day",
          List.of(),
          "Posts ever made, divided by the account's age in days plus one",
          "either is unknown",
          Source.FEATURES,
          Combine.SUM,
          1,
          in -> col("posts_ever").divide(col("account_age_days").plus(1)));

  static final List<Feature> ALL =
      List.of(
          HANDLE_DIGITS,
          NAME_DIGITS,
          NAME_WORDS,
          HANDLE_IS_NAME,
          BIO_LENGTH,
          HAS_LINK,
          PRIVATE,
          VERIFIED,
          POSTS_EVER,
          FOLLOWING,
          AGE,
          FOLLOWERS_PER_FOLLOWING,
          POSTS_PER_FOLLOWER,
          POSTS_PER_DAY_EVER);

  private ProfileFeatures() {}

  private static Column age() {
    Column days = datediff(col("as_of"), to_date(Account.CREATED_AT.col()));
    return when(days.lt(0), lit(0)).otherwise(days);
  }

  private static Column digits(Column text) {
    Column all = length(text);
    return when(all.gt(0), all.minus(length(regexp_replace(text, "\\p{Nd}", ""))).divide(all));
  }

  private static Column words(Column text) {
    Column trimmed = trim(text);
    return when(length(trimmed).equalTo(0), lit(0)).otherwise(size(split(trimmed, "\\s+")));
  }

  /** What a profile that was seen with its numbers does not have is empty, not unknown. */
  private static Column seen(Column text) {
    Column isSeen = Account.FOLLOWING.col().isNotNull().and(Account.POSTS.col().isNotNull());
    return coalesce(text, when(isSeen, lit("")));
  }
}
