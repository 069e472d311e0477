package dev.kolrank.connector.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a file's text that is being looked at. It slides forward and never back; what lies in
 * it can be looked at again, so that after a fault the reading may go on nearby. Positions are
 * relative to {@link #from}.
 */
final class Window implements Closeable {
  /** The longest record: more is never held. */
  static final int LIMIT = 64 << 20;

  private static final int USUAL = 256 * 1024;

  private final InputStream text;

  byte[] bytes;
  int from;
  int to;
  private byte previous;
  private long before;
  private long line = 1;

  /**
   * A window at the beginning.
   *
   * @param text the file's text
   * @param skipped bytes of it that were read already
   * @param likely how many bytes there are, as far as is known
   */
  Window(InputStream text, int skipped, int likely) {
    this.bytes = new byte[Math.max(64, Math.min(USUAL, likely))];
    this.text = text;
    this.before = skipped;
  }

  int size() {
    return to - from;
  }

  /** Reads on; false at the end, and when the window is full. */
  boolean more() throws IOException {
    if (isFull()) {
      return false;
    }
    if (from > 0) {
      previous = bytes[from - 1];
      System.arraycopy(bytes, from, bytes, 0, size());
      before += from;
      to -= from;
      from = 0;
    }
    if (to == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(LIMIT, 2 * bytes.length));
    }
    int read = text.read(bytes, to, bytes.length - to);
    to += Math.max(0, read);
    return read > 0;
  }

  boolean isFull() {
    return size() >= LIMIT;
  }

  /** The byte at this position, or -1 behind the end. */
  int at(int position) throws IOException {
    while (position >= size()) {
      if (!more()) {
        return -1;
      }
    }
    return bytes[from + position] & 0xFF;
  }

  /** Slides over bytes that hold {@code lines} line feeds. */
  void pass(int length, int lines) {
    from += length;
    line += lines;
  }

  /** Slides over bytes, counting their lines. */
  void pass(int length) {
    int lines = 0;
    for (int i = from; i < from + length; i++) {
      if (bytes[i] == '\n') {
        lines++;
      }
    }
    pass(length, lines);
  }

  /** Whether a line feed is among so many bytes. */
  boolean hasLineFeed(int length) {
    for (int i = from; i < from + length; i++) {
      if (bytes[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Slides to the beginning of the next line, or to the end. */
  void passLine() throws IOException {
    do {
      for (int i = from; i < to; i++) {
        if (bytes[i] == '\n') {
          pass(i + 1 - from, 1);
          return;
        }
      }
      from = to;
    } while (more());
  }

  /** Slides to the end. */
  void passAll() throws IOException {
    do {
      pass(size());
    } while (more());
  }

  /** The line of {@link #from}, counted from 1. */
  long line() {
    return line;
  }

  /** Where {@link #from} lies in the text. */
  long offset() {
    return before + from;
  }

  /** What lies between a place passed and here. */
  Stretch since(long offset, long fromLine) {
    boolean atLineStart = (from > 0 ? bytes[from - 1] : previous) == '\n';
    return new Stretch(Math.max(fromLine, atLineStart ? line - 1 : line), offset, offset());
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
