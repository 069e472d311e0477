package dev.kolrank.identity;

import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.identity.match.Comparison;
import dev.kolrank.table.matching.AccountTrait;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether two accounts post on the same occasions, which those of one person do: a video, a tour or
 * a recipe goes to all platforms within hours. Behaviour over time tells people apart where their
 * names do not (Liu et al., "HYDRA: Large-scale Social Identity Linkage via Heterogeneous Behavior
 * Modeling", SIGMOD 2014).
 */
final class Occasions {
  private static final int HOURS_OF_SLOT = 3;
  private static final int SLOTS_OF_DAY = 24 / HOURS_OF_SLOT;
  private static final int SECONDS_OF_HOUR = 3_600;
  private static final int MOST = 100;

  /** How long before its first and behind its last post an account may have been silent. */
  private static final int LONGEST_SILENCE = 7 * SLOTS_OF_DAY;

  /** From a few posts nothing is known to be rarer than this, or more certain. */
  private static final double LEAST_RATE = 0.005;

  private static final double MANY = 12;
  private static final double SEVERAL = 7;
  private static final double SOME = 4;
  private static final double FEW = 2;
  private static final double APART = -1.5;

  private static final UserDefinedFunction LEVEL =
      udf(
              (UDF2<Seq<Integer>, Seq<Integer>, String>)
                  (one, other) ->
                      one == null || other == null ? null : level(list(one), list(other)),
              StringType)
          .withName("occasions_level");

  private Occasions() {}

  /** The hour since 1970 of a time. */
  static Column hourOf(Column time) {
    return floor(unix_seconds(time).divide(SECONDS_OF_HOUR));
  }

  /** Aggregates hours to slots, the newest hundred, the oldest of them first. */
  static Column newest(Column hour) {
    Column slots = collect_set(floor(hour.divide(HOURS_OF_SLOT)).cast("int"));
    return sort_array(slice(sort_array(slots, false), 1, MOST));
  }

  /** The level of two accounts {@code l} and {@code r}; null where their times do not overlap. */
  static Column level() {
    return LEVEL.apply(AccountTrait.OCCASIONS.of("l"), AccountTrait.OCCASIONS.of("r"));
  }

  /** The level of two accounts' slots, in order; null where their times do not overlap. */
  static String level(List<Integer> one, List<Integer> other) {
    Double bits = one.size() <= other.size() ? bits(one, other) : bits(other, one);
    if (one.size() == other.size()) {
      // neither is the one to ask: what says less counts, whichever account comes first
      bits = lesser(bits, bits(other, one));
    }
    return bits == null ? null : level(bits);
  }

  private static String level(double bits) {
    if (bits < FEW) {
      return bits <= APART ? "apart" : Comparison.OTHER;
    }
    return bits >= MANY ? "many" : bits >= SEVERAL ? "several" : bits >= SOME ? "some" : "few";
  }

  /** The one nearer to nothing, the lower of two as near; null if either is. */
  private static Double lesser(Double one, Double other) {
    if (one == null || other == null) {
      return null;
    }
    int nearer = Double.compare(Math.abs(one), Math.abs(other));
    return nearer < 0 || (nearer == 0 && one < other) ? one : other;
  }

  /** The surprise of the fewer ones' posts, of those within the other's time; null if none is. */
  private static Double bits(List<Integer> fewer, List<Integer> more) {
    int silence = silence(more);
    int from = more.get(0) - silence;
    int until = more.get(more.size() - 1) + silence;
    List<Integer> asked = fewer.stream().filter(s -> s >= from && s <= until).toList();
    if (asked.isEmpty()) {
      return null;
    }
    return surprise(asked, more, (double) (until - from) / SLOTS_OF_DAY);
  }

  /** The usual time between two posts, within bounds: beyond it one is no longer there. */
  private static int silence(List<Integer> slots) {
    int gaps = slots.size() - 1;
    int usual = gaps == 0 ? LONGEST_SILENCE : (slots.get(gaps) - slots.get(0)) / gaps;
    return Math.max(SLOTS_OF_DAY, Math.min(LONGEST_SILENCE, usual));
  }

  /**
   * How surprising it is that k of n posts lie within a slot of one of the other's, where by how
   * often the other posts at those hours of the day pn would by chance: n times the divergence of
   * k/n from p, in bits, which is Chernoff's bound on the tail of a binomial distribution. Below
   * zero where they meet more seldom than by chance.
   */
  private static double surprise(List<Integer> asked, List<Integer> more, double days) {
    var beside = new int[SLOTS_OF_DAY];
    int last = Integer.MIN_VALUE;
    for (int slot : more) {
      for (int near = Math.max(last + 1, slot - 1); near <= slot + 1; near++) {
        beside[Math.floorMod(near, SLOTS_OF_DAY)]++;
        last = near;
      }
    }
    double expected = 0;
    int met = 0;
    int at = 0;
    for (int slot : asked) {
      expected += beside[Math.floorMod(slot, SLOTS_OF_DAY)] / days;
      while (at < more.size() && more.get(at) < slot - 1) {
        at++;
      }
      met += at < more.size() && more.get(at) <= slot + 1 ? 1 : 0;
    }
    double posts = asked.size();
    double rate = Math.max(LEAST_RATE, Math.min(1 - LEAST_RATE, expected / posts));
    double share = met / posts;
    double divergence = term(share, rate) + term(1 - share, 1 - rate);
    return share >= rate ? posts * divergence : -posts * divergence;
  }

  private static double term(double share, double rate) {
    return share == 0 ? 0 : share * Math.log(share / rate) / Math.log(2);
  }

  private static List<Integer> list(Seq<Integer> values) {
    return CollectionConverters.asJava(values);
  }
}
