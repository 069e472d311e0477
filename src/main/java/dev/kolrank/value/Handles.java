package dev.kolrank.value;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a handle or an id may look like on each platform. */
final class Handles {

  private static final Pattern DISPLAY_NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.·・-]{1,60}");
  private static final Pattern CHANNEL = Pattern.compile("UC[A-Za-z0-9_-]{22}.*");
  private static final int CHANNEL_LENGTH = 24;
  private static final Map<String, Pattern> HANDLES =
      Map.of(
          "instagram", Pattern.compile("[a-z0-9._]{1,30}"),
          "tiktok", Pattern.compile("[a-z0-9._]{1,24}"),
          "x", Pattern.compile("[a-z0-9_]{1,15}"),
          "facebook", Pattern.compile("[a-z0-9.]{1,75}"),
          "twitch", Pattern.compile("[a-z0-9_]{1,25}"));
  private static final Map<String, Pattern> IDS =
      Map.of(
          "youtube", CHANNEL,
          "weibo", Pattern.compile("\\d{5,12}"),
          "bilibili", Pattern.compile("\\d{1,20}"),
          "facebook", Pattern.compile("\\d{5,20}"),
          "x", Pattern.compile("\\d{1,19}"),
          "douyin", Pattern.compile("[A-Za-z0-9_-]{6,120}"),
          "xiaohongshu", Pattern.compile("[A-Za-z0-9]{6,40}"),
          "kuaishou", Pattern.compile("[A-Za-z0-9_-]{3,60}"));

  /** Punctuation that no handle holds; the words after it belong to the text around. */
  private static final Pattern GLUED = Pattern.compile("[(),;:!~*\\[\\]]|--");

  private Handles() {}

  /**
   * The account of that handle ('@' and a full stop at the end dropped), or null; two full stops
   * mean that an app has shortened it.
   */
  static ProfileRef handle(String platform, String raw) {
    int from = raw.startsWith("@") || raw.startsWith("＠") ? 1 : 0;
    int to = raw.length();
    while (to > from && (raw.charAt(to - 1) == '.' || raw.charAt(to - 1) == '·')) {
      to--;
    }
    Pattern pattern = HANDLES.getOrDefault(platform, DISPLAY_NAME);
    String handle = raw.substring(from, to).toLowerCase(Locale.ROOT);
    Matcher glued = GLUED.matcher(handle);
    handle = glued.find() ? handle.substring(0, glued.start()) : handle;
    return pattern.matcher(handle).matches() && !raw.contains("..")
        ? new ProfileRef(platform, handle, false)
        : null;
  }

  /** The account of that id, or null; a YouTube id has 24 characters, whatever runs on after it. */
  static ProfileRef id(String platform, String raw) {
    Pattern pattern = IDS.get(platform);
    if (pattern == null || !pattern.matcher(raw).matches()) {
      return null;
    }
    String id = platform.equals("youtube") ? raw.substring(0, CHANNEL_LENGTH) : raw;
    return new ProfileRef(platform, id, true);
  }
}
