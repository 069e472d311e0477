package dev.kolrank.table.gold;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** How results measured up to known truth, each time that it was asked. */
public final class Validation {
  public static final Field EVALUATED_AT =
      required("evaluated_at", TimestampType, "when it was measured");
  public static final Field SUBJECT =
      required("subject", StringType, "what: identity or sentiment");
  public static final Field TRUTH = required("truth", StringType, "the set of known truth");
  public static final Field VARIANT =
      required(
          "variant",
          StringType,
          "how the set was shown, as in \"names half\"; of sentiment the language");
  public static final Field METHOD =
      required("method", StringType, "kolrank, or the simple method that it is compared with");
  public static final Field SCOPE =
      required(
          "scope",
          StringType,
          "all; both platforms, as in weibo|x; or a bin of probability; of sentiment a polarity");
  public static final Field MEASURE =
      required(
          "measure",
          StringType,
          "precision, recall or f1, of pairs (of two platforms) or b_cubed; largest_wrong: accounts in the largest"
              + " cluster of several persons; reliability: share of right pairs in the bin, expected:"
              + " mean of their probabilities, the same where these are calibrated;"
              + " of sentiment macro_f1, accuracy, f1");
  public static final Field VALUE = required("value", DoubleType, "the measure");
  public static final Field LOW =
      optional("low", DoubleType, "lower end of the 95 % interval; null if it has none");
  public static final Field HIGH =
      optional("high", DoubleType, "upper end of the 95 % interval; null if it has none");
  public static final Field COUNT =
      required("count", LongType, "what it is a share of: pairs or accounts");

  public static final Table TABLE =
      Table.of(
          "gold.validation",
          "one row per measurement and measure",
          WriteMode.APPEND,
          List.of(
              EVALUATED_AT,
              SUBJECT,
              TRUTH,
              VARIANT,
              METHOD,
              SCOPE,
              MEASURE,
              VALUE,
              LOW,
              HIGH,
              COUNT),
          EVALUATED_AT,
          TRUTH,
          VARIANT,
          METHOD,
          SCOPE,
          MEASURE);

  private Validation() {}
}
