package dev.kolrank.simulate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A crawler that the simulator can play.
 *
 * @param id the name of its folder
 * @param opener begins its files in one drop
 * @param sites the platforms that it visits
 */
record Source(String id, Opener opener, Set<Site> sites) {
  static final String TIKTOK_WEB_API = "tiktok-web-api";

  /** The crawlers of a world for which none is asked: one for each of the usual platforms. */
  static final List<Source> USUAL =
      List.of(
          new Source("mediacrawler-weibo", MediaCrawlerWriter::weibo, Site.WEIBO),
          new Source("mediacrawler-xhs", MediaCrawlerWriter::xhs, Site.XIAOHONGSHU),
          new Source("mediacrawler-bili", MediaCrawlerWriter::bili, Site.BILIBILI),
          new Source("mediacrawler-douyin", MediaCrawlerWriter::douyin, Site.DOUYIN),
          new Source("youtube-api", YouTubeWriter::new, Site.YOUTUBE),
          new Source("x-api", XWriter::new, Site.X),
          new Source("tiktok-scraper", TikTokWriter::new, Site.TIKTOK),
          new Source("apify-instagram", InstagramWriter::new, Site.INSTAGRAM));

  private static final List<Source> MORE =
      List.of(
          new Source("mediacrawler-kuaishou", MediaCrawlerWriter::kuaishou, Site.KUAISHOU),
          new Source("mediacrawler-tieba", MediaCrawlerWriter::tieba, Site.TIEBA),
          new Source("mediacrawler-zhihu", MediaCrawlerWriter::zhihu, Site.ZHIHU),
          new Source("weibo-crawler", WeiboCrawlerWriter::new, Site.WEIBO),
          new Source("weibo-cn", WeiboCnWriter::new, Site.WEIBO),
          new Source("youtube-trending", TrendingRows::open, Site.YOUTUBE),
          new Source("yt-dlp", YtDlpWriter::new, Site.YOUTUBE, Site.TIKTOK),
          new Source("apify-youtube", ApifyYouTubeRows::open, Site.YOUTUBE),
          new Source("apify-tiktok", ApifyTikTokItems::open, Site.TIKTOK),
          new Source(TIKTOK_WEB_API, TikTokWebWriter::new, Site.TIKTOK),
          new Source("bilibili-rank", BiliRankRows::open, Site.BILIBILI),
          new Source("vtbs-moe", VtbsItems::open, Site.BILIBILI),
          new Source("xiaohongshu-notes", NotesRows::open, Site.XIAOHONGSHU),
          new Source("zhihu-users", ZhihuUserRows::open, Site.ZHIHU),
          new Source("jianshu", JianshuItems::open, Site.JIANSHU),
          new Source("twitch-helix", TwitchWriter::new, Site.TWITCH),
          new Source("twitch-sullygnome", SullyGnomeRows::open, Site.TWITCH),
          new Source("vtuber-tracking", VTuberWriter::new, Site.YOUTUBE, Site.TWITCH),
          new Source("top1000-instagram", Top1000Rows::instagram, Site.INSTAGRAM),
          new Source("top1000-tiktok", Top1000Rows::tikTok, Site.TIKTOK),
          new Source("top1000-youtube", Top1000Rows::youTube, Site.YOUTUBE),
          new Source("creator-atlas-tiktok", CreatorAtlasRows::open, Site.TIKTOK),
          new Source("instaloader", InstaloaderWriter::new, Site.INSTAGRAM),
          new Source("twscrape", TwscrapeWriter::new, Site.X),
          new Source("brightdata-x", BrightDataRows::x, Site.X),
          new Source("fivethirtyeight-x", FiveThirtyEightWriter::new, Site.X),
          new Source("brightdata-facebook", BrightDataRows::facebook, Site.FACEBOOK),
          new Source("facebook-scraper", FacebookScraperWriter::new, Site.FACEBOOK),
          new Source("buzzfeed-facebook", BuzzFeedRows::open, Site.FACEBOOK),
          new Source("crowdtangle", CrowdTangleRows::open, Site.FACEBOOK));

  static final List<Source> ALL = Stream.concat(USUAL.stream(), MORE.stream()).toList();

  private Source(String id, Opener opener, Site... sites) {
    this(id, opener, Set.of(sites));
  }

  SourceWriter open(Drop drop) {
    return opener.open(drop);
  }

  /** The source of that name. */
  static Source of(String id) {
    return ALL.stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no source %s; there are %s".formatted(id, ids())));
  }

  private static String ids() {
    return ALL.stream().map(Source::id).collect(Collectors.joining(", "));
  }

  /** Begins the files of one crawler in one drop. */
  interface Opener {
    SourceWriter open(Drop drop);
  }
}
