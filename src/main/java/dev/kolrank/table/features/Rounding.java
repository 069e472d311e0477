package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.rtrim;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * Which changes rounding can make. A source gives all its numbers in so many digits, at least those
 * that either end shows before its zeros: beside 1.9万 the end 2万 stands for 2.0万. The last of these
 * digits is the step of a rounded number.
 */
public final class Rounding {

  private Rounding() {}

  /**
   * Whether a change of counts is no larger than the step of a rounded end, no change at all
   * included; false where both ends are exact.
   */
  public static Column explains(Column from, Column isFromRounded, Column to, Column isToRounded) {
    Column digits = greatest(digits(from, isFromRounded), digits(to, isToRounded));
    Column step = greatest(step(from, isFromRounded, digits), step(to, isToRounded, digits));
    return coalesce(abs(to.minus(from)).leq(step), lit(false));
  }

  /** The digits before the closing zeros; null for an exact number. */
  private static Column digits(Column count, Column isRounded) {
    return when(isRounded, greatest(lit(1), length(rtrim(count.cast("string"), lit("0")))));
  }

  private static Column step(Column count, Column isRounded, Column digits) {
    Column places = length(count.cast("string")).minus(digits);
    return when(isRounded, pow(lit(10), greatest(lit(0), places)));
  }
}
