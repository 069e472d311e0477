package dev.kolrank.simulate;

import dev.kolrank.simulate.MediaCrawlerFiles.Format;
import java.io.IOException;

/** One MediaCrawler run; the newer generation writes no creators. */
record MediaCrawlerWriter(MediaCrawlerFiles files, MediaCrawlerRows rows, boolean withCreators)
    implements SourceWriter {

  static MediaCrawlerWriter weibo(Drop drop) {
    return new MediaCrawlerWriter(files(drop, "weibo", Format.JSONL), new WeiboRows(), true);
  }

  /** The last of several drops is of the newer generation. */
  static MediaCrawlerWriter xhs(Drop drop) {
    XhsRows rows = new XhsRows(new MediaCrawlerPeople(drop.last()));
    return new MediaCrawlerWriter(files(drop, "xhs", Format.JSONL), rows, !drop.last());
  }

  /** The second drop is a table. */
  static MediaCrawlerWriter bili(Drop drop) {
    MediaCrawlerFiles files =
        drop.number() == 1
            ? new MediaCrawlerFiles(drop, "bili", Format.CSV, "videos")
            : files(drop, "bili", Format.JSONL);
    return new MediaCrawlerWriter(files, new BiliRows(), true);
  }

  /** The last of several drops is of the newer generation. */
  static MediaCrawlerWriter douyin(Drop drop) {
    DouyinRows rows = new DouyinRows(new MediaCrawlerPeople(drop.last()));
    return new MediaCrawlerWriter(files(drop, "douyin", Format.JSON), rows, !drop.last());
  }

  /** The last of several drops is of the newer generation. */
  static MediaCrawlerWriter kuaishou(Drop drop) {
    KuaishouRows rows = new KuaishouRows(new MediaCrawlerPeople(drop.last()));
    return new MediaCrawlerWriter(files(drop, "kuaishou", Format.JSONL), rows, !drop.last());
  }

  /** The last of several drops is of the newer generation. */
  static MediaCrawlerWriter tieba(Drop drop) {
    TiebaRows rows = new TiebaRows(new MediaCrawlerPeople(drop.last()));
    Format format = drop.number() == 0 ? Format.CSV : Format.JSON;
    return new MediaCrawlerWriter(files(drop, "tieba", format), rows, !drop.last());
  }

  /** The last of several drops is of the newer generation. */
  static MediaCrawlerWriter zhihu(Drop drop) {
    ZhihuRows rows = new ZhihuRows(new MediaCrawlerPeople(drop.last()));
    return new MediaCrawlerWriter(files(drop, "zhihu", Format.JSONL), rows, !drop.last());
  }

  private static MediaCrawlerFiles files(Drop drop, String platform, Format format) {
    return new MediaCrawlerFiles(drop, platform, format, "contents");
  }

  @Override
  public long write(Visit visit) throws IOException {
    long written = 0;
    if (withCreators) {
      files.creator(rows.creator(visit));
      written++;
    }
    for (SeenPost post : visit.posts()) {
      files.content(rows.content(visit, post));
      for (Comment comment : post.comments()) {
        files.comment(rows.comment(visit, post, comment));
      }
      written += 1L + post.comments().size();
    }
    return written;
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
