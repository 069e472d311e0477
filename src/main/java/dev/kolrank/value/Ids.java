package dev.kolrank.value;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ids: kept as the source wrote them, refused where they can no longer be told apart. */
public final class Ids {

  private static final Set<String> ABSENT =
      Set.of("None", "none", "null", "NULL", "nan", "NaN", "NAN", "undefined", "-", "#N/A");

  /** As many digits of a number as a spreadsheet keeps. */
  private static final int KEPT = 15;

  private static final String ZEROS = "0000";

  /** "7.35012E+18", of which some digits are left. */
  private static final Pattern POWER =
      Pattern.compile("([1-9])[.,]([0-9]{3,16})[eE][+]?([0-9]{2})");

  private static final Pattern PARTS = Pattern.compile("[/=?&#]");

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

  /**
   * The id as {@link #clean} gives it, or the one in the address where the id may have lost digits
   * and the address shows them: a number of the same length that begins with the digits left. A
   * number that ends in zeros as a spreadsheet writes them is null where no address confirms it.
   */
  public static String whole(String text, String address) {
    String id = text == null ? "" : Blanks.strip(text);
    Matcher power = POWER.matcher(id);
    boolean powered = power.matches();
    String left = powered ? power.group(1) + power.group(2) : id;
    boolean rounded = digits(id, 0) == id.length() && id.length() > KEPT && id.endsWith("0");
    if (powered || rounded) {
      int length = powered ? 1 + Integer.parseInt(power.group(3)) : id.length();
      // the last digit that is left may be rounded
      String begin = left.substring(0, Math.min(KEPT, left.length()) - 1);
      for (String part : PARTS.split(address, -1)) {
        if (part.length() == length && part.startsWith(begin) && digits(part, 0) == length) {
          return part;
        }
      }
    }
    return isZeroed(id) ? null : clean(text);
  }

  /**
   * Whether a number looks as if it had lost its last digits: a spreadsheet keeps 15 and writes
   * zeros for the others. An id ends in four zeros by chance once in ten thousand, and those of
   * scheduled posts on X more often.
   */
  static boolean isZeroed(String id) {
    return id.length() > KEPT && id.endsWith(ZEROS) && digits(id, 0) == id.length();
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
