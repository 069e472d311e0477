package dev.kolrank.connector.read;

import java.util.Arrays;
import java.util.Queue;

/** A stretch of text under way that gives no record; told when it ends. */
final class Loss {
  private final Window text;
  private final long line;
  private final long offset;
  private final byte[] beginning;

  /** A loss that begins where the window does. */
  Loss(Window text) {
    this.text = text;
    this.line = text.line();
    this.offset = text.offset();
    int shown = Math.min(text.size(), RawRecord.RAW_LIMIT);
    this.beginning = Arrays.copyOfRange(text.bytes, text.from, text.from + shown);
  }

  /** Whether a value that could be parsed holds nothing but what is told of it. */
  static boolean isAll(Queue<RawRecord> records) {
    return records.size() == 1 && records.element().problem() != null;
  }

  /** What is told of such a value, with the stretch up to where the window is now. */
  Queue<RawRecord> placed(Queue<RawRecord> records) {
    RawRecord none = records.remove();
    Stretch stretch = text.since(offset, line);
    records.add(RawRecord.broken(none.line(), none.problem(), none.raw(), stretch));
    return records;
  }

  /** What is told of the stretch up to where the window is now. */
  RawRecord ended(String problem, Encoding encoding) {
    Stretch stretch = text.since(offset, line);
    int length = (int) Math.min(beginning.length, stretch.to() - offset);
    String raw = encoding.shown(beginning, length).stripTrailing();
    return RawRecord.broken(line, problem, raw, stretch);
  }
}
