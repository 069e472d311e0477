package dev.kolrank.simulate;

/** How an account is written on somebody's page. */
final class References {
  private References() {}

  /** A link, or empty where the platform's links do not name the account. */
  static String url(Account account) {
    return switch (account.site()) {
      case WEIBO -> "https://weibo.com/u/" + account.id();
      case XIAOHONGSHU -> "https://www.xiaohongshu.com/user/profile/" + account.id();
      case BILIBILI -> "https://space.bilibili.com/" + account.id();
      case DOUYIN -> "https://www.douyin.com/user/" + account.second();
      case YOUTUBE -> "https://www.youtube.com/@" + account.handle();
      case X -> "https://x.com/" + account.handle();
      case TIKTOK -> "https://www.tiktok.com/@" + account.handle();
      case INSTAGRAM -> "https://www.instagram.com/" + account.handle();
      case KUAISHOU -> "https://www.kuaishou.com/profile/" + account.id();
      case ZHIHU -> "https://www.zhihu.com/people/" + account.handle();
      case TIEBA -> "https://tieba.baidu.com/home/main?id=" + account.id();
      case JIANSHU -> "https://www.jianshu.com/u/" + account.id();
      case FACEBOOK -> "https://www.facebook.com/" + account.handle();
      case TWITCH -> "https://www.twitch.tv/" + account.handle();
    };
  }

  /** A link or words, as people write them. */
  static String text(Account account, Draw draw) {
    int style = draw.whole(0, 4);
    if (style == 3) {
      return url(account);
    }
    return switch (account.site()) {
      case WEIBO -> choice(style, "微博@", "微博：", "wb: ") + account.name();
      case XIAOHONGSHU -> choice(style, "小红书：", "📕", "RED: ") + account.name();
      case BILIBILI -> choice(style, "B站：", "b站@", "bilibili: ") + account.name();
      case DOUYIN -> style == 0 ? "抖音号：" + account.handle() : "抖音：" + account.name();
      case YOUTUBE -> choice(style, "YouTube: @", "YT: @", "youtube.com/@") + account.handle();
      case X -> choice(style, "Twitter: @", "X: @", "𝕏 @") + account.handle();
      case TIKTOK -> choice(style, "TikTok: @", "TT: @", "tiktok.com/@") + account.handle();
      case INSTAGRAM -> choice(style, "IG: @", "Insta 👉 ", "ig ") + account.handle();
      case KUAISHOU -> choice(style, "快手：", "快手@", "ks: ") + account.name();
      case ZHIHU -> choice(style, "知乎：", "知乎@", "zhihu: ") + account.name();
      case TIEBA -> choice(style, "贴吧：", "贴吧@", "百度贴吧：") + account.name();
      case JIANSHU -> choice(style, "简书：", "简书@", "jianshu: ") + account.name();
      case FACEBOOK -> choice(style, "FB: ", "Facebook: ", "facebook.com/") + account.handle();
      case TWITCH -> choice(style, "Twitch: ", "twitch.tv/", "Live: ttv/") + account.handle();
    };
  }

  private static String choice(int style, String first, String second, String third) {
    return style == 0 ? first : style == 1 ? second : third;
  }

  static String hub(Person person) {
    return "linktr.ee/" + person.name().core();
  }
}
