package dev.kolrank.connector.read;

import java.io.IOException;

/** What holds the records of a JSON document, and how their lines begin. */
final class JsonHolder {
  /** What a holder may be. */
  enum Kind {
    FILE,
    ARRAY,
    ENVELOPE,
    MEMBER
  }

  private static final int WIDEST = 1024;

  final Kind kind;

  /** The split path of its records, or of itself where it is part of an envelope. */
  final String path;

  private int indent = -1;
  private boolean aLineEach;
  private boolean deeperInside;

  JsonHolder(Kind kind, String path) {
    this.kind = kind;
    this.path = path;
  }

  /** Learns from where a record begins: behind blanks, or amid a line if they are negative. */
  void begins(int blanks) {
    if (indent < 0) {
      indent = blanks;
    }
  }

  /** Learns from a good record of this length, with which the window begins. */
  void holds(Window text, int length) {
    aLineEach = !deeperInside && !lookInside(text, length);
  }

  /** Learns from a broken record, with which the window begins. */
  void loses(Window text) {
    lookInside(text, text.size());
  }

  private boolean lookInside(Window text, int length) {
    int end = text.from;
    while (end < text.from + length && text.bytes[end] != '\n') {
      end++;
    }
    boolean severalLines = end < text.from + length;
    int next = severalLines && end + 1 < text.to ? text.bytes[end + 1] : '{';
    deeperInside |= next == ' ' || next == '\t';
    return severalLines;
  }

  /**
   * Whether a record, or the end of this array, surely begins with the line that the window begins
   * with: indented as the records before, where what lies inside them is indented deeper, or where
   * each of them was a line.
   */
  boolean resumes(Window text) throws IOException {
    int blanks = 0;
    while (blanks < WIDEST && (text.at(blanks) == ' ' || text.at(blanks) == '\t')) {
      blanks++;
    }
    return resumes(blanks, text.at(blanks));
  }

  /** Whether the line may begin a record, where no record before tells how they begin. */
  boolean mayResume(Window text) throws IOException {
    if (indent >= 0) {
      return resumes(text);
    }
    int blanks = 0;
    while (blanks < WIDEST && text.at(blanks) >= 0 && text.at(blanks) <= ' ') {
      blanks++;
    }
    int first = text.at(blanks);
    return first == '{' || first == '[' || first == ']';
  }

  /** The same of a line that begins with so many blanks, then this character. */
  boolean resumes(int blanks, int first) {
    boolean closes = kind == Kind.ARRAY && first == ']';
    if (indent > 0) {
      return (first == '{' && blanks == indent) || (closes && blanks < indent);
    }
    return (aLineEach || deeperInside) && blanks == 0 && (first == '{' || closes);
  }
}
