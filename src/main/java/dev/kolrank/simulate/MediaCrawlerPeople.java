package dev.kolrank.simulate;

import java.util.List;

/** How a MediaCrawler generation writes people: openly, or hashed and masked. */
record MediaCrawlerPeople(boolean masked) {
  private static final List<String> PROVINCES =
      List.of("北京", "上海", "广东", "浙江", "江苏", "四川", "湖北", "湖南", "山东", "福建");

  /** Puts id and nickname; for the newer generation nothing else may follow. */
  void put(Entry row, String userId, String nickname, Observed... seen) {
    note(userId, nickname, seen);
    if (masked) {
      row.put("creator_hash", Masking.hash(userId));
      row.put("nickname", Masking.name(nickname));
    } else {
      row.put("user_id", userId);
      row.put("nickname", nickname);
    }
  }

  /** Says whom a record names: the author of a comment, or a creator; masked names are none. */
  void note(String userId, String nickname, Observed... seen) {
    String known = masked ? "#" + Masking.hash(userId) : userId;
    for (Observed one : seen) {
      switch (one.kind()) {
        case COMMENT -> one.text(Column.AUTHOR_ID, known);
        case POST -> one.text(Column.ACCOUNT_ID, known);
        case ACCOUNT -> {
          one.text(Column.ACCOUNT_ID, known);
          one.text(Column.NAME, masked ? null : nickname);
        }
      }
    }
  }

  void putAvatar(Entry row, Site site, String userId) {
    if (!masked) {
      row.put("avatar", avatar(site, userId));
    }
  }

  void putPlace(Entry row, long key) {
    if (!masked) {
      row.put("ip_location", place(key));
    }
  }

  /** Puts the place of a creator. */
  void putPlace(Entry row, long key, Observed account) {
    if (!masked) {
      row.put("ip_location", account.text(Column.REGION, place(key)));
    }
  }

  static String avatar(Site site, String userId) {
    return "https://img." + site.id() + ".example/" + userId + ".jpg";
  }

  static String place(long key) {
    return PROVINCES.get(Math.floorMod(key >>> 7, PROVINCES.size()));
  }
}
