package dev.kolrank.silver;

import dev.kolrank.table.silver.QuarantinedValue;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges the values of one count in the order of their observation. A value that is at least {@code
 * share} below the value before it, which is {@code least} or more, waits; an observation of
 * another source, or of a later day, that shows the fall too confirms it; any other value refutes
 * it. A lower bound shows no fall. Of values observed at one time the greatest counts.
 */
record Falls(double share, long least) implements Serializable {

  /**
   * One value.
   *
   * @param source null for the value that silver keeps, which stands for all before it
   */
  record Value(
      Timestamp at, String source, String file, long value, boolean rounded, boolean censored) {

    private boolean isBetterThan(Value other) {
      return Comparator.comparingLong(Value::value)
              .thenComparing(Value::censored, Comparator.reverseOrder())
              .thenComparing(Value::rounded, Comparator.reverseOrder())
              .thenComparing(Value::file, Comparator.reverseOrder())
              .compare(this, other)
          > 0;
    }

    private LocalDate day() {
      return at.toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
    }
  }

  /**
   * What became of a value that fell.
   *
   * @param since the first observation that shows the fall
   * @param decidedAt the observation that confirmed or refuted it; null while it waits
   */
  record Verdict(Value value, long kept, Timestamp since, String state, Timestamp decidedAt) {}

  /** The verdicts on the values that fell, whatever the order of the values. */
  List<Verdict> of(List<Value> values) {
    var verdicts = new ArrayList<Verdict>();
    var waiting = new ArrayList<Value>();
    Value kept = null;
    for (Collection<Value> together : inOrder(values)) {
      Value greatest = together.stream().max(Comparator.comparingLong(Value::value)).get();
      boolean fell = kept != null && isFall(kept.value, together, greatest);
      if (fell) {
        waiting.addAll(together);
      }
      if (!fell || isConfirmed(waiting)) {
        String state = fell ? QuarantinedValue.CONFIRMED : QuarantinedValue.REFUTED;
        decide(verdicts, waiting, kept, state, greatest.at);
        kept = greatest;
      }
    }
    decide(verdicts, waiting, kept, QuarantinedValue.WAITING, null);
    return verdicts;
  }

  /** Whether a value that is known exactly would be too great a fall. */
  boolean isFall(long from, long to) {
    return from >= least && from - to >= share * from;
  }

  private boolean isFall(long from, Collection<Value> together, Value greatest) {
    return isFall(from, greatest.value) && together.stream().noneMatch(Value::censored);
  }

  private static boolean isConfirmed(List<Value> waiting) {
    return waiting.stream().map(Value::source).distinct().count() > 1
        || waiting.stream().map(Value::day).distinct().count() > 1;
  }

  private static void decide(
      List<Verdict> verdicts, List<Value> waiting, Value kept, String state, Timestamp at) {
    for (Value value : waiting) {
      verdicts.add(new Verdict(value, kept.value, waiting.get(0).at, state, at));
    }
    waiting.clear();
  }

  /** One value a time and source, by time; nothing from before what silver keeps. */
  private static List<Collection<Value>> inOrder(List<Value> values) {
    var kept = values.stream().filter(v -> v.source == null).findFirst();
    var byTime = new TreeMap<Timestamp, Map<String, Value>>();
    for (Value value : values) {
      if (kept.isEmpty() || value.source == null || value.at.after(kept.get().at)) {
        byTime
            .computeIfAbsent(value.at, t -> new TreeMap<>())
            .merge(
                value.source == null ? "" : value.source,
                value,
                (a, b) -> a.isBetterThan(b) ? a : b);
      }
    }
    return byTime.values().stream().map(Map::values).toList();
  }
}
