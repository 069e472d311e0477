package dev.kolrank.table.features;

import static dev.kolrank.table.Columns.LAST_SEEN;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.core.Field;
import dev.kolrank.table.silver.ActivityDay;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import scala.collection.Seq;

/** Order statistics that come out the same, bit for bit, whatever the order of the rows. */
public final class Statistics {
  /** Of the platform's view of an account: its interactions of 90 days, ascending. */
  public static final String ENGAGEMENTS = "__engagements";

  /** Of the platform's view of an account: the interactions that count as one unit. */
  public static final String UNIT = "__unit";

  /** Where {@link #spread} comes from. */
  static final String SAMPLE_DEVIATION = "sample standard deviation of ln(1 + x)";

  private static final UserDefinedFunction QUANTILE =
      udf((UDF2<Seq<Long>, Double, Double>) Numbers::quantile, DoubleType).withName("quantile");
  private static final UserDefinedFunction H_INDEX =
      udf((UDF2<Seq<Long>, Double, Long>) Numbers::hIndex, LongType).withName("h_index");
  private static final UserDefinedFunction G_INDEX =
      udf((UDF2<Seq<Long>, Double, Long>) Numbers::gIndex, LongType).withName("g_index");
  private static final UserDefinedFunction GAP =
      udf((UDF1<Seq<Integer>, Long>) Numbers::longestGap, LongType).withName("longest_gap");
  private static final UserDefinedFunction AUTOCORRELATION =
      udf((UDF3<Seq<Row>, Integer, Integer, Double>) Numbers::autocorrelation, DoubleType)
          .withName("autocorrelation");
  private static final UserDefinedFunction REPEATED =
      udf((UDF1<Seq<Long>, Double>) Numbers::repeated, DoubleType).withName("repeated");
  private static final UserDefinedFunction BUSIEST =
      udf((UDF2<Seq<Long>, Integer, Double>) Numbers::busiest, DoubleType).withName("busiest");
  private static final UserDefinedFunction BENFORD =
      udf((UDF1<Seq<Long>, Double>) Numbers::benford, DoubleType).withName("benford");

  private Statistics() {}

  /**
   * The newest value that is known: an alias seen last says more than the account seen before. Of
   * values seen at one time the greatest.
   */
  static Column latest(Column value) {
    return max(when(value.isNotNull(), struct(LAST_SEEN.col(), value.as("x")))).getField("x");
  }

  /** All values of the tiles' arrays, ascending. */
  static Column merged(Column arrays) {
    return sort_array(flatten(collect_list(arrays)));
  }

  /** The median of ascending values; null for none. */
  public static Column median(Column ascending) {
    Column n = size(ascending);
    Column low = element_at(ascending, floor(n.plus(1).divide(2)).cast("int"));
    Column high = element_at(ascending, floor(n.plus(2).divide(2)).cast("int"));
    return when(n.gt(0), low.plus(high).divide(2));
  }

  /**
   * The Gini coefficient of ascending values: 0 when all are equal, near 1 when one has everything.
   * Null for fewer than two values or a sum of zero.
   */
  static Column gini(Column ascending) {
    Column n = size(ascending);
    Column zero = lit(0.0);
    Column sum = aggregate(ascending, zero, (total, x) -> total.plus(x));
    Column ranked =
        aggregate(
            transform(ascending, (x, i) -> x.multiply(i.plus(1)).cast("double")),
            zero,
            (total, x) -> total.plus(x));
    Column value = ranked.multiply(2).divide(sum.multiply(n)).minus(n.plus(1).divide(n));
    return when(n.gt(1).and(sum.gt(0)), greatest(value, zero));
  }

  /**
   * How many different values there are. Spark's own distinct count among other aggregates makes it
   * write each row once per such count.
   */
  static Column different(Column values) {
    return size(collect_set(values));
  }

  /** A count, null instead of zero: nothing seen is not nothing there. */
  static Column someOf(Column count) {
    return when(count.gt(0), count);
  }

  /** {@code over / under}, null when {@code under} is null or zero. */
  static Column ratio(Column over, Column under) {
    return when(under.gt(0), over.divide(under));
  }

  /** The quantile {@code p} of ascending values, between neighbours in proportion. */
  static Column quantile(Column ascending, double p) {
    return QUANTILE.apply(ascending, lit(p));
  }

  /** The standard deviation of logarithms, out of a window's sums; null for fewer than two. */
  static Column spread(Scope in, Field count, Field logs, Field logsSquared) {
    Column n = sum(in.in(count.col()));
    Column mean = ratio(sum(in.in(logs.col())), n).divide(ActivityDay.LOG_PARTS);
    Column square = ratio(sum(in.in(logsSquared.col())), n).divide(ActivityDay.LOG_PARTS);
    Column variance = greatest(square.minus(mean.multiply(mean)), lit(0.0));
    return when(n.gt(1), sqrt(variance.multiply(n).divide(n.minus(1))));
  }

  static Column hIndex(Column ascending, Column unit) {
    return H_INDEX.apply(ascending, unit);
  }

  static Column gIndex(Column ascending, Column unit) {
    return G_INDEX.apply(ascending, unit);
  }

  /** Of days counted back from the night, ascending: the most between two, or to the night. */
  static Column longestGap(Column daysAgo) {
    return GAP.apply(daysAgo);
  }

  /** Of (ago, posts) within so many days, at a lag in days. */
  static Column autocorrelation(Column days, int window, int lag) {
    return AUTOCORRELATION.apply(days, lit(window), lit(lag));
  }

  /** The share of ascending values that occur more than once; null for fewer than ten. */
  static Column repeated(Column ascending) {
    return REPEATED.apply(ascending);
  }

  /** The share of the busiest of so many cells in repeated counts; null for fewer than 30. */
  static Column busiest(Column counts, int cells) {
    return BUSIEST.apply(counts, lit(cells));
  }

  /** How far first digits lie from Benford's law; null for fewer than 50 values of ten and more. */
  static Column benford(Column values) {
    return BENFORD.apply(values);
  }

  /** How far the greatest of ascending values lies above the median; null for fewer than three. */
  static Column burst(Column ascending) {
    Column greatest = element_at(ascending, -1);
    return when(size(ascending).geq(3), log(greatest.plus(1).divide(median(ascending).plus(1))));
  }

  /** The sum of the field x over structs, added in the order of their first field. */
  static Column inOrder(Column structs) {
    return aggregate(
        sort_array(collect_list(structs)), lit(0.0), (sum, s) -> sum.plus(s.getField("x")));
  }

  /**
   * The logarithm of a ratio of counts, half a unit more above and a whole one below: none of few
   * is no news, none of many is.
   */
  static Column logRatio(Column over, Column under) {
    return log(over.plus(0.5).divide(under.plus(1)));
  }

  /** The entropy of amounts, in their order; null when they add up to nothing. */
  static Column entropy(Column amounts) {
    Column total = total(amounts);
    Column value =
        aggregate(
            filter(amounts, x -> x.gt(0)),
            lit(0.0),
            (sum, x) -> sum.minus(x.divide(total).multiply(log(x.divide(total)))));
    return when(total.gt(0), greatest(value, lit(0.0)));
  }

  /** The sum of squared shares of amounts, in their order; null when they add up to nothing. */
  static Column concentration(Column amounts) {
    Column total = total(amounts);
    Column value =
        aggregate(
            amounts, lit(0.0), (sum, x) -> sum.plus(x.divide(total).multiply(x.divide(total))));
    return when(total.gt(0), least(value, lit(1.0)));
  }

  private static Column total(Column amounts) {
    return aggregate(amounts, lit(0.0), (sum, x) -> sum.plus(x));
  }
}
