package dev.kolrank.identity.match;

import java.util.Map;
import java.util.Optional;

/**
 * Pairs that compare alike in everything.
 *
 * @param platforms both platforms, as in {@code weibo|x}
 * @param levels level by comparison; what could not be compared is absent
 * @param count how many pairs show it
 * @param label whether they are one person, where a person said so
 */
public record Pattern(
    String platforms, Map<String, String> levels, long count, Optional<Boolean> label) {
  public Pattern {
    levels = Map.copyOf(levels);
  }

  /** Whether the pairs are of one platform and nobody says that they belong together. */
  boolean isControl() {
    int bar = platforms.indexOf('|');
    return platforms.substring(0, bar).equals(platforms.substring(bar + 1))
        && label.isEmpty()
        && !levels.containsKey(Comparison.LINK.name());
  }
}
