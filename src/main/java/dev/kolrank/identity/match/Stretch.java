package dev.kolrank.identity.match;

import dev.kolrank.identity.match.NameModel.Surprise;

/**
 * A stretch of a name.
 *
 * @param bits its surprise
 * @param places in how many ways two names could have shared one
 */
record Stretch(int from, int to, double bits, double places) {

  /** The same with another surprise. */
  Stretch of(double surprise) {
    return new Stretch(from, to, surprise, places);
  }

  /** How likely a name has it by chance. */
  double chance() {
    return Math.min(1, Math.pow(2, -bits) * places);
  }

  /**
   * The most surprising stretch that stands in both; null if they share no letter.
   *
   * @param surprise of the first
   */
  static Stretch rarest(Letters a, Letters b, Surprise surprise) {
    int from = 0;
    int to = 0;
    double most = 0;
    var row = new int[b.length() + 1];
    var next = new int[b.length() + 1];
    for (int i = 0; i < a.length(); i++) {
      for (int j = 0; j < b.length(); j++) {
        boolean same = a.at(i) == b.at(j);
        next[j + 1] = same ? row[j] + 1 : 0;
        boolean goesOn = i + 1 < a.length() && j + 1 < b.length() && a.at(i + 1) == b.at(j + 1);
        if (same && !goesOn) {
          double bits = surprise.of(i + 1 - next[j + 1], i + 1);
          if (bits > most) {
            most = bits;
            from = i + 1 - next[j + 1];
            to = i + 1;
          }
        }
      }
      int[] last = row;
      row = next;
      next = last;
    }
    double places = (double) (a.length() - (to - from) + 1) * (b.length() - (to - from) + 1);
    return to == 0 ? null : new Stretch(from, to, most, places);
  }
}
