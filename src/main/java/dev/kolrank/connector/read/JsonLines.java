package dev.kolrank.connector.read;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/** A JSON value a line; a broken line is one broken record, and the next line is read as usual. */
final class JsonLines implements Records {
  private final Window text;
  private final Encoding encoding;
  private final JsonSplitter splitter;
  private Queue<RawRecord> pending = new ArrayDeque<>();

  JsonLines(Window text, Encoding encoding, JsonSplitter splitter) {
    this.text = text;
    this.encoding = encoding;
    this.splitter = splitter;
  }

  @Override
  public RawRecord next() throws IOException {
    while (pending.isEmpty()) {
      if (text.size() == 0 && !text.more()) {
        return null;
      }
      int length = length();
      if (length < 0) {
        var loss = new Loss(text);
        text.passLine();
        return loss.ended("the line is longer than %d MiB".formatted(Window.LIMIT >> 20), encoding);
      }
      if (isBlank(length)) {
        pass(length);
      } else {
        pending = recordsOf(length);
      }
    }
    return pending.remove();
  }

  /** Bytes up to the next line feed or the end; -1 where those are too many. */
  private int length() throws IOException {
    int at = 0;
    do {
      byte[] bytes = text.bytes;
      int end = text.to;
      for (int i = text.from + at; i < end; i++) {
        if (bytes[i] == '\n') {
          return i - text.from;
        }
      }
      at = text.size();
    } while (text.more());
    return text.isFull() ? -1 : at;
  }

  private boolean isBlank(int length) {
    int at = text.from;
    int end = at + length;
    while (at < end
        && (text.bytes[at] == ' ' || text.bytes[at] == '\r' || text.bytes[at] == '\t')) {
      at++;
    }
    return at == end;
  }

  /** Slides over a line and the line feed that ends it, if one does. */
  private void pass(int length) {
    int ended = length < text.size() ? 1 : 0;
    text.pass(length + ended, ended);
  }

  private Queue<RawRecord> recordsOf(int length) throws IOException {
    long line = text.line();
    try {
      Queue<RawRecord> records =
          JsonRecords.decoded(text, length, encoding, utf8 -> splitter.line(utf8, line));
      var loss = Loss.isAll(records) ? new Loss(text) : null;
      pass(length);
      return loss == null ? records : loss.placed(records);
    } catch (IOException | RuntimeException e) {
      var loss = new Loss(text);
      pass(length);
      var broken = new ArrayDeque<RawRecord>();
      broken.add(loss.ended("not JSON: " + JsonFault.of(e), encoding));
      return broken;
    }
  }

  @Override
  public long line() {
    return text.line();
  }

  @Override
  public long offset() {
    return text.offset();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
