package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** The parameters of the model that scores pairs of accounts, as fitted in a night. */
public final class MatchParameter {
  public static final Field PLATFORMS =
      required("platforms", StringType, "both platforms, as in weibo|x; * for all together");
  public static final Field COMPARISON =
      required(
          "comparison",
          StringType,
          "what is compared; prior for the share of pairs that match before any comparison, for all"
              + " platforms together of matches per account");
  public static final Field LEVEL =
      required("level", StringType, "the comparison's outcome; empty for the prior");
  public static final Field M =
      required("m", DoubleType, "share of matching pairs that show the level");
  public static final Field U =
      required("u", DoubleType, "share of other pairs that show the level, or would");
  public static final Field WEIGHT =
      required(
              "weight",
              DoubleType,
              "the binary logarithm of m over u; a handle_name of other weighs nothing all the same")
          .in("bits");
  public static final Field PAIRS =
      required("pairs", DoubleType, "matching pairs that it rests on").in("pairs");
  public static final Field MOVED =
      optional("moved", DoubleType, "weight less that of the night before; null if it is new")
          .in("bits");

  public static final Field PATTERNS =
      required(
              "patterns",
              LongType,
              "different sets of levels that the compared pairs showed when it was fitted")
          .in("patterns");

  /** Of more than so many patterns a sample is fitted. */
  public static final long MOST_PATTERNS = 200_000;

  /** More than this against the night before is worth a look. */
  public static final double MOST_MOVED = 3;

  public static final Table TABLE =
      Table.nightly(
              "identity.match_parameter",
              "one row per pair of platforms, comparison, level and night",
              AS_OF,
              List.of(AS_OF, PLATFORMS, COMPARISON, LEVEL, M, U, WEIGHT, PAIRS, MOVED, PATTERNS),
              AS_OF,
              PLATFORMS,
              COMPARISON,
              LEVEL)
          .checked(
              new Check.InRange(M, 0, 1),
              new Check.Watched(
                  "no weight moved by more than 3 bits since the night before",
                  "abs(moved) <= " + MOST_MOVED),
              new Check.Watched(
                  "patterns were few enough to fit them all", "patterns <= " + MOST_PATTERNS));

  private MatchParameter() {}
}
