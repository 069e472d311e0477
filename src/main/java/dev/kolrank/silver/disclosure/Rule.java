package dev.kolrank.silver.disclosure;

import java.util.List;

/**
 * What a country or union asks of a disclosure.
 *
 * @param name its code
 * @param countries whose markers it accepts
 * @param within in how many characters of the title or caption the marker must begin; 0: anywhere
 * @param tagsBefore how many hashtags may stand before a marker that is one
 * @param platformMark whether the platform's own paid-partnership mark suffices
 */
record Rule(String name, List<String> countries, int within, int tagsBefore, boolean platformMark) {
  Rule {
    countries = countries.stream().sorted().toList();
    if (within < 0 || tagsBefore < 0) {
      throw new IllegalArgumentException(
          "rules.%s: within and tags-before are 0 or more".formatted(name));
    }
  }

  /** Whether the marker, where it stands, is enough. */
  boolean accepts(Hit hit) {
    return hit.marker().discloses()
        && hit.marker().countries().stream().anyMatch(countries::contains)
        && (within == 0 || hit.place() < within)
        && hit.tagsBefore() <= tagsBefore;
  }
}
