package dev.kolrank.connector.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.commons.compress.compressors.CompressorInputStream;

/**
 * Ends a text where its file breaks, so that what was read before is used; the fault is told after
 * the last record.
 */
final class Salvage extends FilterInputStream {
  private final StoredBytes stored;
  private IOException fault;

  /**
   * The text of a file.
   *
   * @param text as unpacked
   * @param stored what it is unpacked from
   */
  Salvage(InputStream text, StoredBytes stored) {
    super(text);
    this.stored = stored;
  }

  boolean isBroken() {
    return fault != null;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (fault != null) {
      return -1;
    }
    long before = unpacked();
    try {
      int found = in.read(into, from, length);
      stored.unpacked(Math.max(0, found));
      return found;
    } catch (IOException e) {
      fault = e;
    } catch (RuntimeException e) {
      // some decompressors stumble over damaged bytes before they see that they are damaged
      fault = new IOException(e.toString(), e);
    }
    int good = (int) Math.min(length, unpacked() - before);
    return good > 0 ? good : -1;
  }

  /** What a decompressor gave so far, also in a call that failed. */
  private long unpacked() {
    return in instanceof CompressorInputStream packed ? packed.getBytesRead() : 0;
  }

  @Override
  public int available() {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** The records, and at their end one that says what broke the file, if anything did. */
  Records records(Records readable) {
    return new Records() {
      private boolean told;

      @Override
      public RawRecord next() throws IOException {
        RawRecord record = readable.next();
        if (record != null || fault == null || told) {
          return record;
        }
        told = true;
        String problem = "the rest of the file cannot be read: " + FileFormats.reason(fault);
        var rest = new Stretch(readable.line(), readable.offset(), Stretch.UNKNOWN);
        return RawRecord.broken(readable.line(), problem, null, rest);
      }

      @Override
      public long line() {
        return readable.line();
      }

      @Override
      public long offset() {
        return readable.offset();
      }

      @Override
      public List<String> columns() {
        return readable.columns();
      }

      @Override
      public String untaken() {
        return readable.untaken();
      }

      @Override
      public void close() throws IOException {
        readable.close();
      }
    };
  }
}
