package dev.kolrank.connector.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Decides whether a text is JSON documents or one JSON value a line. What parses decides: where the
 * first line does not hold a whole value, the value is followed over the lines.
 */
final class JsonLayout {
  /** How many lines may stand before the first that looks like JSON. */
  private static final int PREFACE = 20;

  /** How many lines behind a broken first one are tried. */
  private static final int TRIED = 20;

  /** A first line as long as this is a document: no line of records is. */
  private static final int LONGEST_LINE = 1 << 20;

  private final Window text;

  private JsonLayout(Window text) {
    this.text = text;
  }

  /** Looks at what the window begins with; the window does not slide. */
  static boolean isDocument(Window text) throws IOException {
    return new JsonLayout(text).isDocument();
  }

  private boolean isDocument() throws IOException {
    int from = 0;
    for (int line = 0; line < PREFACE && text.at(from) >= 0; line++) {
      int start = firstOf(from);
      int c = text.at(start);
      if (c == '[') {
        return true;
      }
      int end = endOfLine(start);
      if (c == '{') {
        return text.at(end) != '\n' || goesOn(start, end);
      }
      from = end + 1;
    }
    return false;
  }

  /** Where text begins on a line: behind blanks and byte order marks. */
  private int firstOf(int from) throws IOException {
    int at = from;
    while (text.at(at) >= 0 && text.at(at) != '\n' && (text.at(at) <= ' ' || isMark(at))) {
      at += text.at(at) <= ' ' ? 1 : 3;
    }
    return at;
  }

  private boolean isMark(int at) throws IOException {
    return text.at(at) == 0xEF && text.at(at + 1) == 0xBB && text.at(at + 2) == 0xBF;
  }

  /** Where the line ends, or a place within it where it is longer than any line of records. */
  private int endOfLine(int start) throws IOException {
    int at = start;
    while (at - start < LONGEST_LINE && text.at(at) >= 0 && text.at(at) != '\n') {
      at++;
    }
    return at;
  }

  /** Whether the value that this line begins goes on in the next. */
  private boolean goesOn(int start, int end) throws IOException {
    var first = scanOfLine(start, end);
    if (first.end(0) >= 0 || !first.isEndless()) {
      return false;
    }
    int next = end;
    while (text.at(next) >= 0 && text.at(next) <= ' ') {
      next++;
    }
    if (text.at(next) != '{') {
      return true;
    }
    var whole = new JsonScan(text);
    return whole.end(start) >= 0 || text.isFull() || !recordsALine(end + 1);
  }

  /**
   * Whether lines behind a broken first one are records of their own, rather than elements of a
   * broken document: the first that tells decides.
   */
  private boolean recordsALine(int from) throws IOException {
    int start = from;
    for (int line = 0; line < TRIED && text.at(start) >= 0; line++) {
      int end = endOfLine(start);
      if (text.at(firstOf(start)) == '{') {
        int behind = scanOfLine(start, end).end(0);
        int next = behind < 0 ? -1 : text.at(firstOf(start + behind));
        if (behind >= 0) {
          return next != ',' && next != ']';
        }
      }
      start = end + 1;
    }
    return true;
  }

  private JsonScan scanOfLine(int start, int end) throws IOException {
    var line = new ByteArrayInputStream(text.bytes, text.from + start, end - start);
    return new JsonScan(new Window(line, 0, end - start + 1));
  }
}
