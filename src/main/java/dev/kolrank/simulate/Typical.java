package dev.kolrank.simulate;

import java.util.function.ToLongFunction;

/** What the posts of an account get on average, at least one, as lists of the largest state it. */
record Typical(long views, long likes, long comments, long shares) {

  static Typical of(Visit visit) {
    return new Typical(
        average(visit, Metrics::views),
        average(visit, Metrics::likes),
        average(visit, Metrics::comments),
        average(visit, Metrics::shares));
  }

  private static long average(Visit visit, ToLongFunction<Metrics> metric) {
    double mean =
        visit.posts().stream()
            .mapToLong(post -> metric.applyAsLong(post.metrics()))
            .average()
            .orElse(0);
    return Math.max(1, (long) mean);
  }
}
