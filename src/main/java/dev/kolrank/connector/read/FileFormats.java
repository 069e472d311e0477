package dev.kolrank.connector.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/** Opens a file by its endings and first bytes: compression, encoding, layout. */
final class FileFormats {
  /** How much of a file is looked at before it is read. */
  static final int HEAD = 1 << 20;

  private static final int BUFFER = 256 * 1024;

  private FileFormats() {}

  static Records open(InputStream stored, CrawlFile file, Layout layout, FieldReader fields)
      throws IOException {
    var whole = new Salvage(decompressed(stored, file.name()));
    return whole.records(records(new BufferedInputStream(whole, BUFFER), file, layout, fields));
  }

  private static Records records(
      BufferedInputStream text, CrawlFile file, Layout layout, FieldReader fields)
      throws IOException {
    text.mark(HEAD + 1);
    byte[] head = text.readNBytes(HEAD);
    text.reset();
    if (isBinary(head)) {
      throw new IOException("it is not text");
    }
    Charset charset = Encodings.detect(head, layout.charsets());
    Encodings.skipByteOrderMark(text, head);
    return switch (ending(plainName(file.name()))) {
      case "csv" -> new CsvRecords(text, charset, ',', layout);
      case "tsv" -> new CsvRecords(text, charset, '\t', layout);
      default -> JsonRecords.open(text, head, charset, layout, fields);
    };
  }

  /** The file's name without the ending of its compression. */
  static String plainName(String name) {
    return name.replaceFirst("(?i)\\.(gz|zst|bz2|xz)$", "");
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static InputStream decompressed(InputStream stored, String name) throws IOException {
    var in = new BufferedInputStream(stored, BUFFER);
    return switch (ending(name)) {
      case "gz" -> new GZIPInputStream(in, BUFFER);
      case "zst" -> new ZstdCompressorInputStream(in);
      case "bz2" -> new BZip2CompressorInputStream(in, true);
      case "xz" ->
          XZCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .get();
      default -> in;
    };
  }

  /** Text holds no NUL byte; archives, images and cut downloads do. */
  private static boolean isBinary(byte[] head) {
    int controls = 0;
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
      if (b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 27) {
        controls++;
      }
    }
    return controls > head.length / 50;
  }
}
