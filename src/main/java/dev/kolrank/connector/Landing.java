package dev.kolrank.connector;

import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.core.UserError;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.IngestedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
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
  private static final Pattern READABLE =
      Pattern.compile(".*\\.(json|jsonl|ndjson|csv|tsv)(\\.(gz|zst|bz2|xz))?");

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
      var listing = new Listing(fileSystem, fileSystem.makeQualified(root), connectors);
      listing.sources();
      if (listing.files.isEmpty()) {
        throw new UserError(
            ("--crawl holds nothing to read: %s; it wants <source>/<YYYY-MM-DD>/<file>, the source"
                    + " one of %s")
                .formatted(crawl, String.join(", ", connectors.folders())));
      }
      listing.files.sort(Comparator.comparing(CrawlFile::path));
      return new Landing(listing.files, listing.notes);
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

  /** Walks the folders. */
  private static final class Listing {
    private final FileSystem fileSystem;
    private final Path root;
    private final Connectors connectors;
    private final List<CrawlFile> files = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Listing(FileSystem fileSystem, Path root, Connectors connectors) {
      this.fileSystem = fileSystem;
      this.root = root;
      this.connectors = connectors;
    }

    void sources() throws IOException {
      for (FileStatus source : sorted(root)) {
        String name = source.getPath().getName();
        if (isHidden(name)) {
          continue;
        }
        if (!source.isDirectory()) {
          notes.add("not read: %s lies outside any source folder".formatted(name));
        } else if (connectors.forFolder(name).isEmpty()) {
          notes.add(
              "not read: %s/ has no connector; add conf/connectors/%s.conf".formatted(name, name));
        } else {
          days(source.getPath(), name);
        }
      }
    }

    private void days(Path folder, String source) throws IOException {
      for (FileStatus day : sorted(folder)) {
        String name = day.getPath().getName();
        Optional<LocalDate> date = date(name);
        if (isHidden(name)) {
          continue;
        }
        if (!day.isDirectory() || date.isEmpty()) {
          notes.add("not read: %s/%s is no folder named by a day".formatted(source, name));
        } else {
          files(day.getPath(), source, date.get());
        }
      }
    }

    private void files(Path folder, String source, LocalDate date) throws IOException {
      var found = fileSystem.listFiles(folder, true);
      while (found.hasNext()) {
        FileStatus file = found.next();
        String path = root.toUri().relativize(file.getPath().toUri()).getPath();
        if (isHidden(file.getPath().getName())) {
          continue;
        }
        if (!READABLE.matcher(path).matches()) {
          notes.add("not read: %s has an ending that no layout knows".formatted(path));
          continue;
        }
        String location = file.getPath().toString();
        long modified = file.getModificationTime();
        files.add(new CrawlFile(location, path, source, date, file.getLen(), modified));
      }
    }

    private List<FileStatus> sorted(Path folder) throws IOException {
      return java.util.Arrays.stream(fileSystem.listStatus(folder))
          .sorted(Comparator.comparing(s -> s.getPath().getName()))
          .toList();
    }

    private static boolean isHidden(String name) {
      return name.startsWith(".") || name.startsWith("_");
    }

    private static Optional<LocalDate> date(String name) {
      try {
        return Optional.of(LocalDate.parse(name));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }
}
