package dev.kolrank.connector;

import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.connector.storage.FailedSource;
import dev.kolrank.connector.storage.Patience;
import dev.kolrank.connector.storage.Retries;
import dev.kolrank.connector.storage.StorageFault;
import dev.kolrank.core.StorageError;
import dev.kolrank.core.UserError;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.IngestedFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The landing zone as listed: {@code <crawl>/<source>/<date>/…}. Nothing in it is ever changed.
 *
 * @param files every file of a source that has a connector, by path
 * @param notes one sentence for each folder or file that is not read, saying why
 * @param failed sources of which a folder could not be listed; none of their files is given
 */
public record Landing(List<CrawlFile> files, List<String> notes, List<FailedSource> failed) {
  public Landing {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    failed = List.copyOf(failed);
  }

  /**
   * Lists the crawl folder.
   *
   * @throws UserError when it is no folder, or holds nothing that can be read
   * @throws StorageError when it cannot be listed, also after retries
   */
  public static Landing list(
      String crawl, Connectors connectors, Configuration hadoop, Retries retries) {
    var patience = new Patience(retries);
    try {
      Optional<CrawlFolder> folder = patience.run(() -> folder(crawl, hadoop));
      if (folder.isEmpty()) {
        throw new UserError("--crawl names no folder: " + crawl);
      }
      var landing = Listing.of(folder.get(), connectors, patience);
      if (landing.files.isEmpty() && landing.failed.isEmpty()) {
        throw new UserError(
            ("--crawl holds nothing to read: %s; it wants <source>/<YYYY-MM-DD>/<file>, the source"
                    + " one of %s")
                .formatted(crawl, String.join(", ", connectors.folders())));
      }
      return landing;
    } catch (StorageFault e) {
      throw new StorageError(
          ("the crawl folder %s cannot be listed (%s): restore access to it, then run the night"
                  + " again")
              .formatted(crawl, e.getMessage()),
          e);
    }
  }

  /** The crawl folder; empty where there is none of this name. */
  private static Optional<CrawlFolder> folder(String crawl, Configuration hadoop)
      throws IOException {
    try {
      var root = new Path(crawl);
      FileSystem fileSystem = root.getFileSystem(hadoop);
      return fileSystem.getFileStatus(root).isDirectory()
          ? Optional.of(CrawlFolder.of(fileSystem, fileSystem.makeQualified(root)))
          : Optional.empty();
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (UnsupportedFileSystemException | IllegalArgumentException e) {
      throw new UserError("--crawl names no folder: %s (%s)".formatted(crawl, e.getMessage()), e);
    }
  }

  /** The sources that bring files up to a day, and those that could not be listed. */
  public Set<String> sources(LocalDate asOf) {
    var sources = new TreeSet<String>();
    files.stream().filter(f -> !f.date().isAfter(asOf)).forEach(f -> sources.add(f.source()));
    failed.forEach(f -> sources.add(f.source()));
    return sources;
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
