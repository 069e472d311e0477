package dev.kolrank.connector;

import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.connector.read.CrawlRow;
import dev.kolrank.connector.read.FileFormats;
import dev.kolrank.connector.storage.FailedSource;
import dev.kolrank.connector.storage.Patience;
import dev.kolrank.connector.storage.StorageFault;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Walks a crawl folder: which files are to be read, and what is passed over, and why. A source of
 * which any folder cannot be listed fails as a whole, since nobody knows what is missing.
 */
final class Listing {
  private final CrawlFolder folder;
  private final Connectors connectors;
  private final List<CrawlFile> files = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<FailedSource> failed = new ArrayList<>();
  private final Patience patience;

  private Listing(CrawlFolder folder, Connectors connectors, Patience patience) {
    this.folder = folder;
    this.connectors = connectors;
    this.patience = patience;
  }

  /**
   * Everything in the folder, the files by path.
   *
   * @throws StorageFault when the folder itself cannot be listed
   */
  static Landing of(CrawlFolder folder, Connectors connectors, Patience patience)
      throws StorageFault {
    var listing = new Listing(folder, connectors, patience);
    for (CrawlFolder.Item source : patience.run(() -> folder.items(""))) {
      listing.source(source);
    }
    listing.failed.forEach(f -> listing.files.removeIf(file -> file.source().equals(f.source())));
    listing.files.sort(Comparator.comparing(CrawlFile::path));
    return new Landing(listing.files, listing.notes, listing.failed);
  }

  private void source(CrawlFolder.Item source) {
    String name = source.path();
    if (isHidden(name)) {
      return;
    }
    if (source.kind() == CrawlFolder.Kind.FILE) {
      notes.add("not read: %s lies outside any source folder".formatted(name));
    } else if (source.kind() != CrawlFolder.Kind.FOLDER) {
      pass(source);
    } else if (connectors.forFolder(name).isEmpty()) {
      notes.add(
          "not read: %s/ has no connector; add conf/connectors/%s.conf".formatted(name, name));
    } else {
      list(source, name, folder::items).forEach(day -> day(day, name));
    }
  }

  private void day(CrawlFolder.Item day, String source) {
    String name = ownName(day.path());
    if (isHidden(name)) {
      return;
    }
    Optional<LocalDate> date = date(name);
    boolean isDay = day.kind() == CrawlFolder.Kind.FOLDER && date.isPresent();
    if (isDay) {
      within(day, source, date.get());
    } else if (day.kind() == CrawlFolder.Kind.LINK || day.kind() == CrawlFolder.Kind.OTHER) {
      pass(day);
    } else {
      notes.add("not read: %s is no folder named by a day".formatted(day.path()));
    }
  }

  private void within(CrawlFolder.Item folder, String source, LocalDate date) {
    for (CrawlFolder.Item item : list(folder, source, this.folder::itemsBelow)) {
      switch (item.kind()) {
        case FOLDER -> {
          if (!isHidden(ownName(item.path()))) {
            within(item, source, date);
          }
        }
        case FILE -> file(item, source, date);
        default -> pass(item);
      }
    }
  }

  private void file(CrawlFolder.Item file, String source, LocalDate date) {
    String path = file.path();
    // also what lies in a folder such as .ipynb_checkpoints or _temporary: copies, half-written
    // ones
    if (Arrays.stream(path.split("/")).anyMatch(Listing::isHidden)) {
      return;
    }
    if (!FileFormats.isReadable(ownName(path))) {
      notes.add("not read: %s has an ending that no layout knows".formatted(path));
    } else if (CrawlRow.isInside(path)) {
      notes.add(
          "not read: %s looks like a file inside an archive; rename its folder".formatted(path));
    } else {
      files.add(new CrawlFile(file.location(), path, source, date, file.size(), file.modified()));
    }
  }

  private void pass(CrawlFolder.Item item) {
    notes.add(
        item.kind() == CrawlFolder.Kind.LINK
            ? "not read: %s is a link out of the crawl folder, or to a folder"
                .formatted(item.path())
            : "not read: %s is neither a file nor a folder".formatted(item.path()));
  }

  /** One way of listing a folder. */
  private interface Way {
    List<CrawlFolder.Item> items(String folder) throws IOException;
  }

  /** What lies in a folder of a source; of a source that failed nothing more is listed. */
  private List<CrawlFolder.Item> list(CrawlFolder.Item of, String source, Way way) {
    if (failed.stream().anyMatch(f -> f.source().equals(source))) {
      return List.of();
    }
    try {
      return patience.run(() -> way.items(of.path()));
    } catch (StorageFault e) {
      failed.add(new FailedSource(source, of.path(), e.getMessage()));
      return List.of();
    }
  }

  private static String ownName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
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
