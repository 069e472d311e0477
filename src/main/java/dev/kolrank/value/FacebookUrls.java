package dev.kolrank.value;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The profile addresses of Facebook, which name a page by handle, by id, or by name and id. */
final class FacebookUrls {

  private static final Set<String> NOT_PROFILES =
      Words.set(
          """
          sharer share groups watch photo photos events login help policies privacy marketplace
          gaming hashtag dialog plugins tr ads business legal media reel reels video videos notes
          messages settings search stories games fundraisers donate posts live v2.0 audio music
          public page profile story permalink places topic topics campaign commerce careers
          offers lite mobile checkpoint recover reg latest bookmarks jobs creators directory friends
          feed me payments security timeline graphsearch flx r s e
          """);

  /** Folders in which a page's name and id follow. */
  private static final Set<String> NUMBERED = Set.of("p", "pages", "people");

  private static final Pattern NAME_AND_ID = Pattern.compile("(?:.*-)?(\\d{9,20})");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private FacebookUrls() {}

  static ProfileRef profile(Url url) {
    List<String> path = url.segments();
    if (path.isEmpty()) {
      return null;
    }
    String first = path.get(0).toLowerCase(Locale.ROOT);
    if (first.equals("profile.php")) {
      String id = url.parameter("id");
      return id == null ? null : Handles.id("facebook", id);
    }
    if (NUMBERED.contains(first)) {
      return numbered(path);
    }
    if (first.equals("pg")) {
      return path.size() > 1 ? named(path.get(1)) : null;
    }
    return NOT_PROFILES.contains(first) || first.endsWith(".php") ? null : named(path.get(0));
  }

  private static ProfileRef numbered(List<String> path) {
    for (String part : path) {
      Matcher m = NAME_AND_ID.matcher(part);
      if (m.matches()) {
        return Handles.id("facebook", m.group(1));
      }
    }
    return null;
  }

  /** A part that may be a handle, an id, or a name with the id behind it. */
  private static ProfileRef named(String part) {
    Matcher numbered = NAME_AND_ID.matcher(part);
    if (numbered.matches()) {
      return Handles.id("facebook", numbered.group(1));
    }
    return DIGITS.matcher(part).matches()
        ? Handles.id("facebook", part)
        : Handles.handle("facebook", part);
  }
}
