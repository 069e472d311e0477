package dev.kolrank.value;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The units that platforms write behind a shortened count, in the languages they speak. */
final class CountUnits {

  /**
   * A unit.
   *
   * @param power the power of ten that it stands for
   * @param dot what a lone full stop before exactly three digits means before it
   * @param comma the same of a lone comma
   * @param decimalComma whether "1,2" may stand before it
   */
  record Unit(int power, Mark dot, Mark comma, boolean decimalComma) {}

  /** What a separator means. */
  enum Mark {
    FRACTION,
    THOUSANDS,
    UNKNOWN
  }

  private static final int LONGEST = 10;
  private static final int GREATEST_POWER = 12;

  /** Units of Chinese, Japanese, Korean, Thai and Indian apps, which group with commas. */
  private static final Map<String, Integer> GROUPED =
      powers(
          """
          十 1, 百 2, 千 3, 천 3, 万 4, 萬 4, 만 4, w 4, 亿 8, 億 8, 억 8,
          พัน 3, หมื่น 4, แสน 5, ล้าน 6, lakh 5, lakhs 5, lac 5, lacs 5, crore 7, crores 7, cr 7,
          हज़ार 3, लाख 5, करोड़ 7
          """);

  /** Units that are read alike wherever they stand; "1.234K" has a fraction of three digits. */
  private static final Map<String, Integer> LETTERS =
      powers("k 3, m 6, mn 6, bn 9, thousand 3, million 6, millions 6, billion 9, billions 9");

  /** Units of languages that write the fraction behind a comma. */
  private static final Map<String, Integer> COMMA =
      powers(
          """
          tsd 3, tys 3, tis 3, tn 3, mil 3, rb 3, ribu 3, bin 3, тыс 3, тис 3, χιλ 3, ألف 3,
          mio 6, mln 6, mi 6, mill 6, milhões 6, millones 6, jt 6, juta 6, млн 6, εκ 6, مليون 6,
          mrd 9, mld 9, mlrd 9, md 9, miliar 9, млрд 9, δισ 9, مليار 9
          """);

  private static final Unit NONE = new Unit(0, Mark.THOUSANDS, Mark.THOUSANDS, false);

  /** A billion in English; a Turkish app writes "1,2 B" for 1,200. */
  private static final Unit BILLION = new Unit(9, Mark.FRACTION, Mark.UNKNOWN, false);

  private CountUnits() {}

  /** The unit in [from, to), {@link #NONE} where that is blank; null where it is no unit. */
  static Unit of(String text, int from, int to) {
    int end = Blanks.end(text, from, to);
    int start = Blanks.start(text, from, end);
    if (end - start > LONGEST) {
      return null;
    }
    if (start == end) {
      return NONE;
    }
    String name = folded(text, start, end);
    if (name.equals("b")) {
      return BILLION;
    }
    Integer letter = LETTERS.get(name);
    if (letter != null) {
      return new Unit(letter, Mark.FRACTION, Mark.UNKNOWN, true);
    }
    Integer comma = COMMA.get(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
    if (comma != null) {
      return new Unit(comma, Mark.UNKNOWN, Mark.FRACTION, true);
    }
    int power = grouped(name);
    return power == 0 ? null : new Unit(power, Mark.FRACTION, Mark.THOUSANDS, true);
  }

  /** A unit, or two of Han or Hangul of which the second is the greater, as in "百万"; else 0. */
  private static int grouped(String name) {
    Integer one = GROUPED.get(name);
    if (one != null || name.length() != 2 || name.charAt(0) <= 'z') {
      return one == null ? 0 : one;
    }
    Integer first = GROUPED.get(name.substring(0, 1));
    Integer last = GROUPED.get(name.substring(1));
    boolean pair = first != null && last != null && first <= last;
    return pair && first + last <= GREATEST_POWER ? first + last : 0;
  }

  private static String folded(String text, int start, int end) {
    StringBuilder out = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      out.append(Counts.fold(text.charAt(i)));
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Integer> powers(String listed) {
    Map<String, Integer> powers = new HashMap<>();
    for (String pair : listed.strip().split(",\\s*", -1)) {
      int blank = pair.lastIndexOf(' ');
      powers.put(pair.substring(0, blank), Integer.valueOf(pair.substring(blank + 1)));
    }
    return powers;
  }
}
