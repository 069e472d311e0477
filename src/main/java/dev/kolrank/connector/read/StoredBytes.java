package dev.kolrank.connector.read;

import dev.kolrank.connector.storage.Patience;
import dev.kolrank.connector.storage.StorageFault;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;

/**
 * The bytes of a file as stored: digested while they are read, and set against what they unpack to,
 * so that a small file cannot fill a night.
 *
 * <p>A read that the storage fails is repeated: the file is opened anew and read from its beginning
 * up to where it failed, which must give the same bytes again; the parser behind sees none of this.
 * When repetitions do not help, this and every later read throws {@link StorageFault}, and {@link
 * #fault} reports it, whatever parsers and decompressors make of the exception.
 */
final class StoredBytes extends FilterInputStream {
  /** What any file may unpack to. */
  private static final long HARMLESS = 256L << 20;

  /** What a larger one may unpack to, in times of what was read of it: text packs less tightly. */
  private static final long TIMES = 250;

  private final Patience.Access<InputStream> opening;
  private final long size;
  private final Patience patience;
  private final MessageDigest digest = sha256();
  private StorageFault fault;
  private ZipEnd end;
  private long read;
  private long unpacked;

  /**
   * The bytes of a file, which the first read opens.
   *
   * @param size how many bytes there are at least: fewer are a fault
   */
  StoredBytes(Patience.Access<InputStream> opening, long size, Patience patience) {
    super(null);
    this.opening = opening;
    this.size = size;
    this.patience = patience;
  }

  /** The bytes of a listed file. */
  static StoredBytes of(CrawlFile file, Configuration hadoop, Patience patience) {
    return new StoredBytes(
        () -> {
          var location = new Path(file.location());
          return location.getFileSystem(hadoop).open(location);
        },
        file.size(),
        patience);
  }

  /** What the storage failed with, for good; null while it gives the bytes. */
  StorageFault fault() {
    return fault;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (fault != null) {
      throw fault;
    }
    int found;
    try {
      found = patience.run(() -> attempt(into, from, length));
    } catch (StorageFault e) {
      fault = e;
      throw e;
    }
    if (found > 0) {
      digest.update(into, from, found);
      if (end != null) {
        end.see(into, from, found);
      }
      read += found;
    }
    return found;
  }

  private int attempt(byte[] into, int from, int length) throws IOException {
    try {
      if (in == null) {
        reopen();
      }
      int found = in.read(into, from, length);
      if (found < 0 && read < size) {
        throw new EOFException(
            "it ends after %,d of the %,d bytes that were listed".formatted(read, size));
      }
      return found;
    } catch (IOException | RuntimeException | FSError e) {
      abandon();
      throw e;
    }
  }

  /** Opens the file and goes to the place that was reached. */
  private void reopen() throws IOException {
    in = opening.run();
    if (read > 0) {
      MessageDigest again = sha256();
      byte[] bytes = new byte[1 << 16];
      long left = read;
      int found = 0;
      while (left > 0 && found >= 0) {
        found = in.read(bytes, 0, (int) Math.min(left, bytes.length));
        again.update(bytes, 0, Math.max(0, found));
        left -= Math.max(0, found);
      }
      if (!Arrays.equals(again.digest(), soFar())) {
        throw new StorageFault(new IOException("the file changed while it was read"));
      }
    }
  }

  private byte[] soFar() {
    try {
      return ((MessageDigest) digest.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every Java can copy SHA-256", e);
    }
  }

  private void abandon() {
    try {
      close();
    } catch (IOException | RuntimeException e) {
      // it failed already
    } finally {
      in = null;
    }
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }

  @Override
  public long skip(long n) throws IOException {
    byte[] skipped = new byte[(int) Math.min(n, 1 << 16)];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  @Override
  public int available() {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /**
   * Counts what was unpacked.
   *
   * @throws IOException when that is more than text ever unpacks to
   */
  void unpacked(int bytes) throws IOException {
    unpacked += bytes;
    if (unpacked > HARMLESS && unpacked > TIMES * read) {
      throw new IOException("it unpacks to more than %d times its size".formatted(TIMES));
    }
  }

  /** What the archive's end turns out to be, once all is read. */
  ZipEnd watchEnd() {
    end = new ZipEnd();
    return end;
  }

  /** Reads what was left unread. */
  void drain() throws IOException {
    transferTo(OutputStream.nullOutputStream());
  }

  /** The digest of all bytes; null when they cannot be read to the end. */
  String sha256Hex() {
    try {
      drain();
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      return null;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
