package dev.kolrank.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The crawlers that the simulator can play: the platforms that each visits, and its writer. */
enum Source {
  MEDIACRAWLER_WEIBO(MediaCrawlerWriter::weibo, Site.WEIBO),
  MEDIACRAWLER_XHS(MediaCrawlerWriter::xhs, Site.XIAOHONGSHU),
  MEDIACRAWLER_BILI(MediaCrawlerWriter::bili, Site.BILIBILI),
  MEDIACRAWLER_DOUYIN(MediaCrawlerWriter::douyin, Site.DOUYIN),
  YOUTUBE_API(YouTubeWriter::new, Site.YOUTUBE),
  X_API(XWriter::new, Site.X),
  TIKTOK_SCRAPER(TikTokWriter::new, Site.TIKTOK),
  APIFY_INSTAGRAM(InstagramWriter::new, Site.INSTAGRAM),
  MEDIACRAWLER_KUAISHOU(MediaCrawlerWriter::kuaishou, Site.KUAISHOU),
  MEDIACRAWLER_TIEBA(MediaCrawlerWriter::tieba, Site.TIEBA),
  MEDIACRAWLER_ZHIHU(MediaCrawlerWriter::zhihu, Site.ZHIHU),
  WEIBO_CRAWLER(WeiboCrawlerWriter::new, Site.WEIBO),
  WEIBO_CN(WeiboCnWriter::new, Site.WEIBO),
  YOUTUBE_TRENDING(TrendingRows::open, Site.YOUTUBE),
  YT_DLP(YtDlpWriter::new, Site.YOUTUBE, Site.TIKTOK),
  APIFY_YOUTUBE(ApifyYouTubeRows::open, Site.YOUTUBE),
  APIFY_TIKTOK(ApifyTikTokItems::open, Site.TIKTOK),
  TIKTOK_WEB_API(TikTokWebWriter::new, Site.TIKTOK),
  BILIBILI_RANK(BiliRankRows::open, Site.BILIBILI),
  VTBS_MOE(VtbsItems::open, Site.BILIBILI),
  XIAOHONGSHU_NOTES(NotesRows::open, Site.XIAOHONGSHU),
  ZHIHU_USERS(ZhihuUserRows::open, Site.ZHIHU),
  JIANSHU(JianshuItems::open, Site.JIANSHU),
  TWITCH_HELIX(TwitchWriter::new, Site.TWITCH),
  TWITCH_SULLYGNOME(SullyGnomeRows::open, Site.TWITCH),
  VTUBER_TRACKING(VTuberWriter::new, Site.YOUTUBE, Site.TWITCH),
  TOP1000_INSTAGRAM(Top1000Rows::instagram, Site.INSTAGRAM),
  TOP1000_TIKTOK(Top1000Rows::tikTok, Site.TIKTOK),
  TOP1000_YOUTUBE(Top1000Rows::youTube, Site.YOUTUBE),
  CREATOR_ATLAS_TIKTOK(CreatorAtlasRows::open, Site.TIKTOK),
  INSTALOADER(InstaloaderWriter::new, Site.INSTAGRAM),
  TWSCRAPE(TwscrapeWriter::new, Site.X),
  BRIGHTDATA_X(BrightDataRows::x, Site.X),
  FIVETHIRTYEIGHT_X(FiveThirtyEightWriter::new, Site.X),
  BRIGHTDATA_FACEBOOK(BrightDataRows::facebook, Site.FACEBOOK),
  FACEBOOK_SCRAPER(FacebookScraperWriter::new, Site.FACEBOOK),
  BUZZFEED_FACEBOOK(BuzzFeedRows::open, Site.FACEBOOK),
  CROWDTANGLE(CrowdTangleRows::open, Site.FACEBOOK);

  /** The crawlers of a world for which none is asked: one for each of the usual platforms. */
  static final List<Source> USUAL = List.of(values()).subList(0, APIFY_INSTAGRAM.ordinal() + 1);

  private final Opener opener;
  private final Set<Site> sites;

  Source(Opener opener, Site... sites) {
    this.opener = opener;
    this.sites = Set.of(sites);
  }

  /** The name of its folder. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Set<Site> sites() {
    return sites;
  }

  SourceWriter open(Drop drop) {
    return opener.open(drop);
  }

  /** The source of that name. */
  static Source of(String id) {
    return Arrays.stream(values())
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no source %s; there are %s".formatted(id, ids(List.of(values())))));
  }

  static String ids(List<Source> sources) {
    return sources.stream().map(Source::id).collect(Collectors.joining(", "));
  }

  /** Begins the files of one crawler in one drop. */
  private interface Opener {
    SourceWriter open(Drop drop);
  }
}
