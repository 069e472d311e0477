package dev.kolrank.value;

import java.util.List;
import java.util.Set;

/** The profile addresses of Weibo, Bilibili, Douyin, Xiaohongshu, Zhihu, Jianshu and Kuaishou. */
final class ChineseProfileUrls {

  private static final Set<String> NOT_WEIBO =
      Words.set(
          """
          u n p profile tv ttarticle login login.php signup home search at comments like fav
          message friends settings aj ajax sinaurl status detail s hot newlogin video statuses
          comment repost attitude msg pub account help api page article c searchs groups
          mygroups l share register visitor beep
          """);

  /** Pages of people, stars, media and bodies: the kind's code, then the user's id. */
  private static final Set<String> KINDS = Set.of("100505", "100306", "100206", "100606");

  private static final int KIND_LENGTH = 6;

  private ChineseProfileUrls() {}

  static ProfileRef weibo(Url url) {
    for (String folder : List.of("u", "profile")) {
      String id = ProfileUrls.after(url, folder);
      if (id != null) {
        return Handles.id("weibo", id);
      }
    }
    String page = ProfileUrls.after(url, "p");
    if (page != null) {
      boolean user = page.length() > KIND_LENGTH && KINDS.contains(page.substring(0, KIND_LENGTH));
      return user ? Handles.id("weibo", page.substring(KIND_LENGTH)) : null;
    }
    String name = ProfileUrls.after(url, "n");
    if (name != null) {
      return Handles.handle("weibo", name);
    }
    ProfileRef first =
        isWeiboProfile(url.host()) ? ProfileUrls.first("weibo", url, NOT_WEIBO) : null;
    ProfileRef id = first == null ? null : Handles.id("weibo", first.handle());
    return id == null ? first : id;
  }

  static ProfileRef bilibili(Url url) {
    List<String> path = url.segments();
    String id = ProfileUrls.after(url, "space");
    if (url.host().equals("space.bilibili.com") && !path.isEmpty()) {
      id = path.get(0);
    }
    return id == null ? null : Handles.id("bilibili", id);
  }

  static ProfileRef douyin(Url url) {
    String id = ProfileUrls.after(url, "user");
    return idOrNull("douyin", id == null ? ProfileUrls.after(url, "share", "user") : id);
  }

  static ProfileRef xiaohongshu(Url url) {
    return idOrNull("xiaohongshu", ProfileUrls.after(url, "user", "profile"));
  }

  static ProfileRef kuaishou(Url url) {
    return idOrNull("kuaishou", ProfileUrls.after(url, "profile"));
  }

  static ProfileRef zhihu(Url url) {
    String name = ProfileUrls.after(url, "people");
    name = name == null ? ProfileUrls.after(url, "org") : name;
    return name == null ? null : Handles.handle("zhihu", name);
  }

  static ProfileRef jianshu(Url url) {
    String name = ProfileUrls.after(url, "u");
    name = name == null ? ProfileUrls.after(url, "users") : name;
    return name == null ? null : Handles.handle("jianshu", name);
  }

  private static ProfileRef idOrNull(String platform, String id) {
    return id == null ? null : Handles.id(platform, id);
  }

  /** Not the hosts of search, hot lists, videos and short links. */
  private static boolean isWeiboProfile(String host) {
    return switch (host) {
      case "weibo.com", "www.weibo.com", "m.weibo.com", "e.weibo.com", "weibo.cn", "m.weibo.cn" ->
          true;
      default -> false;
    };
  }
}
