package dev.kolrank.connector;

import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.core.UserError;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.IngestedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The landing zone as listed: {@code <crawl>/<source>/<date>/…}. Nothing in it is ever changed.
 *
 * @param files every file of a source that has a connector, by path
 * @param notes one sentence for each folder or file that is not read, saying why
 */
public record Landing(List<CrawlFile> files, List<String> notes) {
  public Landing {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /**
   * Lists the crawl folder.
   *
   * @throws UserError when it is no folder, or holds nothing that can be read
   */
  public static Landing list(String crawl, Connectors connectors, Configuration hadoop) {
    var root = new Path(crawl);
    try {
      FileSystem fileSystem = root.getFileSystem(hadoop);
      if (!fileSystem.exists(root) || !fileSystem.getFileStatus(root).isDirectory()) {
        throw new UserError("--crawl names no folder: " + crawl);
      }
      var landing =
          Listing.of(CrawlFolder.of(fileSystem, fileSystem.makeQualified(root)), connectors);
      if (landing.files.isEmpty()) {
        throw new UserError(
            ("--crawl holds nothing to read: %s; it wants <source>/<YYYY-MM-DD>/<file>, the source"
                    + " one of %s")
                .formatted(crawl, String.join(", ", connectors.folders())));
      }
      return landing;
    } catch (IOException e) {
      throw new UserError("--crawl cannot be read: %s (%s)".formatted(crawl, e.getMessage()), e);
    }
  }

  /** The newest crawl day. */
  public LocalDate newestDay() {
    return files.stream().map(CrawlFile::date).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** A digest of files as listed: equal for the same files, whatever their order. */
  public static String digest(Stream<CrawlFile> files) {
    return digestOf(files.map(f -> f.path() + " " + state(f.size(), f.modifiedMillis())));
  }

  /**
   * The same digest of the files of one batch.
   *
   * @param ledger the rows of {@code bronze.ingested_file} of that batch
   */
  public static String digest(Dataset<Row> ledger) {
    return digestOf(
        ledger
            .select(
                Columns.SOURCE_FILE.col(),
                IngestedFile.SIZE_BYTES.col(),
                IngestedFile.MODIFIED_AT.col())
            .collectAsList()
            .stream()
            .map(r -> r.getString(0) + " " + state(r.getLong(1), r.getTimestamp(2).getTime())));
  }

  private static String digestOf(Stream<String> states) {
    String all = states.sorted().collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String state(long size, long modifiedMillis) {
    return size + " bytes of " + modifiedMillis;
  }
}
