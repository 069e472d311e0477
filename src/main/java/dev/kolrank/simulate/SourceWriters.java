package dev.kolrank.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** The crawlers of one drop, one per platform. */
final class SourceWriters implements Closeable {
  private final Map<Site, SourceWriter> writers = new EnumMap<>(Site.class);

  /**
   * Writes below {@code crawl/<source>/<day>/<part>}; of several drops the second has Bilibili as
   * CSV, the last has Xiaohongshu and Douyin in the newer generation of MediaCrawler.
   */
  SourceWriters(Path crawl, Timeline timeline, int drop, String part) {
    LocalDate day = timeline.day(drop);
    boolean masked = drop > 0 && drop == timeline.crawls() - 1;
    for (Site site : Site.values()) {
      Path folder = crawl.resolve(site.source()).resolve(day.toString()).resolve(part);
      writers.put(site, writer(site, folder, day, drop, masked));
    }
  }

  private static SourceWriter writer(
      Site site, Path folder, LocalDate day, int drop, boolean masked) {
    MediaCrawlerPeople people = new MediaCrawlerPeople(masked);
    return switch (site) {
      case WEIBO ->
          new MediaCrawlerWriter(
              new MediaCrawlerFiles(
                  folder, "weibo", MediaCrawlerFiles.Format.JSONL, "contents", day),
              new WeiboRows(),
              true);
      case XIAOHONGSHU ->
          new MediaCrawlerWriter(
              new MediaCrawlerFiles(folder, "xhs", MediaCrawlerFiles.Format.JSONL, "contents", day),
              new XhsRows(people),
              !masked);
      case BILIBILI -> new MediaCrawlerWriter(bili(folder, day, drop == 1), new BiliRows(), true);
      case DOUYIN ->
          new MediaCrawlerWriter(
              new MediaCrawlerFiles(
                  folder, "douyin", MediaCrawlerFiles.Format.JSON, "contents", day),
              new DouyinRows(people),
              !masked);
      case YOUTUBE -> new YouTubeWriter(folder);
      case X -> new XWriter(folder);
      case TIKTOK -> new TikTokWriter(folder, drop % 2 == 0);
      case INSTAGRAM -> new InstagramWriter(folder, day);
    };
  }

  private static MediaCrawlerFiles bili(Path folder, LocalDate day, boolean csv) {
    return csv
        ? new MediaCrawlerFiles(folder, "bili", MediaCrawlerFiles.Format.CSV, "videos", day)
        : new MediaCrawlerFiles(folder, "bili", MediaCrawlerFiles.Format.JSONL, "contents", day);
  }

  long write(Visit visit) throws IOException {
    return writers.get(visit.account().site()).write(visit);
  }

  @Override
  public void close() throws IOException {
    for (SourceWriter writer : writers.values()) {
      writer.close();
    }
  }
}
