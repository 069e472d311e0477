package dev.kolrank.simulate;

import java.util.Set;

/**
 * What everything else is derived from.
 *
 * @param more the platforms of this world beside the usual ones, whose accounts stay as they are
 */
record World(long seed, int people, Timeline timeline, Vocabulary vocabulary, Set<Site> more) {

  World(long seed, int people, Timeline timeline, Vocabulary vocabulary) {
    this(seed, people, timeline, vocabulary, Set.of());
  }

  long key(long purpose) {
    return Draw.key(Draw.mix(seed), purpose);
  }

  Phrases phrases(Language language) {
    return vocabulary.phrases().get(language);
  }
}
