package dev.kolrank.connector.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes of a file as stored: digested while they are read, and set against what they unpack to,
 * so that a small file cannot fill a night.
 */
final class StoredBytes extends FilterInputStream {
  /** What any file may unpack to. */
  private static final long HARMLESS = 256L << 20;

  /** What a larger one may unpack to, in times of what was read of it: text packs less tightly. */
  private static final long TIMES = 250;

  private final MessageDigest digest = sha256();
  private ZipEnd end;
  private long read;
  private long unpacked;

  StoredBytes(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int found = in.read(into, from, length);
    if (found > 0) {
      digest.update(into, from, found);
      if (end != null) {
        end.see(into, from, found);
      }
      read += found;
    }
    return found;
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
