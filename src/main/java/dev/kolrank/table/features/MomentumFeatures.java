package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.AccountDay;
import java.util.List;
import org.apache.spark.sql.Column;

/** Which way an account is going. */
final class MomentumFeatures {
  /** Followers added to both ends, so that a small account's first hundred is no explosion. */
  private static final int PRIOR_FOLLOWERS = 1_000;

  static final Feature FOLLOWER_GROWTH =
      new Feature(
          "follower_growth",
          DoubleType,
          "log ratio per 28 days",
          Features.WINDOWS,
          "Logarithm of followers at the end over followers at the start of the window, both plus"
              + " 1,000, per 28 days between the two observations",
          "fewer than two days of the window have a follower count",
          Source.ACCOUNT_DAY,
          Combine.WEIGHTED_MEAN,
          1,
          MomentumFeatures::growth);

  static final List<Feature> ALL = List.of(FOLLOWER_GROWTH);

  private MomentumFeatures() {}

  private static Column growth(Scope in) {
    Column day = in.in(when(AccountDay.FOLLOWERS.col().isNotNull(), AccountDay.DAY.col()));
    Column followers = AccountDay.FOLLOWERS.col().plus(PRIOR_FOLLOWERS);
    Column days = datediff(max_by(AccountDay.DAY.col(), day), min_by(AccountDay.DAY.col(), day));
    Column change = log(max_by(followers, day).divide(min_by(followers, day)));
    return when(days.gt(0), change.multiply(28).divide(days));
  }
}
