package dev.kolrank.feature;

import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.features.FeatureDrift;
import dev.kolrank.table.features.Relation;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * How a feature is distributed in a night.
 *
 * @param rows entities
 * @param sums values, those that break the contract, the least and the greatest, and those that
 *     break each relation to another feature
 * @param bins sampled values by bin
 */
record Distribution(long rows, Row sums, SortedMap<Integer, Long> bins) {
  private static final long LEAST_VALUES = 50;

  /** Where the sums of relations begin. */
  private static final int OTHERS = 4;

  /** The row of the feature, compared with those of earlier nights, which may be null. */
  Row row(
      LocalDate night,
      String entity,
      Variant feature,
      List<Relation> relations,
      Row week,
      Row month) {
    String reason = reason(feature, relations);
    return RowFactory.create(
        Date.valueOf(night),
        entity,
        feature.name(),
        rows,
        rows == 0 ? 0.0 : 1 - (double) sums.getLong(0) / rows,
        sums.get(2),
        sums.get(3),
        bins,
        value(week, "as_of"),
        value(week, FeatureDrift.NULL_SHARE.name()),
        psi(week),
        value(month, "as_of"),
        value(month, FeatureDrift.NULL_SHARE.name()),
        psi(month),
        reason != null,
        reason);
  }

  /** Why the feature is withheld, or null if it is not. */
  private String reason(Variant feature, List<Relation> relations) {
    if (sums.getLong(1) > 0) {
      return values(1)
          + " are not %s: they go from %s to %s"
              .formatted(feature.feature().contract().words(), sums.get(2), sums.get(3));
    }
    return IntStream.range(0, relations.size())
        .filter(i -> sums.getLong(OTHERS + i) > 0)
        .mapToObj(i -> values(OTHERS + i) + " are " + relations.get(i).wordsOf(feature.name()))
        .findFirst()
        .orElse(null);
  }

  private String values(int broken) {
    return String.format(Locale.ROOT, "%,d of %,d values", sums.getLong(broken), sums.getLong(0));
  }

  private static Object value(Row row, String column) {
    return row == null ? null : row.getAs(column);
  }

  private Double psi(Row before) {
    if (before == null) {
      return null;
    }
    return index(bins, before.getJavaMap(before.fieldIndex(FeatureDrift.BINS.name())));
  }

  /**
   * The population stability index: the sum over bins of (p - q) ln(p / q), each bin with half a
   * value more than it has; null where either side has few.
   */
  static Double index(Map<Integer, Long> now, Map<Integer, Long> before) {
    long n = sum(now);
    long m = sum(before);
    if (n < LEAST_VALUES || m < LEAST_VALUES) {
      return null;
    }
    var all = new TreeSet<>(now.keySet());
    all.addAll(before.keySet());
    double index = 0;
    for (int bin : all) {
      double p = (now.getOrDefault(bin, 0L) + 0.5) / (n + 0.5 * all.size());
      double q = (before.getOrDefault(bin, 0L) + 0.5) / (m + 0.5 * all.size());
      index += (p - q) * Math.log(p / q);
    }
    return index;
  }

  private static long sum(Map<Integer, Long> bins) {
    return bins.values().stream().mapToLong(n -> n).sum();
  }
}
