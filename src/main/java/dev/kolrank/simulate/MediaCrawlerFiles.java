package dev.kolrank.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;

/** The contents, comments and creators of one MediaCrawler run, in one of its three formats. */
final class MediaCrawlerFiles implements Closeable {

  /** The formats that MediaCrawler can be told to save in. */
  enum Format {
    JSONL,
    JSON,
    CSV
  }

  private final RecordFile contents;
  private final RecordFile comments;
  private final RecordFile creators;

  MediaCrawlerFiles(Drop drop, String platform, Format format, String contents) {
    String folder = platform + "/" + format.name().toLowerCase(Locale.ROOT) + "/";
    String day = "_" + drop.day() + "." + format.name().toLowerCase(Locale.ROOT);
    this.contents = file(drop, format, folder + "search_" + contents + day + ".gz");
    this.comments = file(drop, format, folder + "search_comments" + day + ".gz");
    this.creators = file(drop, format, folder + "creator_creators" + day);
  }

  private static RecordFile file(Drop drop, Format format, String name) {
    return switch (format) {
      case JSONL -> drop.records(name, JsonFile.Layout.LINES);
      case JSON -> drop.records(name, JsonFile.Layout.INDENTED_ARRAY);
      case CSV -> drop.table(name, TableStyle.MARKED);
    };
  }

  void content(Entry row) throws IOException {
    contents.write(row);
  }

  void comment(Entry row) throws IOException {
    comments.write(row);
  }

  void creator(Entry row) throws IOException {
    creators.write(row);
  }

  @Override
  public void close() throws IOException {
    contents.close();
    comments.close();
    creators.close();
  }
}
