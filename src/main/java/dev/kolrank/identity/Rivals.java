package dev.kolrank.identity;

import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.identity.AccountPair.LEFT_UID;
import static dev.kolrank.table.identity.AccountPair.RIGHT_UID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** How a pair stands among the others of either account with the same platform. */
final class Rivals {
  /** The level of {@code rivals}. */
  static final String LEVEL = "rivals_level";

  /** In bits. */
  private static final double LEVEL_WITHIN = 1;

  private static final double FAR = 5;
  private static final double NONE = 1_000;

  private static final String LEAD_LEFT = "lead_left";
  private static final String LEAD_RIGHT = "lead_right";

  private Rivals() {}

  /**
   * The pairs with their level; null where no likeness of names was found.
   *
   * @param pairs with both accounts as {@code l} and {@code r}
   * @param excess the bits of likeness, null for none
   */
  static Dataset<Row> of(Dataset<Row> pairs, String excess) {
    Dataset<Row> led =
        pairs
            .withColumn(LEAD_LEFT, ahead(LEFT_UID.col(), PLATFORM.of("r"), excess))
            .withColumn(LEAD_RIGHT, ahead(RIGHT_UID.col(), PLATFORM.of("l"), excess));
    Column ahead = least(col(LEAD_LEFT), col(LEAD_RIGHT));
    Column level =
        when(ahead.geq(NONE), "none")
            .when(ahead.geq(LEVEL_WITHIN), "behind")
            .when(ahead.gt(-LEVEL_WITHIN), "level")
            .when(ahead.gt(-FAR), "ahead")
            .otherwise("far_ahead");
    return led.withColumn(LEVEL, when(col(excess).isNotNull(), level));
  }

  /** Bits before the best of the others; {@link #NONE} if there is none. */
  private static Column ahead(Column account, Column platform, String excess) {
    // pairs without likeness are nobody's rivals and stand in a window of their own
    var others =
        Window.partitionBy(account, platform, col(excess).isNull())
            .orderBy(col(excess).desc(), LEFT_UID.col(), RIGHT_UID.col());
    Column best = row_number().over(others).equalTo(1);
    Column next = lead(col(excess), 1).over(others);
    Column top = first(col(excess)).over(others);
    return when(best, coalesce(col(excess).minus(next), lit(NONE)))
        .otherwise(col(excess).minus(top));
  }
}
