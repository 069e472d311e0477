package dev.kolrank.table.silver;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** What the newest posts known of an account got, however long ago it published them. */
public final class LastPosts {
  /** Days up to the newest post whose posts count. */
  public static final int DAYS = 90;

  public static final Field DAY =
      required("day", DateType, "the newest day on which it published, UTC");
  public static final Field POSTS =
      required("posts", LongType, "posts of the 90 days up to that day").in("posts");
  public static final Field VIEWS_MEDIAN =
      optional("views_median", DoubleType, "median views of these posts; null if none has views")
          .in("views");
  public static final Field ENGAGEMENTS_MEDIAN =
      optional(
              "engagements_median",
              DoubleType,
              "median interactions of these posts; null if none has interactions")
          .in("interactions");

  public static final Table TABLE =
      Table.upserted(
          "silver.last_posts",
          "one row per account with posts",
          List.of(ACCOUNT_UID, DAY, POSTS, VIEWS_MEDIAN, ENGAGEMENTS_MEDIAN),
          ACCOUNT_UID);

  private LastPosts() {}
}
