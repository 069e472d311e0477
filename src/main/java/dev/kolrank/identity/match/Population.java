package dev.kolrank.identity.match;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many accounts each platform has, hence how many pairs there are and how many can match.
 *
 * @param accounts by platform
 */
public record Population(Map<String, Long> accounts) {
  public Population {
    accounts = Map.copyOf(new TreeMap<>(accounts));
  }

  /** Both platforms of a pair as one key, the smaller first. */
  public static String key(String one, String other) {
    return one.compareTo(other) < 0 ? one + "|" + other : other + "|" + one;
  }

  /** Accounts of the smaller platform: as many pairs of the two can match, one per person. */
  public double smaller(String platforms) {
    return Math.min(size(platforms, 0), size(platforms, 1));
  }

  /** Accounts of the larger platform. */
  public double larger(String platforms) {
    return Math.max(size(platforms, 0), size(platforms, 1));
  }

  /** Accounts of all platforms. */
  public long all() {
    return accounts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** All pairs across platforms. */
  public double allPairs() {
    double sum = 0;
    double squares = 0;
    for (long count : accounts.values()) {
      sum += count;
      squares += (double) count * count;
    }
    return (sum * sum - squares) / 2;
  }

  /** How many coincidences the pairs of one platform are to show that happen once an account. */
  double coincidences() {
    double sum = 0;
    for (long count : new TreeMap<>(accounts).values()) {
      sum += (count - 1) / 2.0;
    }
    return sum;
  }

  private double size(String platforms, int side) {
    return (double) Math.max(1L, accounts.getOrDefault(platform(platforms, side), 1L));
  }

  private static String platform(String platforms, int side) {
    int bar = platforms.indexOf('|');
    return side == 0 ? platforms.substring(0, bar) : platforms.substring(bar + 1);
  }
}
