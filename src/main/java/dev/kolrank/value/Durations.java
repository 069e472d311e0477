package dev.kolrank.value;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long a video is: "PT4M13S", "4m13s", "4:13", "1:02:03", "237". */
public final class Durations {

  private static final Pattern ISO =
      Pattern.compile(
          "P(?:(\\d{1,6})D)?"
              + "(?:T(?:(\\d{1,8})H)?(?:(\\d{1,8})M)?(?:(\\d{1,10})(?:\\.(\\d{1,9}))?S)?)?");
  private static final Pattern WRITTEN =
      Pattern.compile("(?:\\d{1,8}h)?(?:\\d{1,8}m)?(?:\\d{1,10}(?:\\.\\d{1,9})?s)?");
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,5}):)?(\\d{1,5}):(\\d{2})(?:\\.(\\d{1,9}))?");
  private static final Pattern PLAIN = Pattern.compile("(\\d{1,10})(?:\\.(\\d{1,9}))?");
  private static final int LONGEST = 60;

  private Durations() {}

  /**
   * The seconds that the text states, fractions rounded half up, or null where it states none. A
   * plain number is seconds: who gives milliseconds must say so, since 60000 can be either.
   */
  public static Long seconds(String text) {
    if (text == null) {
      return null;
    }
    String value = Blanks.strip(text);
    if (value.isEmpty() || value.length() > LONGEST) {
      return null;
    }
    if (WRITTEN.matcher(value).matches()) {
      return iso("PT" + value.toUpperCase(Locale.ROOT));
    }
    return value.charAt(0) == 'P' ? iso(value) : clock(value);
  }

  private static Long iso(String value) {
    Matcher m = ISO.matcher(value);
    if (!m.matches() || value.length() == 1 || value.endsWith("T")) {
      return null;
    }
    long minutes = (number(m.group(1)) * 24 + number(m.group(2))) * 60 + number(m.group(3));
    return minutes * 60 + number(m.group(4)) + half(m.group(5));
  }

  private static Long clock(String value) {
    Matcher plain = PLAIN.matcher(value);
    if (plain.matches()) {
      return number(plain.group(1)) + half(plain.group(2));
    }
    Matcher m = CLOCK.matcher(value);
    if (!m.matches()) {
      return null;
    }
    long minutes = number(m.group(2));
    long seconds = number(m.group(3));
    if (seconds > 59 || (m.group(1) != null && minutes > 59)) {
      return null;
    }
    return (number(m.group(1)) * 60 + minutes) * 60 + seconds + half(m.group(4));
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static long half(String fraction) {
    return fraction != null && fraction.charAt(0) >= '5' ? 1 : 0;
  }
}
