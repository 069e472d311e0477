package dev.kolrank.value;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds web addresses in running text, also where words run together. */
final class LinkScanner {

  private static final Pattern START =
      Pattern.compile(
          "https?://|www\\.|(?<![A-Za-z0-9@.\\-_])(?:(?:m|mobile|space|vm|web)\\.)?(?:instagram\\.com|"
              + "youtube\\.com|youtu\\.be|tiktok\\.com|twitter\\.com|x\\.com|facebook\\.com|fb\\.com|"
              + "twitch\\.tv|linktr\\.ee|beacons\\.ai|lnk\\.bio|campsite\\.bio|bio\\.link|bio\\.site|"
              + "weibo\\.c(?:om|n)|bilibili\\.com|douyin\\.com|xiaohongshu\\.com|zhihu\\.com|"
              + "jianshu\\.com|kuaishou\\.com|discord\\.gg|t\\.me)/",
          CASE_INSENSITIVE);

  /** Words that head the next line of a list of links, with what parts them from their link. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:Twitter|Facebook|TikTok|Tiktok|Tik Tok|Instagram|Insta|YouTube|Youtube|Twitch|Snapchat"
              + "|Website|WEBSITE|TWITTER|FACEBOOK|TIKTOK|INSTAGRAM|YOUTUBE|TWITCH|SNAPCHAT|IG|FB"
              + "|Discord|DISCORD|Spotify|Reddit|Threads|Pinterest|Patreon|Soundcloud|SoundCloud"
              + "|LinkedIn|Linkedin|Merch|Email|E-?mail|Business|Bilibili|Weibo|Telegram|Apple Music)"
              + "[A-Za-z]{0,10}\\s{0,2}(?::|：|[-–]\\s|\\s[-–])");

  /** Words that open a sentence; one of them glued to an address and followed by a blank. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?<=[a-z0-9_/])(?:Follow|Subscribe|Listen|Watch|Check|Shop|Stream|Directed|Produced|Join"
              + "|Like|Download|Business|Official|For|The|My|Get|And|Visit|Music|New|Find|Connect"
              + "|Buy|See|Video|Also|Get|Use|All|This|Our|Thanks|Thank|More)$");

  /** A capital after a top-level domain: hosts are written in lower case. */
  private static final Pattern HOST_END =
      Pattern.compile(
          "(?<=[a-z0-9]\\.(?:com|net|org|tv|co|io|me|gg|store|shop|be|ly|uk|jp|kr))[A-Z]");

  private static final String STOPS = "\"'<>`{}|\\^";
  private static final String TRAILING = ".,;:!?([*~-";

  private LinkScanner() {}

  static List<Links.Found> find(String text) {
    if (text.indexOf('.') < 0) {
      return List.of();
    }
    List<Links.Found> found = new ArrayList<>();
    Matcher start = START.matcher(text);
    for (int from = 0; from < text.length() && start.find(from); ) {
      boolean schemed = start.group().endsWith("//");
      int body = schemed ? start.end() : start.start();
      int end = end(text, body);
      Url url = end > body ? Url.parse(text.substring(start.start(), end)) : null;
      if (url != null) {
        found.add(new Links.Found(start.start(), end, url));
      }
      from = Math.max(url == null ? start.end() : end, start.start() + 1);
    }
    return found;
  }

  /** Where the address whose host begins at {@code body} ends. */
  private static int end(String text, int body) {
    int end = body;
    while (end < text.length() && isUrlCharacter(text.charAt(end)) && !isNext(text, body, end)) {
      end++;
    }
    end = labelled(text, body, end);
    end = Math.min(end, host(text, body, end));
    if (end < text.length() && Blanks.isBlank(text.charAt(end))) {
      Matcher sentence = SENTENCE.matcher(text).region(body, end).useTransparentBounds(true);
      end = sentence.find() ? sentence.start() : end;
    }
    while (end > body && isTrailing(text, body, end)) {
      end--;
    }
    return end;
  }

  private static boolean isUrlCharacter(char c) {
    return c > ' ' && c < 0x7f && STOPS.indexOf(c) < 0;
  }

  /** Whether another address begins here that is not a parameter of this one. */
  private static boolean isNext(String text, int body, int i) {
    char c = text.charAt(i);
    if (i == body || (c != 'h' && c != 'H' && c != 'w') || text.charAt(i - 1) == '=') {
      return false;
    }
    if (c == 'w') {
      return text.charAt(i - 1) != '.' && text.startsWith("www.", i);
    }
    return text.regionMatches(true, i, "http://", 0, 7)
        || text.regionMatches(true, i, "https://", 0, 8);
  }

  private static int labelled(String text, int body, int end) {
    int limit = Math.min(text.length(), end + 16);
    Matcher label = LABEL.matcher(text).region(body, limit);
    while (label.find() && label.start() < end) {
      char before = label.start() > body ? text.charAt(label.start() - 1) : '/';
      if ("/@=.?&".indexOf(before) < 0 || (before == '/' && label.start() > body + 1)) {
        return label.start();
      }
    }
    return end;
  }

  private static int host(String text, int body, int end) {
    Matcher m = HOST_END.matcher(text).region(body, Math.min(end, body + 100));
    m.useTransparentBounds(true);
    int slash = text.indexOf('/', body);
    return m.find() && (slash < 0 || slash > m.start()) ? m.start() : end;
  }

  private static boolean isTrailing(String text, int body, int end) {
    char c = text.charAt(end - 1);
    if (c == ')' || c == ']') {
      return text.substring(body, end).indexOf(c == ')' ? '(' : '[') < 0;
    }
    return TRAILING.indexOf(c) >= 0;
  }
}
