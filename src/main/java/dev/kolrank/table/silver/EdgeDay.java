package dev.kolrank.table.silver;

import static dev.kolrank.core.Field.required;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Tile of who turned to whom on one day. */
public final class EdgeDay {
  public static final String MENTION = "mention";
  public static final String REPOST = "repost";
  public static final String COLLABORATION = "collaboration";
  public static final String COMMENT = "comment";

  public static final Field FROM_UID =
      required(
          "from_uid",
          StringType,
          "the account whose post it is; of a comment the keyed hash of its author");
  public static final Field TO_UID =
      required(
          "to_uid",
          StringType,
          "the account turned to: of a comment by its uid; else platform:@handle as the post writes"
              + " it, in lower case, for who bears a handle may be learned later");
  public static final Field DAY =
      required("day", DateType, "the day of publication or of the comment, UTC");
  public static final Field KIND =
      required("kind", StringType, "mention, repost, collaboration or comment");
  public static final Field TIMES = required("times", LongType, "posts or comments that do so");
  public static final Field POSTS =
      required("posts", createArrayType(StringType), "their posts, each once, ascending");

  public static final Table TABLE =
      Table.upserted(
              "silver.edge_day",
              "one row per pair of who and whom, day and kind",
              List.of(FROM_UID, TO_UID, DAY, KIND, TIMES, POSTS),
              FROM_UID,
              TO_UID,
              DAY,
              KIND)
          .clusteredBy(DAY)
          .checked(new Check.OneOf(KIND, List.of(MENTION, REPOST, COLLABORATION, COMMENT)));

  private EdgeDay() {}
}
