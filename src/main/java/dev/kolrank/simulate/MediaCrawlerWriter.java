package dev.kolrank.simulate;

import java.io.IOException;

/** One MediaCrawler run; the newer generation writes no creators. */
record MediaCrawlerWriter(MediaCrawlerFiles files, MediaCrawlerRows rows, boolean withCreators)
    implements SourceWriter {

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
