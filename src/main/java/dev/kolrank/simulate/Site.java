package dev.kolrank.simulate;

/**
 * A platform, and how an audience of people shows in its counts.
 *
 * <p>Rates: followers per person of the audience, views per person and post, then likes, comments,
 * shares and saves per view; life is the days in which a post gathers two thirds of its metrics.
 */
enum Site {
  WEIBO("weibo", 6, 0.50, 0.020, 0.0050, 0.0025, 0, 1),
  XIAOHONGSHU("xiaohongshu", 1.5, 0.70, 0.045, 0.0060, 0.0030, 0.022, 4),
  BILIBILI("bilibili", 2, 0.80, 0.050, 0.0050, 0.0040, 0.015, 6),
  DOUYIN("douyin", 5, 1.20, 0.035, 0.0025, 0.0030, 0.004, 3),
  YOUTUBE("youtube", 3, 0.45, 0.040, 0.0050, 0, 0, 8),
  X("x", 2, 0.60, 0.012, 0.0025, 0.0025, 0.001, 0.5),
  TIKTOK("tiktok", 4, 1.30, 0.075, 0.0012, 0.0030, 0, 3),
  INSTAGRAM("instagram", 2.5, 0.60, 0.060, 0.0040, 0, 0, 2),
  KUAISHOU("kuaishou", 4, 0.90, 0.030, 0.0020, 0, 0, 3),
  ZHIHU("zhihu", 1, 0.40, 0.030, 0.0040, 0, 0.010, 10),
  TIEBA("tieba", 0.5, 0.30, 0, 0.0100, 0, 0, 2),
  JIANSHU("jianshu", 0.5, 0.30, 0.020, 0.0020, 0, 0, 10),
  FACEBOOK("facebook", 5, 0.50, 0.025, 0.0040, 0.0040, 0, 1.5),
  TWITCH("twitch", 1.5, 0.30, 0.010, 0.0050, 0, 0, 5);

  private final String id;
  private final double inflation;
  private final double views;
  private final double likes;
  private final double comments;
  private final double shares;
  private final double saves;
  private final double life;

  Site(
      String id,
      double inflation,
      double views,
      double likes,
      double comments,
      double shares,
      double saves,
      double life) {
    this.id = id;
    this.inflation = inflation;
    this.views = views;
    this.likes = likes;
    this.comments = comments;
    this.shares = shares;
    this.saves = saves;
    this.life = life;
  }

  String id() {
    return id;
  }

  double inflation() {
    return inflation;
  }

  /** Days in which a post gathers two thirds of what it will get. */
  double life() {
    return life;
  }

  /** Whether the crawled format can say that a post is a paid partnership. */
  boolean hasPartnershipFlag() {
    return this == YOUTUBE || this == INSTAGRAM;
  }

  /** Whether every world has it; people are on others only where a crawler of them is asked for. */
  boolean usual() {
    return switch (this) {
      case WEIBO, XIAOHONGSHU, BILIBILI, DOUYIN, YOUTUBE, X, TIKTOK, INSTAGRAM -> true;
      case KUAISHOU, ZHIHU, TIEBA, JIANSHU, FACEBOOK, TWITCH -> false;
    };
  }

  /** Whether this platform speaks Chinese, so names say more than handles. */
  boolean chinese() {
    return switch (this) {
      case WEIBO, XIAOHONGSHU, BILIBILI, DOUYIN, KUAISHOU, ZHIHU, TIEBA, JIANSHU -> true;
      case YOUTUBE, X, TIKTOK, INSTAGRAM, FACEBOOK, TWITCH -> false;
    };
  }

  /** What a post gets in its whole life from an audience of that many people. */
  Metrics metrics(double audience, double warmth, double heat, Draw draw) {
    double seen = audience * views * warmth * draw.lognormal(1, 0.6) * (draw.chance(0.01) ? 8 : 1);
    return new Metrics(
        Math.round(seen),
        Math.round(seen * likes * draw.lognormal(1, 0.25)),
        Math.round(seen * likes * 0.02 * heat * draw.lognormal(1, 0.5)),
        Math.round(seen * comments * heat * draw.lognormal(1, 0.4)),
        Math.round(seen * shares * draw.lognormal(1, 0.5)),
        Math.round(seen * saves * draw.lognormal(1, 0.4)));
  }
}
