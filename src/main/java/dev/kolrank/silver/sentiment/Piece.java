package dev.kolrank.silver.sentiment;

/**
 * A stretch of a text.
 *
 * @param text in lower case
 */
record Piece(Kind kind, String text) {

  /** What a stretch is. */
  enum Kind {
    /** Letters of a spaced script, with apostrophes inside. */
    WORD,
    /** A run of Chinese, Japanese or Korean characters. */
    RUN,
    /** A face that the platform draws, as in [哈哈]. */
    FACE,
    EMOTICON,
    EMOJI,
    /** Any other sign, alone. */
    SIGN
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether a sentence or a part of one ends here. */
  boolean ends() {
    return kind == Kind.SIGN && ".,!?;:，。！？；：\n".contains(text);
  }
}
