package dev.kolrank.silver.disclosure;

import java.util.List;

/**
 * Words that tell of advertising.
 *
 * @param phrase in lower case; of a spaced script it stands alone, of others anywhere
 * @param countries where it is in use, and where it discloses if it does
 * @param discloses whether readers there take it as saying that the post is paid
 * @param weak whether it tells nothing unless the post also names an account or holds a link
 */
record Marker(String phrase, List<String> countries, boolean discloses, boolean weak) {
  Marker {
    countries = countries.stream().sorted().toList();
    if (phrase.isEmpty() || (discloses && weak)) {
      throw new IllegalArgumentException("a marker is a phrase, and not weak if it discloses");
    }
  }
}
