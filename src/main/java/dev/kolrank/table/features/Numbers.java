package dev.kolrank.table.features;

import java.util.HashMap;
import java.util.List;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Statistics of an account's numbers that SQL has no word for; null where too little is known. */
final class Numbers {
  private static final int LEAST_TEXTS = 10;
  private static final int LEAST_COMMENTS = 30;
  private static final int LEAST_DIGITS = 50;

  private Numbers() {}

  static Double quantile(Seq<Long> ascending, Double p) {
    if (ascending == null || ascending.isEmpty()) {
      return null;
    }
    double at = (ascending.size() - 1) * p;
    int low = (int) at;
    long value = ascending.apply(low);
    long next = ascending.apply(Math.min(low + 1, ascending.size() - 1));
    return value + (at - low) * (next - value);
  }

  /** The most posts that each have that many units. */
  static Long hIndex(Seq<Long> ascending, Double unit) {
    if (ascending == null || ascending.isEmpty() || unit == null) {
      return null;
    }
    long h = 0;
    for (int i = ascending.size() - 1; i >= 0 && ascending.apply(i) >= (h + 1) * unit; i--) {
      h++;
    }
    return h;
  }

  /** The most posts that together have the square of that many units. */
  static Long gIndex(Seq<Long> ascending, Double unit) {
    if (ascending == null || ascending.isEmpty() || unit == null) {
      return null;
    }
    long g = 0;
    long sum = 0;
    for (int i = ascending.size() - 1; i >= 0; i--) {
      sum += ascending.apply(i);
      // grouped as in hIndex, which it must not come out below
      if (sum < (g + 1) * ((g + 1) * unit)) {
        break;
      }
      g++;
    }
    return g;
  }

  static Long longestGap(Seq<Integer> daysAgo) {
    if (daysAgo == null || daysAgo.isEmpty()) {
      return null;
    }
    long longest = daysAgo.head();
    int before = daysAgo.head();
    for (int ago : CollectionConverters.asJava(daysAgo)) {
      longest = Math.max(longest, ago - before);
      before = ago;
    }
    return longest;
  }

  static Double autocorrelation(Seq<Row> days, Integer window, Integer lag) {
    if (days == null || days.isEmpty()) {
      return null;
    }
    var posts = new double[window];
    for (Row day : CollectionConverters.asJava(days)) {
      posts[day.getInt(0)] += day.getLong(1);
    }
    double sum = 0;
    for (double n : posts) {
      sum += n;
    }
    double mean = sum / window;
    double variance = 0;
    double covariance = 0;
    for (int i = 0; i < window; i++) {
      variance += (posts[i] - mean) * (posts[i] - mean);
      covariance += i < lag ? 0 : (posts[i] - mean) * (posts[i - lag] - mean);
    }
    return variance > 0 ? Double.valueOf(covariance / variance) : null;
  }

  static Double repeated(Seq<Long> ascending) {
    if (ascending == null || ascending.size() < LEAST_TEXTS) {
      return null;
    }
    List<Long> texts = CollectionConverters.asJava(ascending);
    var times = new HashMap<Long, Integer>();
    texts.forEach(t -> times.merge(t, 1, Integer::sum));
    long repeated = times.values().stream().filter(n -> n > 1).mapToLong(n -> n).sum();
    return (double) repeated / texts.size();
  }

  static Double busiest(Seq<Long> counts, Integer cells) {
    if (counts == null) {
      return null;
    }
    var sums = new long[cells];
    int i = 0;
    for (long n : CollectionConverters.asJava(counts)) {
      sums[i++ % cells] += n;
    }
    long all = 0;
    long most = 0;
    for (long n : sums) {
      all += n;
      most = Math.max(most, n);
    }
    return all < LEAST_COMMENTS ? null : Double.valueOf((double) most / all);
  }

  static Double benford(Seq<Long> values) {
    if (values == null) {
      return null;
    }
    var digits = new long[10];
    long all = 0;
    for (long value : CollectionConverters.asJava(values)) {
      if (value >= 10) {
        long first = value;
        while (first >= 10) {
          first /= 10;
        }
        digits[(int) first]++;
        all++;
      }
    }
    if (all < LEAST_DIGITS) {
      return null;
    }
    double apart = 0;
    for (int d = 1; d <= 9; d++) {
      apart += Math.abs((double) digits[d] / all - Math.log10(1 + 1.0 / d));
    }
    return apart / 9;
  }
}
