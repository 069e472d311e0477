package dev.kolrank.simulate;

/** What everything else is derived from. */
record World(long seed, int people, Timeline timeline, Vocabulary vocabulary) {

  long key(long purpose) {
    return Draw.key(Draw.mix(seed), purpose);
  }

  Phrases phrases(Language language) {
    return vocabulary.phrases().get(language);
  }
}
