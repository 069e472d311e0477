package dev.kolrank.value;

import java.util.regex.Pattern;

/** Removes what leads to a private person: mail addresses, phone numbers, mentions. */
final class Redaction {

  private static final Pattern MAIL =
      Pattern.compile(
          "[A-Za-z0-9._%+\\-À-ɏ]{1,64}[@＠][A-Za-z0-9\\-]{1,63}(?:\\.[A-Za-z0-9\\-]{1,63}){1,6}");

  /** Digits in groups with a country code; Chinese mobile and land lines; North America. */
  private static final Pattern PHONE = phone();

  private static final int FEWEST_DIGITS = 7;

  private Redaction() {}

  static String of(String text) {
    String redacted = text;
    if (Mentions.next(redacted, 0) >= 0) {
      redacted = withoutMentions(MAIL.matcher(redacted).replaceAll("[mail]"));
    }
    return hasDigits(redacted) ? PHONE.matcher(redacted).replaceAll("[phone]") : redacted;
  }

  private static String withoutMentions(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (int at = Mentions.next(text, 0); at >= 0; at = Mentions.next(text, from)) {
      int end = Mentions.end(text, at + 1);
      out.append(text, from, at);
      out.append(end > at + 1 ? "@[someone]" : "@");
      from = end;
    }
    return out.append(text, from, text.length()).toString();
  }

  private static boolean hasDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits == FEWEST_DIGITS;
  }

  private static Pattern phone() {
    String digit = "[0-9０-９]";
    String international = "(?:[+＋]|00)%1$s(?:[ ().\\-]{0,2}%1$s){7,14}";
    String mobile = "(?:86[ -]?)?[1１][3-9３-９]%1$s[ -]?%1$s{4}[ -]?%1$s{4}";
    String land = "[0０]%1$s{2,3}-%1$s{7,8}|[48]00-%1$s{3,4}-%1$s{3,4}";
    String america = "\\(%1$s{3}\\) ?%1$s{3}[-. ]%1$s{4}|%1$s{3}[-.]%1$s{3}[-.]%1$s{4}";
    String any = String.join("|", international, mobile, land, america).formatted(digit);
    return Pattern.compile("(?<!" + digit + ")(?:" + any + ")(?!" + digit + ")");
  }
}
