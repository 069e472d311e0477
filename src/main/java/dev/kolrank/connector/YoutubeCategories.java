package dev.kolrank.connector;

import static java.util.Map.entry;

import java.util.Map;

/** YouTube's categories of videos, which its API and lists give by number. */
final class YoutubeCategories {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          entry("1", "Film & Animation"),
          entry("2", "Autos & Vehicles"),
          entry("10", "Music"),
          entry("15", "Pets & Animals"),
          entry("17", "Sports"),
          entry("18", "Short Movies"),
          entry("19", "Travel & Events"),
          entry("20", "Gaming"),
          entry("21", "Videoblogging"),
          entry("22", "People & Blogs"),
          entry("23", "Comedy"),
          entry("24", "Entertainment"),
          entry("25", "News & Politics"),
          entry("26", "Howto & Style"),
          entry("27", "Education"),
          entry("28", "Science & Technology"),
          entry("29", "Nonprofits & Activism"),
          entry("30", "Movies"),
          entry("43", "Shows"),
          entry("44", "Trailers"));

  private YoutubeCategories() {}

  /** The category's name, or the number itself where it has none. */
  static String name(String number) {
    return number == null ? null : NAMES.getOrDefault(number.strip(), number);
  }
}
