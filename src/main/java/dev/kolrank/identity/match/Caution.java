package dev.kolrank.identity.match;

import java.io.Serializable;

/**
 * What names tell at most, whatever the lake's own names say: those that very many people of the
 * world bear, and parts that may be words. A model of few names knows single letters only, and
 * takes every word for a rarity.
 */
final class Caution implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What sharing a name tells that very many bear: no more than chance does. */
  private static final double COMMON = -2;

  /** What a word tells at most, in bits. */
  private static final double WORD = 9;

  private static final int LETTERS_OF_A_WORD = 6;

  /** Bits of each further letter of a whole name, and of a part, which may be a longer word. */
  private static final double FURTHER_OF_NAME = 3.3;

  private static final double FURTHER_OF_PART = 1.5;

  /**
   * So many names teach a model most of what it has to know of words: caution falls to a third, and
   * to a third of that with as many more.
   */
  private static final double TEACHING = 75;

  /** One sign of a dense script says as much as so many letters. */
  private static final int LETTERS_OF_A_SIGN = 3;

  private final CommonNames common;
  private final double ignorance;

  /**
   * Caution of a lake.
   *
   * @param names how many its model was made of
   */
  Caution(CommonNames common, long names) {
    this.common = common;
    this.ignorance = Math.exp(-names / TEACHING);
  }

  /** The excess of what two names share, where that is a name. */
  double ofName(String shared, double excess) {
    return common.contains(shared) ? Math.min(COMMON, excess) : excess;
  }

  /**
   * The bits of a part of two names.
   *
   * @param isWhole whether it is the whole of one of them
   */
  double ofPart(String letters, boolean isWhole, double bits) {
    int length = letters.codePoints().map(c -> Spelling.isDense(c) ? LETTERS_OF_A_SIGN : 1).sum();
    double further = isWhole ? FURTHER_OF_NAME : FURTHER_OF_PART;
    double most = WORD + Math.max(0, length - LETTERS_OF_A_WORD) * further;
    return ignorance * Math.min(bits, most) + (1 - ignorance) * bits;
  }
}
