package dev.kolrank.connector.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** Texts packed in every way that the reader knows. */
final class Packed {
  /** Endings of compressed files. */
  static final List<String> ENDINGS = List.of("gz", "zst", "bz2", "xz");

  private static final Map<String, String> NAMES =
      Map.of("gz", "gz", "zst", "zstd", "bz2", "bzip2", "xz", "xz");

  private Packed() {}

  static byte[] by(String ending, byte[] text) {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream packed = stream(NAMES.get(ending), bytes)) {
      packed.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static OutputStream stream(String name, OutputStream into) {
    try {
      return new CompressorStreamFactory().createCompressorOutputStream(name, into);
    } catch (CompressorException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An archive of entries given as name, text, name, text. */
  static byte[] zip(String... entries) {
    var files = new Object[entries.length];
    for (int i = 0; i < entries.length; i++) {
      files[i] = i % 2 == 0 ? entries[i] : entries[i].getBytes(StandardCharsets.UTF_8);
    }
    return zipOf(files);
  }

  /** An archive of entries given as name, bytes, name, bytes. */
  static byte[] zipOf(Object... entries) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putArchiveEntry(new ZipArchiveEntry((String) entries[i]));
        zip.write((byte[]) entries[i + 1]);
        zip.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
