package dev.kolrank.silver.disclosure;

import java.util.List;
import java.util.Optional;

/**
 * What a post tells of being paid.
 *
 * @param promotion how one sees that it advertises; empty if nothing tells
 * @param disclosedIn the rules that it meets, in order
 * @param evidence the markers found, in order
 */
public record Finding(
    Optional<Promotion> promotion, List<String> disclosedIn, List<String> evidence) {
  static final Finding NOTHING = new Finding(Optional.empty(), List.of(), List.of());

  /** How one sees that a post advertises, the surest first. */
  public enum Promotion {
    /** The platform's paid-partnership mark. */
    PLATFORM,
    /** A marker that discloses, wherever it stands. */
    MARKER,
    /** Only what promotes and discloses nothing: a code, an affiliate link, a gift. */
    HINT
  }
}
