package dev.kolrank.table.silver;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.CENSORED;
import static dev.kolrank.table.Columns.FIRST_SEEN;
import static dev.kolrank.table.Columns.LAST_SEEN;
import static dev.kolrank.table.Columns.ROUNDED;
import static dev.kolrank.table.Columns.SEEN;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;
import org.apache.spark.sql.Column;

/** What was last seen of an account on a day. */
public final class AccountDay {
  public static final Field DAY = required("day", DateType, "the day of the observation, UTC");
  public static final Field FOLLOWERS =
      optional(
              "followers",
              LongType,
              "followers as last seen that day; null if not given or quarantined")
          .in("accounts");
  public static final Field FOLLOWING =
      optional("following", LongType, "accounts it follows; null if not given or quarantined")
          .in("accounts");
  public static final Field POSTS =
      optional("posts", LongType, "posts it ever made; null if not given or quarantined")
          .in("posts");

  /** What observations fill, each column with the latest value that any of them gives. */
  public static final List<Field> OBSERVED = List.of(FOLLOWERS, FOLLOWING, POSTS);

  public static final Table TABLE =
      Table.upserted(
              "silver.account_day",
              "one row per account and day on which it was seen",
              List.of(
                  ACCOUNT_UID,
                  DAY,
                  FOLLOWERS,
                  FOLLOWING,
                  POSTS,
                  FIRST_SEEN,
                  LAST_SEEN,
                  SEEN,
                  ROUNDED,
                  CENSORED),
              ACCOUNT_UID,
              DAY)
          .clusteredBy(DAY);

  private AccountDay() {}

  /** The followers; null where they are only a lower bound, which shows no growth. */
  public static Column knownFollowers() {
    return when(not(isNamed(CENSORED)), FOLLOWERS.col());
  }

  /** Whether the followers are rounded. */
  public static Column hasRoundedFollowers() {
    return isNamed(ROUNDED);
  }

  private static Column isNamed(Field flag) {
    return coalesce(array_contains(flag.col(), FOLLOWERS.name()), lit(false));
  }
}
