package dev.kolrank.identity.name;

/**
 * Korean in Latin letters by the Revised Romanization of 2000, with its liaison before vowels;
 * ICU's transliteration is a reversible one that people do not write.
 */
final class Hangul {
  static final int FIRST = 0xac00;
  static final int LAST = 0xd7a3;

  private static final int VOWELS = 21;
  private static final int FINALS = 28;
  private static final int SILENT = 11;
  private static final int LIQUID = 5;
  private static final String[] INITIAL =
      "g kk n d tt r m b pp s ss - j jj ch k t p h".split(" ", -1);
  private static final String[] VOWEL =
      "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ", -1);
  private static final String[] FINAL =
      "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ", -1);

  /** How a final consonant sounds when the next syllable begins with a vowel. */
  private static final String[] LINKED =
      "- g kk ks n nj n d r lg lm lb ls lt lp r m b ps s ss ng j ch k t p -".split(" ", -1);

  private Hangul() {}

  /** The syllables of a text, all of them Hangul, romanised. */
  static String romanised(String syllables) {
    var text = new StringBuilder();
    int[] signs = syllables.chars().map(c -> c - FIRST).toArray();
    boolean afterLiquid = false;
    for (int i = 0; i < signs.length; i++) {
      int initial = signs[i] / (VOWELS * FINALS);
      int last = signs[i] % FINALS;
      boolean links = i + 1 < signs.length && signs[i + 1] / (VOWELS * FINALS) == SILENT;
      append(text, afterLiquid && initial == LIQUID ? "l" : INITIAL[initial]);
      append(text, VOWEL[signs[i] / FINALS % VOWELS]);
      append(text, links ? LINKED[last] : FINAL[last]);
      afterLiquid = FINAL[last].equals("l");
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String letters) {
    if (!letters.equals("-")) {
      text.append(letters);
    }
  }
}
