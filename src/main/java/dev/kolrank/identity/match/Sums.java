package dev.kolrank.identity.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums by key, whose places are found once and then added to many times. */
final class Sums {
  private final Map<String, Integer> places = new HashMap<>();
  private double[] sums = new double[0];

  /** Where these keys are summed. */
  int[] places(List<String> keys) {
    return keys.stream().mapToInt(key -> places.computeIfAbsent(key, k -> places.size())).toArray();
  }

  /** Begins anew, over all keys placed so far. */
  void clear() {
    sums = new double[places.size()];
  }

  void add(int[] to, double value) {
    for (int place : to) {
      sums[place] += value;
    }
  }

  /** The sum of a key, 0 if nothing was added. */
  double of(String key) {
    Integer place = places.get(key);
    return place == null ? 0 : sums[place];
  }
}
