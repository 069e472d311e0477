package dev.kolrank.identity.name;

import java.util.Locale;

/**
 * The keys of a handle.
 *
 * @param written as it stands in links: lower case, without the sign before it
 * @param folded the letters and digits alone ("demochefofficial1")
 * @param stem in Latin letters and without what people add to their name ("demochef1")
 * @param root the stem without digits at its end ("demochef")
 */
public record HandleKeys(String written, String folded, String stem, String root) {

  /** The keys; null for a handle that is null or has nothing to read. */
  public static HandleKeys of(String handle) {
    String words = Words.of(handle);
    if (words == null) {
      return null;
    }
    String written = handle.strip().toLowerCase(Locale.ROOT).replaceFirst("^[@~]", "");
    String stem = Romanisation.of(Affixes.stripped(words));
    // digits may hide an affix: "annofficial1"
    String root = Affixes.stripped(Affixes.withoutNumber(stem));
    return new HandleKeys(written, words.replace(" ", ""), stem, Affixes.withoutNumber(root));
  }
}
