package dev.kolrank.simulate;

import java.util.List;
import java.util.Map;

/** How a MediaCrawler generation writes people: openly, or hashed and masked. */
record MediaCrawlerPeople(boolean masked) {
  private static final List<String> PROVINCES =
      List.of("北京", "上海", "广东", "浙江", "江苏", "四川", "湖北", "湖南", "山东", "福建");

  /** Puts id and nickname; for the newer generation nothing else may follow. */
  void put(Map<String, Object> row, String userId, String nickname) {
    if (masked) {
      row.put("creator_hash", Masking.hash(userId));
      row.put("nickname", Masking.name(nickname));
    } else {
      row.put("user_id", userId);
      row.put("nickname", nickname);
    }
  }

  void putAvatar(Map<String, Object> row, Site site, String userId) {
    if (!masked) {
      row.put("avatar", avatar(site, userId));
    }
  }

  void putPlace(Map<String, Object> row, long key) {
    if (!masked) {
      row.put("ip_location", place(key));
    }
  }

  static String avatar(Site site, String userId) {
    return "https://img." + site.id() + ".example/" + userId + ".jpg";
  }

  static String place(long key) {
    return PROVINCES.get(Math.floorMod(key >>> 7, PROVINCES.size()));
  }
}
