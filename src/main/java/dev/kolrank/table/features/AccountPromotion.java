package dev.kolrank.table.features;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Whether an account advertises what it talks about anyway. */
public final class AccountPromotion {
  public static final Field PROMOTED_POSTS =
      required("promoted_posts", LongType, "posts of the last 90 days that advertise").in("posts");
  public static final Field ORGANIC_POSTS =
      required("organic_posts", LongType, "posts of the last 90 days that do not").in("posts");
  public static final Field PROMOTION_FIT =
      optional(
          "promotion_fit",
          DoubleType,
          "cosine between the topics of both, 0 to 1: low where an account suddenly sells something"
              + " else; null if either has no words that the niches know");

  public static final Table TABLE =
      Table.nightly(
              "features.account_promotion",
              "one row per account that advertised in the last 90 days, and night",
              AS_OF,
              List.of(AS_OF, ACCOUNT_UID, PROMOTED_POSTS, ORGANIC_POSTS, PROMOTION_FIT),
              AS_OF,
              ACCOUNT_UID)
          .checked(new Check.InRange(PROMOTION_FIT, 0, 1));

  private AccountPromotion() {}
}
