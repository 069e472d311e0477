package dev.kolrank.value;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.text.translate.EntityArrays;

/** Replaces HTML entities by what they stand for, once: "&amp;amp;lt;" becomes "&amp;lt;". */
final class Entities {

  private static final int LONGEST = 10;
  private static final Map<String, String> NAMED = named();

  private Entities() {}

  /** The text with every known entity replaced; unknown ones stay as they are. */
  static String unescape(String text) {
    int amp = text.indexOf('&');
    if (amp < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (; amp >= 0; amp = text.indexOf('&', from)) {
      int end = semicolon(text, amp + 1);
      String meaning = end < 0 ? null : meaning(text.substring(amp + 1, end));
      out.append(text, from, amp).append(meaning == null ? "&" : meaning);
      from = meaning == null ? amp + 1 : end + 1;
    }
    return out.append(text, from, text.length()).toString();
  }

  private static int semicolon(String text, int from) {
    int limit = Math.min(text.length(), from + LONGEST + 1);
    for (int i = from; i < limit; i++) {
      if (text.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  private static String meaning(String name) {
    return name.startsWith("#") ? numbered(name) : NAMED.get(name);
  }

  private static String numbered(String name) {
    boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    int radix = hex ? 16 : 10;
    int codePoint = 0;
    int from = hex ? 2 : 1;
    for (int i = from; i < name.length(); i++) {
      int digit = name.charAt(i) < 0x80 ? Character.digit(name.charAt(i), radix) : -1;
      codePoint = codePoint * radix + digit;
      if (digit < 0 || codePoint > Character.MAX_CODE_POINT) {
        return null;
      }
    }
    boolean surrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return name.length() == from || codePoint == 0 || surrogate
        ? null
        : Character.toString(codePoint);
  }

  private static Map<String, String> named() {
    Map<String, String> named = new HashMap<>();
    named.put("apos", "'");
    EntityArrays.BASIC_UNESCAPE.forEach((k, v) -> put(named, k, v));
    EntityArrays.ISO8859_1_UNESCAPE.forEach((k, v) -> put(named, k, v));
    EntityArrays.HTML40_EXTENDED_UNESCAPE.forEach((k, v) -> put(named, k, v));
    return Map.copyOf(named);
  }

  private static void put(Map<String, String> named, CharSequence entity, CharSequence meaning) {
    named.put(entity.subSequence(1, entity.length() - 1).toString(), meaning.toString());
  }
}
