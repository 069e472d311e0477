package dev.kolrank.simulate;

import java.util.Locale;

/** A language, the clocks of those who speak it, and its share of every twenty people. */
enum Language {
  ZH(8, 8, 8),
  EN(6, -8, 1),
  JA(2, 9, 9),
  KO(2, 9, 9),
  ES(2, -6, 2);

  /** People of one block, over which the languages repeat. */
  static final int BLOCK = 20;

  private final int share;
  private final int zoneFrom;
  private final int zoneTo;

  Language(int share, int zoneFrom, int zoneTo) {
    this.share = share;
    this.zoneFrom = zoneFrom;
    this.zoneTo = zoneTo;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Hours that the clock of a speaker is ahead of UTC. */
  int zone(Draw draw) {
    return draw.whole(zoneFrom, zoneTo + 1);
  }

  static Language of(int person) {
    int place = person % BLOCK;
    for (Language language : values()) {
      place -= language.share;
      if (place < 0) {
        return language;
      }
    }
    throw new AssertionError("the shares do not add up to " + BLOCK);
  }

  /** How many people before this one speak the same language. */
  static int rank(int person) {
    int place = person % BLOCK;
    int first = 0;
    Language language = of(person);
    for (Language before : values()) {
      if (before == language) {
        break;
      }
      first += before.share;
    }
    return person / BLOCK * language.share + place - first;
  }
}
