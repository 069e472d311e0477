package dev.kolrank.value;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds web addresses in running text, also where words run together. */
final class LinkScanner {

  /** Hosts of known platforms, which people write without a scheme. */
  /** No longer address is read: each of many in one word would be read to the end of all. */
  private static final int LONGEST = 2_048;

  private static final Pattern BARE =
      Pattern.compile(
          "(?:(?:m|mobile|space|vm|web)\\.)?(?:instagram\\.com|youtube\\.com|youtu\\.be|tiktok\\.com|"
              + "twitter\\.com|x\\.com|facebook\\.com|fb\\.com|twitch\\.tv|linktr\\.ee|beacons\\.ai|"
              + "lnk\\.bio|campsite\\.bio|bio\\.link|bio\\.site|weibo\\.c(?:om|n)|bilibili\\.com|"
              + "douyin\\.com|xiaohongshu\\.com|zhihu\\.com|jianshu\\.com|kuaishou\\.com|"
              + "discord\\.gg|t\\.me)/",
          CASE_INSENSITIVE);

  /** Words that head the next line of a list of links, with what parts them from their link. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:Twitter|Facebook|TikTok|Tiktok|Tik Tok|Instagram|Insta|YouTube|Youtube|Twitch|Snapchat"
              + "|Website|WEBSITE|TWITTER|FACEBOOK|TIKTOK|INSTAGRAM|YOUTUBE|TWITCH|SNAPCHAT|IG|FB"
              + "|Discord|DISCORD|Spotify|Reddit|Threads|Pinterest|Patreon|Soundcloud|SoundCloud"
              + "|LinkedIn|Linkedin|Merch|Email|E-?mail|Business|Bilibili|Weibo|Telegram|Apple Music|Lyrics|Letra"
              + "|Credits|Director|Booking)"
              + "[A-Za-z]{0,10}(?:\\s{0,2}[:：►▶→➡⇒☞👉|]|[-–]\\s|\\s{1,2}(?:[-–]|https?:))");

  /** Words that open a sentence; one of them glued to an address and followed by a blank. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?<=[a-z0-9_/])(?:Follow|Subscribe|Listen|Watch|Check|Shop|Stream|Directed|Produced|Join"
              + "|Like|Download|Business|Official|For|The|My|Get|And|Visit|Music|New|Find|Connect"
              + "|Buy|See|Video|Also|Use|All|This|Our|Thanks|Thank|More"
              + "|SUBSCRIBE|FOLLOW|LISTEN|WATCH)$");

  /** A capital after a top-level domain: hosts are written in lower case. */
  private static final Pattern HOST_END =
      Pattern.compile(
          "(?<=[a-z0-9]\\.(?:com|net|org|tv|co|io|me|gg|store|shop|be|ly|uk|jp|kr))[A-Z]");

  private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]{2,20}");

  /** How far before an address its line's words are looked for. */
  private static final int NEAR = 60;

  private static final String STOPS = "\"'<>`{}|\\^";
  private static final String TRAILING = ".,;:!?([*~/&";

  private LinkScanner() {}

  static List<Links.Found> find(String text) {
    if (text.indexOf('.') < 0) {
      return List.of();
    }
    List<Links.Found> found = new ArrayList<>();
    Matcher bare = BARE.matcher(text);
    int from = 0;
    for (int start = 0; start < text.length(); start++) {
      int head = head(text, start, bare);
      if (head < 0) {
        continue;
      }
      int body = start + head;
      int end = end(text, Math.max(from, start - NEAR), start, body);
      int cut = trimmed(text, body, fragment(text, body, end));
      Url url = cut > body ? url(text, start, cut) : null;
      if (url != null) {
        found.add(new Links.Found(start, end, url));
      }
      from = Math.max(body, end);
      start = Math.max(start, from - 1);
    }
    return found;
  }

  /** The length of the scheme of an address that begins here, or -1 where none does. */
  private static int head(String text, int i, Matcher bare) {
    char c = text.charAt(i);
    if (c == 'h' || c == 'H') {
      return text.regionMatches(true, i, "http://", 0, 7)
          ? 7
          : text.regionMatches(true, i, "https://", 0, 8) ? 8 : -1;
    }
    if ((c == 'w' || c == 'W') && text.regionMatches(true, i, "www.", 0, 4)) {
      return 0;
    }
    char before = i == 0 ? ' ' : text.charAt(i - 1);
    if (!Words.isAsciiWord(c) || Words.isAsciiWord(before) || "@.-".indexOf(before) >= 0) {
      return -1;
    }
    return bare.region(i, text.length()).lookingAt() ? 0 : -1;
  }

  /** The address; where an app has shortened it, without its query, or null without one. */
  private static Url url(String text, int start, int end) {
    int question = text.substring(start, end).indexOf('?');
    boolean shortened = text.startsWith("...", end) || text.startsWith("…", end);
    if (!shortened) {
      return Url.parse(text.substring(start, end));
    }
    return question < 0 ? null : Url.parse(text.substring(start, start + question));
  }

  /** Where the address ends whose host begins at {@code body}, its line perhaps at {@code near}. */
  private static int end(String text, int near, int start, int body) {
    int end = body;
    int limit = Math.min(text.length(), body + LONGEST);
    while (end < limit && isUrlCharacter(text.charAt(end)) && !isNext(text, body, end)) {
      end++;
    }
    end = labelled(text, body, host(text, body, end));
    if (end < text.length() && Blanks.isBlank(text.charAt(end))) {
      Matcher sentence = SENTENCE.matcher(text).region(body, end).useTransparentBounds(true);
      end = sentence.find() ? sentence.start() : end;
      end = repeated(text, near, start, body, end);
    }
    return end;
  }

  private static int fragment(String text, int body, int end) {
    int i = body;
    while (i < end && text.charAt(i) != '#') {
      i++;
    }
    return i;
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

  /**
   * Where a word of the line is glued to an address that holds it already, as the next line's
   * first: "NFX Films: https://x.example/nfxfilmsNFX Net: https://…".
   */
  private static int repeated(String text, int near, int start, int body, int end) {
    Matcher word = NAME.matcher(text).region(near, start);
    int slash = slash(text, body, end);
    while (slash < end && word.find()) {
      int cut = end - word.group().length();
      if (cut > slash + 1 && text.startsWith(word.group(), cut)) {
        String before = text.substring(slash, cut).toLowerCase(Locale.ROOT);
        if (before.contains(word.group().toLowerCase(Locale.ROOT))) {
          return cut;
        }
      }
    }
    return end;
  }

  private static int host(String text, int body, int end) {
    Matcher m = HOST_END.matcher(text).region(body, Math.min(end, body + 100));
    m.useTransparentBounds(true);
    return m.find() && slash(text, body, end) > m.start() ? m.start() : end;
  }

  private static int slash(String text, int body, int end) {
    int i = body;
    while (i < end && text.charAt(i) != '/') {
      i++;
    }
    return i;
  }

  /** Without the punctuation at the end; a closing bracket stays where one was opened. */
  private static int trimmed(String text, int body, int to) {
    int balance = 0;
    for (int i = body; i < to; i++) {
      balance += bracket(text.charAt(i));
    }
    int end = to;
    for (; end > body; end--) {
      char c = text.charAt(end - 1);
      boolean unmatched = balance < 0 && bracket(c) < 0;
      if (!unmatched && TRAILING.indexOf(c) < 0) {
        break;
      }
      balance -= bracket(c);
    }
    return withoutRule(text, body, end);
  }

  /** Without a drawn line of hyphens at the end; one or two can belong to an id. */
  private static int withoutRule(String text, int body, int end) {
    int i = end;
    while (i > body && text.charAt(i - 1) == '-') {
      i--;
    }
    if (end - i < 3) {
      return end;
    }
    return i > body && text.charAt(i - 1) == '/' ? i - 1 : i;
  }

  private static int bracket(char c) {
    return c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
  }
}
