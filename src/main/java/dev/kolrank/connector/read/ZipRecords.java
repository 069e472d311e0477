package dev.kolrank.connector.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * The records of an archive's entries, in the order in which they lie. It is read from front to
 * end, so that of a cut archive the entries before the cut are used. Names of entries are nothing
 * but names: no file is ever made of them.
 */
final class ZipRecords implements Records {
  private static final int LONGEST_NAME = 400;

  private final StoredBytes stored;
  private final Layout layout;
  private final ZipArchiveInputStream zip;
  private final ZipEnd end;
  private final Map<String, Integer> names = new HashMap<>();

  private String entry = "";
  private ZipArchiveEntry current;
  private CheckedBytes bytes;
  private Records records;
  private ZipArchiveEntry following;
  private boolean fetched;
  private boolean isBroken;
  private long lines;
  private long length;
  private long entries;
  private boolean ended;

  ZipRecords(StoredBytes stored, Layout layout) {
    this.stored = stored;
    this.layout = layout;
    this.end = stored.watchEnd();
    this.zip = new ZipArchiveInputStream(new BufferedInputStream(stored, 1 << 16));
  }

  @Override
  public RawRecord next() {
    while (!ended) {
      RawRecord record = records == null ? nextEntry() : nextOfEntry();
      if (record != null) {
        return record;
      }
    }
    return null;
  }

  /** Goes to the next entry; what is to be told on the way, or null. */
  private RawRecord nextEntry() {
    try {
      if (!fetched) {
        following = zip.getNextEntry();
        fetched = true;
        RawRecord damage = damage();
        if (damage != null) {
          return damage;
        }
      }
      fetched = false;
      bytes = null;
      entry = "";
      if (following == null) {
        return atEnd();
      }
      entries++;
      boolean passed = following.isDirectory() || isHidden(name(following));
      return passed ? null : open(following);
    } catch (IOException | RuntimeException e) {
      ended = true;
      entry = "";
      return broken("the rest of the archive cannot be read: " + FileFormats.reason(asIo(e)));
    }
  }

  /** What is wrong with the entry that was read; its checksum may stand behind it. */
  private RawRecord damage() {
    boolean sound =
        bytes == null || isBroken || current.getCrc() < 0 || current.getCrc() == bytes.checksum();
    return sound
        ? null
        : RawRecord.broken(
            1,
            "its checksum differs: some of it may be damaged",
            null,
            new Stretch(lines, 0, length));
  }

  private RawRecord atEnd() throws IOException {
    ended = true;
    stored.drain();
    if (end.entries() < 0) {
      return broken("the rest of the archive cannot be read: it does not end");
    }
    return end.entries() == (entries & 0xFFFF)
        ? null
        : broken("the archive lists %d entries, and has %d".formatted(end.entries(), entries));
  }

  private RawRecord open(ZipArchiveEntry next) {
    String name = name(next);
    int same = names.merge(name, 1, Integer::sum);
    entry = same == 1 ? name : "%d/%s".formatted(same, name);
    if (!FileFormats.isText(name)) {
      return broken(
          FileFormats.isArchive(name)
              ? "an archive inside an archive is not read"
              : "it has an ending that no layout knows");
    }
    if (!zip.canReadEntryData(next)) {
      return broken("it is encrypted, or packed in a way that is not known");
    }
    bytes = new CheckedBytes(zip);
    current = next;
    isBroken = false;
    try {
      var packed = new BufferedInputStream(bytes, 1 << 16);
      records = FileFormats.text(packed, ownName(name), layout, stored);
      return null;
    } catch (IOException | RuntimeException e) {
      isBroken = true;
      return broken("the entry cannot be read: " + FileFormats.reason(asIo(e)));
    }
  }

  private RawRecord nextOfEntry() {
    lines = records.line();
    length = records.offset();
    try {
      RawRecord record = records.next();
      if (record == null) {
        lines = records.line();
        length = records.offset();
        bytes.transferTo(OutputStream.nullOutputStream());
        records = null;
      } else {
        isBroken |= record.stretch() != null && record.stretch().to() == Stretch.UNKNOWN;
      }
      return record;
    } catch (IOException | RuntimeException e) {
      var rest = new Stretch(lines, length, Stretch.UNKNOWN);
      String problem = "the rest of the entry cannot be read: " + FileFormats.reason(asIo(e));
      RawRecord broken = isBroken ? null : RawRecord.broken(lines, problem, null, rest);
      isBroken = true;
      records = null;
      return broken;
    }
  }

  private static RawRecord broken(String problem) {
    return RawRecord.broken(1, problem, null, new Stretch(1, 0, Stretch.UNKNOWN));
  }

  private static IOException asIo(Exception e) {
    return e instanceof IOException io ? io : new IOException(e.toString(), e);
  }

  /** The entry's path, without the tricks that paths allow. */
  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    String name =
        raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()
            ? entry.getName()
            : new String(raw, Encoding.of(raw, List.of()).charset());
    String clean =
        Arrays.stream(name.replaceAll("\\p{Cntrl}", "").split("[/\\\\]+", -1))
            .filter(part -> !part.isBlank() && !part.equals(".") && !part.equals(".."))
            .collect(Collectors.joining("/"));
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
  }

  private static String ownName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static boolean isHidden(String name) {
    String own = ownName(name);
    return own.startsWith(".") || own.startsWith("_");
  }

  @Override
  public String entry() {
    return entry;
  }

  @Override
  public List<String> columns() {
    return records == null ? List.of() : records.columns();
  }

  @Override
  public String untaken() {
    return records == null ? null : records.untaken();
  }

  @Override
  public long line() {
    return records == null ? 1 : records.line();
  }

  @Override
  public long offset() {
    return records == null ? 0 : records.offset();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
