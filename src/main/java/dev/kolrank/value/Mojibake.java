package dev.kolrank.value;

/**
 * Undoes the commonest damage to text: UTF-8 that somebody read as windows-1252 and wrote again.
 *
 * <p>Such text shows every character beyond ASCII as two to four others: "cafÃ©", "ä½ å¥½". The
 * unit of repair is that sequence, not the whole text, since crawled fields are cut, joined and
 * mixed: in a text with evidence of damage, every sequence that decodes strictly to a plausible
 * character is replaced and all else stays.
 *
 * <p>Evidence is one sequence that no writer types: two sequences side by side, a currency sign or
 * C1 control within a letter's tail, a capital in the middle of a word. A letter before punctuation
 * ("CAFÉ…", "exposé…”") also decodes, but is no evidence; so "MALMÃ–" alone stays as it is.
 *
 * <p>Bytes that windows-1252 leaves undefined are read as C1 controls, as browsers do: repair a
 * text before cleaning it.
 */
public final class Mojibake {

  private static final int ROUNDS = 2;

  /** What may follow a letter in a text that is not damaged. */
  private static final String ORDINARY = "…‘’“”–—•™«»‹›®©·¡¿°¹²³¼½¾\u00a0";

  private static final String HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
  private static final byte[] BYTES = bytes();

  private Mojibake() {}

  /** The text as it was before one or two rounds of damage; the text itself where it has none. */
  public static String repair(String text) {
    String repaired = text;
    for (int round = 0; round < ROUNDS && isDamaged(repaired); round++) {
      repaired = decoded(repaired);
    }
    return repaired;
  }

  /** Whether the text shows UTF-8 read as windows-1252. */
  public static boolean isDamaged(String text) {
    if (text == null) {
      return false;
    }
    int last = -1;
    for (int i = 0; i < text.length(); i++) {
      if (decode(text, i) >= 0) {
        int tails = tails(text.charAt(i));
        if (last == i || isEvidence(text, i, tails)) {
          return true;
        }
        i += tails;
        last = i + 1;
      }
    }
    return false;
  }

  private static String decoded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int codePoint = decode(text, i);
      if (codePoint < 0) {
        out.append(text.charAt(i));
      } else {
        out.appendCodePoint(codePoint);
        i += tails(text.charAt(i));
      }
    }
    return out.toString();
  }

  /** The character that the sequence from {@code i} stands for, or -1 where there is none. */
  private static int decode(String text, int i) {
    char lead = text.charAt(i);
    if (lead < 0xc2 || lead > 0xf4) {
      return -1;
    }
    int tails = tails(lead);
    if (i + tails >= text.length()) {
      return -1;
    }
    int codePoint = lead & (0x3f >> tails);
    for (int k = 1; k <= tails; k++) {
      int tail = tailByte(text.charAt(i + k));
      if (tail < 0) {
        return -1;
      }
      codePoint = codePoint << 6 | (tail & 0x3f);
    }
    return isPlausible(codePoint, tails) ? codePoint : -1;
  }

  /** Not overlong, no surrogate, and assigned; newer emoji are unknown to this Java. */
  private static boolean isPlausible(int codePoint, int tails) {
    if (tails == 3) {
      int plane = codePoint >> 16;
      return (plane >= 1 && plane <= 3) || plane == 14;
    }
    boolean overlong = tails == 2 && codePoint < 0x800;
    boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    return !overlong && !surrogate && Character.isDefined(codePoint);
  }

  private static boolean isEvidence(String text, int i, int tails) {
    char lead = text.charAt(i);
    if (lead == '×' || lead == 'ß') {
      return false;
    }
    for (int k = 1; k <= tails; k++) {
      if (ORDINARY.indexOf(text.charAt(i + k)) < 0) {
        return true;
      }
    }
    char before = i == 0 ? ' ' : text.charAt(i - 1);
    if (tails > 1) {
      return !Character.isLetter(before);
    }
    char after = i + 2 < text.length() ? text.charAt(i + 2) : ' ';
    return Character.isLowerCase(before)
        || (lead <= 'Å' && Character.isLetter(after))
        || (lead <= 'Ã' && !Character.isLetter(before));
  }

  private static int tails(char lead) {
    return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  }

  /** The byte 80 to BF that the character stands for, or -1. */
  private static int tailByte(char c) {
    if (c >= 0x80 && c <= 0xbf) {
      return c;
    }
    return c < BYTES.length && BYTES[c] != 0 ? BYTES[c] & 0xff : -1;
  }

  private static byte[] bytes() {
    byte[] bytes = new byte['™' + 1];
    for (int i = 0; i < HIGH.length(); i++) {
      bytes[HIGH.charAt(i)] = (byte) (0x80 + i);
    }
    return bytes;
  }
}
