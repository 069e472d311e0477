package dev.kolrank.identity;

import static dev.kolrank.table.matching.ComparedPair.LABEL;
import static dev.kolrank.table.matching.ComparedPair.LEVELS;
import static dev.kolrank.table.matching.ComparedPair.PLATFORMS;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_contains_key;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.core.Materialized;
import dev.kolrank.identity.match.Comparison;
import dev.kolrank.identity.match.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The pairs counted by pattern. Where much is compared of each pair, nearly every pair is a pattern
 * of its own: then rare ones are drawn by a hash, and those drawn stand for the others.
 *
 * @param shown how many patterns there were before any was drawn
 * @param all in a fixed order
 */
record Patterns(long shown, List<Pattern> all) {
  private static final String ENTRIES = "entries";
  private static final String PAIRS = "pairs";

  /** More pairs than fit any lake. */
  private static final int MOST_DOUBLINGS = 48;

  /** A pattern with what it is ordered by, written once. */
  private record Written(Pattern pattern, String levels) {
    static Written of(Pattern pattern) {
      return new Written(pattern, new TreeMap<>(pattern.levels()).toString());
    }
  }

  /**
   * The patterns of pairs, about {@code most} if there are more. Those that a person labelled all
   * count, and so do all controls.
   */
  static Patterns of(Dataset<Row> compared, long most) {
    Column own =
        substring_index(PLATFORMS.col(), "|", 1).equalTo(substring_index(PLATFORMS.col(), "|", -1));
    Column isControl =
        own.and(LABEL.col().isNull())
            .and(not(map_contains_key(LEVELS.col(), Comparison.LINK.name())));
    Dataset<Row> counted =
        counted(compared.where(not(isControl)), array_sort(map_entries(LEVELS.col())))
            .transform(Materialized::of);
    long shown = counted.count();
    long standsFor = shown <= most ? 1 : standsFor(counted, most);
    // of controls only each level's number is looked at
    Dataset<Row> controls =
        counted(
            compared.where(isControl).withColumn("entry", explode(map_entries(LEVELS.col()))),
            array(col("entry")));
    return new Patterns(
        shown, inOrder(drawn(counted, standsFor).union(controls).toLocalIterator()));
  }

  private static Dataset<Row> counted(Dataset<Row> pairs, Column entries) {
    return pairs
        .groupBy(PLATFORMS.col(), entries.as(ENTRIES), LABEL.col())
        .agg(count(lit(1)).as(PAIRS));
  }

  /** The least power of two with which no more are drawn than may be. */
  private static long standsFor(Dataset<Row> counted, long most) {
    Column[] drawn = new Column[MOST_DOUBLINGS];
    for (int doublings = 0; doublings < MOST_DOUBLINGS; doublings++) {
      drawn[doublings] = sum(least(col(PAIRS), lit(1L << doublings)));
    }
    Row sums = counted.select(array(drawn)).first();
    List<Long> drawnOf = sums.getList(0);
    int doublings = 0;
    while (drawnOf.get(doublings) >> doublings > most) {
      doublings++;
    }
    return 1L << doublings;
  }

  /** A pattern of n pairs is drawn n times of so many, and then counts for so many. */
  private static Dataset<Row> drawn(Dataset<Row> counted, long standsFor) {
    Column whole = LABEL.col().isNotNull().or(col(PAIRS).geq(standsFor));
    Column hash = xxhash64(PLATFORMS.col(), col(ENTRIES));
    return counted
        .where(whole.or(pmod(hash, lit(standsFor)).lt(col(PAIRS))))
        .withColumn(PAIRS, when(whole, col(PAIRS)).otherwise(standsFor));
  }

  /** Sums of fractions depend on their order. */
  private static List<Pattern> inOrder(Iterator<Row> rows) {
    Map<String, String> one = new HashMap<>();
    List<Written> patterns = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      Map<String, String> levels = new HashMap<>();
      // each text once, however many patterns show it
      row.<Row>getList(1)
          .forEach(
              e ->
                  levels.put(
                      one.computeIfAbsent(e.getString(0), s -> s),
                      one.computeIfAbsent(e.getString(1), s -> s)));
      Optional<Boolean> label = row.isNullAt(2) ? Optional.empty() : Optional.of(row.getBoolean(2));
      String platforms = one.computeIfAbsent(row.getString(0), s -> s);
      patterns.add(Written.of(new Pattern(platforms, levels, row.getLong(3), label)));
    }
    patterns.sort(
        Comparator.comparing((Written w) -> w.pattern().platforms())
            .thenComparing(Written::levels)
            .thenComparing(w -> w.pattern().label().toString()));
    return patterns.stream().map(Written::pattern).toList();
  }
}
