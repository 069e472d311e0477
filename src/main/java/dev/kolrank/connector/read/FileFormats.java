package dev.kolrank.connector.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/** Opens a file by its endings and first bytes: archive, compression, encoding, layout. */
public final class FileFormats {
  /** How much of a file is looked at before it is read. */
  static final int HEAD = 1 << 20;

  /** How much of a head tells text from what is none. */
  private static final int FIRST_WORDS = 1024;

  private static final int BUFFER = 256 * 1024;

  /** It grows while the head is looked at. */
  private static final int FIRST_BUFFER = 8 * 1024;

  /** What xz may take to unpack. */
  private static final int XZ_MEMORY_KIB = 256 << 10;

  private static final Pattern READABLE =
      Pattern.compile("(?i).*\\.(json|jsonl|ndjson|csv|tsv)(\\.(gz|zst|bz2|xz))?");
  private static final Pattern ARCHIVE = Pattern.compile("(?i).*\\.zip");

  private FileFormats() {}

  /** Whether a file of this name holds records, or is an archive of such files. */
  public static boolean isReadable(String name) {
    return isText(name) || isArchive(name);
  }

  /** Whether a file of this name holds records. */
  static boolean isText(String name) {
    return READABLE.matcher(name).matches();
  }

  static boolean isArchive(String name) {
    return ARCHIVE.matcher(name).matches();
  }

  static Records open(StoredBytes stored, CrawlFile file, Layout layout) throws IOException {
    return isArchive(file.name())
        ? new ZipRecords(stored, layout)
        : text(new BufferedInputStream(stored, buffer(file)), file.name(), layout, stored);
  }

  /** Small files are many: a large buffer each would cost more than their reading. */
  private static int buffer(CrawlFile file) {
    return (int) Math.max(512, Math.min(BUFFER, file.size() + 1));
  }

  /**
   * The records of one text.
   *
   * @param packed it as packed by what its name says
   * @param stored the file that it lies in
   */
  static Records text(InputStream packed, String name, Layout layout, StoredBytes stored)
      throws IOException {
    InputStream unpacked;
    try {
      unpacked = unpacked(packed, name);
    } catch (RuntimeException e) {
      throw new IOException(e.toString(), e);
    }
    var whole = new Salvage(unpacked, stored);
    return whole.records(records(whole, name, layout));
  }

  private static Records records(Salvage whole, String name, Layout layout) throws IOException {
    InputStream text = Utf16.asUtf8(new BufferedInputStream(whole, FIRST_BUFFER));
    text.mark(HEAD + 1);
    byte[] head = text.readNBytes(HEAD);
    text.reset();
    if (isBinary(head)) {
      throw new IOException("it is not text");
    }
    var encoding = Encoding.of(head, layout.charsets());
    var window = new Window(text, Encoding.skipMark(text, head), head.length + 1);
    return switch (ending(plainName(name))) {
      case "csv" -> table(window, head, ',', encoding, layout, whole);
      case "tsv" -> table(window, head, '\t', encoding, layout, whole);
      default -> JsonRecords.open(window, encoding, layout);
    };
  }

  private static Records table(
      Window text, byte[] head, char usual, Encoding encoding, Layout layout, Salvage whole)
      throws IOException {
    byte[] unmarked = Arrays.copyOfRange(head, Encoding.markLength(head), head.length);
    var dialect = CsvDialect.of(unmarked, usual, encoding, layout);
    return new CsvRecords(text, encoding, dialect, layout, whole::isBroken);
  }

  /** The file's name without the ending of its compression. */
  static String plainName(String name) {
    return name.replaceFirst("(?i)\\.(gz|zst|bz2|xz)$", "");
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** A stream that fails where its packed bytes end too early or go on behind their end. */
  static InputStream unpacked(InputStream packed, String name) throws IOException {
    return switch (ending(name)) {
      case "gz" ->
          GzipCompressorInputStream.builder()
              .setInputStream(packed)
              .setDecompressConcatenated(true)
              .get();
      case "zst" -> new ZstdCompressorInputStream(notEmpty(packed));
      case "bz2" -> new BZip2CompressorInputStream(packed, true);
      case "xz" ->
          XZCompressorInputStream.builder()
              .setInputStream(packed)
              .setDecompressConcatenated(true)
              .setMemoryLimitKiB(XZ_MEMORY_KIB)
              .get();
      default -> packed;
    };
  }

  /** The only decompressor that takes nothing at all for something packed. */
  private static InputStream notEmpty(InputStream packed) throws IOException {
    packed.mark(1);
    if (packed.read() < 0) {
      throw new IOException("it is empty");
    }
    packed.reset();
    return packed;
  }

  /** Text begins with few control characters; archives, images and cut downloads do not. */
  private static boolean isBinary(byte[] head) {
    int looked = Math.min(head.length, FIRST_WORDS);
    int controls = 0;
    for (int i = 0; i < looked; i++) {
      byte b = head[i];
      if (b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 27) {
        controls++;
      }
    }
    return 20 * controls > looked;
  }

  /** What a fault says, in one line. */
  static String reason(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }
}
