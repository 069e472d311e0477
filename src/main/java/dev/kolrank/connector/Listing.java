package dev.kolrank.connector;

import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.connector.read.CrawlRow;
import dev.kolrank.connector.read.FileFormats;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Walks a crawl folder: which files are to be read, and what is passed over, and why. */
final class Listing {
  private final CrawlFolder folder;
  private final Connectors connectors;
  private final List<CrawlFile> files = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private Listing(CrawlFolder folder, Connectors connectors) {
    this.folder = folder;
    this.connectors = connectors;
  }

  /** Everything in the folder, the files by path. */
  static Landing of(CrawlFolder folder, Connectors connectors) throws IOException {
    var listing = new Listing(folder, connectors);
    for (CrawlFolder.Item source : folder.items("")) {
      listing.source(source);
    }
    listing.files.sort(Comparator.comparing(CrawlFile::path));
    return new Landing(listing.files, listing.notes);
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
      items(source).forEach(day -> day(day, name));
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
    for (CrawlFolder.Item item : allItems(folder)) {
      switch (item.kind()) {
        case FOLDER -> within(item, source, date);
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

  private List<CrawlFolder.Item> items(CrawlFolder.Item of) {
    try {
      return folder.items(of.path());
    } catch (IOException e) {
      notes.add("not read: %s cannot be listed (%s)".formatted(of.path(), e));
      return List.of();
    }
  }

  private List<CrawlFolder.Item> allItems(CrawlFolder.Item of) {
    try {
      return folder.itemsBelow(of.path());
    } catch (IOException e) {
      notes.add("not read: %s cannot be listed (%s)".formatted(of.path(), e));
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
