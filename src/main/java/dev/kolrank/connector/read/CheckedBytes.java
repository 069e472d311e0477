package dev.kolrank.connector.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The bytes of an archive's entry, with their checksum; closing them leaves the archive open. */
final class CheckedBytes extends FilterInputStream {
  private final CRC32 sum = new CRC32();

  CheckedBytes(InputStream in) {
    super(in);
  }

  /** The checksum of what was read. */
  long checksum() {
    return sum.getValue();
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int found = in.read(into, from, length);
    if (found > 0) {
      sum.update(into, from, found);
    }
    return found;
  }

  @Override
  public int available() {
    return 0;
  }

  @Override
  public void close() {
    // the archive goes on
  }
}
