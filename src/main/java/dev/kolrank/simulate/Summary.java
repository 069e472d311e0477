package dev.kolrank.simulate;

import java.util.Map;

/**
 * What a simulation has written.
 *
 * @param records profiles, posts and comments per source, sources in alphabetical order
 * @param people creators, without the fans who run accounts of their own
 * @param accounts profiles over all platforms, those of fans included
 * @param bytes size of all files, the truth included
 */
public record Summary(Map<String, Long> records, int people, long accounts, long bytes) {

  /** Records over all sources. */
  public long total() {
    return records.values().stream().mapToLong(Long::longValue).sum();
  }
}
