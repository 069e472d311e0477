package dev.kolrank.table.matching;

import static dev.kolrank.core.Field.required;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** How random pairs compare: what two accounts have in common by chance. */
public final class RandomLevel {
  public static final Field PLATFORMS =
      required("platforms", StringType, "both platforms, as in weibo|x");
  public static final Field COMPARISON = required("comparison", StringType, "what is compared");
  public static final Field LEVEL = required("level", StringType, "its outcome");
  public static final Field PAIRS = required("pairs", LongType, "random pairs that show it");

  public static final Table TABLE =
      Table.of(
          "matching.random_level",
          "one row per pair of platforms, comparison and level that a random pair showed",
          WriteMode.TRANSIENT,
          List.of(PLATFORMS, COMPARISON, LEVEL, PAIRS),
          PLATFORMS,
          COMPARISON,
          LEVEL);

  private RandomLevel() {}
}
