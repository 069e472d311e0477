package dev.kolrank.value;

import java.util.Set;

/** Reads ids: kept as the source wrote them, refused where they can no longer be told apart. */
public final class Ids {

  private static final Set<String> ABSENT =
      Set.of("None", "none", "null", "NULL", "nan", "NaN", "NAN", "undefined", "-", "#N/A");

  private Ids() {}

  /**
   * The id without blanks around it, or null where there is none: a word for nothing, a
   * spreadsheet's error, or a number whose digits a spreadsheet or a float has destroyed
   * ("3.21098E+18", "123.0"). An id such as "12e34" is kept: hexadecimal ids look like that.
   */
  public static String clean(String text) {
    if (text == null) {
      return null;
    }
    String id = Blanks.strip(text);
    if (id.isEmpty() || ABSENT.contains(id) || isSheetError(id) || isDamagedNumber(id)) {
      return null;
    }
    return id;
  }

  private static boolean isSheetError(String id) {
    char last = id.charAt(id.length() - 1);
    return id.charAt(0) == '#' && (last == '!' || last == '?');
  }

  /** Digits with a point, or with a signed exponent. */
  private static boolean isDamagedNumber(String id) {
    int i = id.charAt(0) == '-' || id.charAt(0) == '+' ? 1 : 0;
    int whole = digits(id, i);
    if (whole == i) {
      return false;
    }
    int end = whole;
    boolean point = end < id.length() && (id.charAt(end) == '.' || id.charAt(end) == ',');
    if (point) {
      end = digits(id, end + 1);
    }
    if (end == id.length()) {
      return point;
    }
    if (id.charAt(end) != 'e' && id.charAt(end) != 'E') {
      return false;
    }
    int exponent = end + 1;
    boolean signed =
        exponent < id.length() && (id.charAt(exponent) == '+' || id.charAt(exponent) == '-');
    int from = signed ? exponent + 1 : exponent;
    int to = digits(id, from);
    return (point || signed) && to > from && to == id.length();
  }

  private static int digits(String id, int from) {
    int i = from;
    while (i < id.length() && id.charAt(i) >= '0' && id.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
