package dev.kolrank.table.silver;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Tile of an account's posts of one day: windows are merges of tiles. */
public final class ActivityDay {
  public static final Field DAY = required("day", DateType, "the day of publication, UTC");
  public static final Field POSTS = required("posts", LongType, "posts published").in("posts");
  public static final Field SPONSORED_POSTS =
      required(
              "sponsored_posts",
              LongType,
              "posts that carry a paid-partnership mark or a disclosure marker")
          .in("posts");
  public static final Field VIEWS =
      required("views", createArrayType(LongType), "views of each post that has them, ascending")
          .in("views");
  public static final Field ENGAGEMENTS =
      required(
              "engagements",
              createArrayType(LongType),
              "interactions of each post that has them, ascending")
          .in("interactions");
  public static final Field LIKES = required("likes", LongType, "sum of likes").in("likes");
  public static final Field COMMENTS =
      required("comments", LongType, "sum of comments").in("comments");
  public static final Field SHARES = required("shares", LongType, "sum of shares").in("shares");
  public static final Field SAVES = required("saves", LongType, "sum of saves").in("saves");
  public static final Field ENGAGED_VIEWS =
      required(
              "engaged_views",
              LongType,
              "sum of views over posts that have both views and interactions")
          .in("views");
  public static final Field VIEWED_ENGAGEMENTS =
      required("viewed_engagements", LongType, "sum of interactions over the same posts")
          .in("interactions");

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
              LIKES,
              COMMENTS,
              SHARES,
              SAVES,
              ENGAGED_VIEWS,
              VIEWED_ENGAGEMENTS),
          ACCOUNT_UID,
          DAY);

  private ActivityDay() {}
}
