package dev.kolrank.connector.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Ends a stream where it breaks, so that what was read before is used; the fault is told after the
 * last record.
 */
final class Salvage extends FilterInputStream {
  private IOException fault;

  Salvage(InputStream in) {
    super(in);
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
    try {
      return in.read(into, from, length);
    } catch (IOException e) {
      fault = e;
      return -1;
    }
  }

  @Override
  public int available() {
    return 0;
  }

  /** The records, and at their end one that says what broke the stream, if anything did. */
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
        String problem = "the rest of the file cannot be read: " + fault.getMessage();
        return RawRecord.broken(readable.line(), problem, null);
      }

      @Override
      public long line() {
        return readable.line();
      }

      @Override
      public List<String> columns() {
        return readable.columns();
      }

      @Override
      public void close() throws IOException {
        readable.close();
      }
    };
  }
}
