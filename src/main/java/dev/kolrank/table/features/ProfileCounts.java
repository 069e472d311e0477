package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.Account;
import java.util.List;
import org.apache.spark.sql.Column;

/** What a profile says in numbers of its whole life, and their ratios. */
final class ProfileCounts {
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
          POSTS_EVER,
          FOLLOWING,
          AGE,
          FOLLOWERS_PER_FOLLOWING,
          POSTS_PER_FOLLOWER,
          POSTS_PER_DAY_EVER);

  private ProfileCounts() {}

  private static Column age() {
    Column days = datediff(col("as_of"), to_date(Account.CREATED_AT.col()));
    return when(days.lt(0), lit(0)).otherwise(days);
  }
}
