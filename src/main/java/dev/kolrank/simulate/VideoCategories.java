package dev.kolrank.simulate;

/** The names that YouTube shows for the numbers of its categories. */
final class VideoCategories {
  private VideoCategories() {}

  static String name(String number) {
    return switch (number) {
      case "1" -> "Film & Animation";
      case "2" -> "Autos & Vehicles";
      case "10" -> "Music";
      case "15" -> "Pets & Animals";
      case "17" -> "Sports";
      case "19" -> "Travel & Events";
      case "20" -> "Gaming";
      case "22" -> "People & Blogs";
      case "23" -> "Comedy";
      case "24" -> "Entertainment";
      case "25" -> "News & Politics";
      case "26" -> "Howto & Style";
      case "27" -> "Education";
      case "28" -> "Science & Technology";
      default -> throw new IllegalArgumentException("no niche has YouTube's category " + number);
    };
  }
}
