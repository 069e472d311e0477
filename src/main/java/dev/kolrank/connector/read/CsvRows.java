package dev.kolrank.connector.read;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds rows and cells as RFC 4180 writes them, leniently: text behind a closing quote belongs to
 * the cell. A row is looked at, then passed whole, or given up and passed by a line.
 */
final class CsvRows {
  private final Window text;
  private final byte separator;
  private final byte quote;

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private boolean[] quoted = new boolean[64];
  private int cells;
  private int length;
  private int lines;
  private boolean closed;
  private boolean stray;

  CsvRows(Window text, char separator, char quote) {
    this.text = text;
    this.separator = (byte) separator;
    this.quote = (byte) quote;
  }

  /** Looks at the next row; false at the end of the text. */
  boolean look() throws IOException {
    cells = 0;
    lines = 0;
    closed = true;
    stray = false;
    if (text.size() == 0 && !text.more()) {
      return false;
    }
    int at = 0;
    boolean more;
    do {
      if (cells == starts.length) {
        grow();
      }
      starts[cells] = at;
      quoted[cells] = text.at(at) == quote;
      at = quoted[cells] ? endOfQuoted(at + 1) : endOfPlain(at);
      ends[cells++] = at;
      more = closed && at < text.size() && text.bytes[text.from + at] == separator;
      at++;
    } while (more);
    length = endOfRow(at - 1);
    return true;
  }

  private int endOfPlain(int from) throws IOException {
    int at = from;
    do {
      byte[] bytes = text.bytes;
      int start = text.from;
      int size = text.size();
      while (at < size) {
        byte b = bytes[start + at];
        if (b == separator || b == '\n' || b == '\r') {
          return at;
        }
        at++;
      }
    } while (text.more());
    closed = !text.isFull();
    return at;
  }

  private int endOfQuoted(int from) throws IOException {
    int at = from;
    do {
      byte[] bytes = text.bytes;
      int start = text.from;
      int size = text.size();
      while (at < size) {
        byte b = bytes[start + at];
        if (b == '\n') {
          lines++;
        } else if (b == quote) {
          if (text.at(at + 1) != quote) {
            return behindQuote(at + 1);
          }
          at++;
          bytes = text.bytes;
          start = text.from;
          size = text.size();
        }
        at++;
      }
    } while (text.more());
    closed = false;
    return at;
  }

  private int behindQuote(int from) throws IOException {
    int end = endOfPlain(from);
    stray |= end > from;
    return end;
  }

  private int endOfRow(int at) throws IOException {
    int end = at;
    if (text.at(end) == '\r') {
      end++;
    }
    if (text.at(end) == '\n') {
      lines++;
      return end + 1;
    }
    return end;
  }

  private void grow() {
    starts = Arrays.copyOf(starts, 2 * cells);
    ends = Arrays.copyOf(ends, 2 * cells);
    quoted = Arrays.copyOf(quoted, 2 * cells);
  }

  int cells() {
    return cells;
  }

  /** Whether the row ends, rather than the text within a quote or the window within the row. */
  boolean isClosed() {
    return closed;
  }

  /** Whether a line feed ends the row; the last row of a cut file may lack its tail. */
  boolean isTerminated() {
    return length > 0 && text.bytes[text.from + length - 1] == '\n';
  }

  /** Whether there is text behind a closing quote, in a row of several lines: a quote is lost. */
  boolean isTorn() {
    return stray && isSeveralLines();
  }

  boolean isSeveralLines() {
    return lines > (isTerminated() ? 1 : 0);
  }

  /** Whether a cell begins with a quote. */
  boolean hasQuoted() {
    for (int i = 0; i < cells; i++) {
      if (quoted[i]) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cell that begins without a quote has one. */
  boolean hasBareQuote() {
    for (int i = 0; i < cells; i++) {
      for (int at = starts[i]; !quoted[i] && at < ends[i]; at++) {
        if (text.bytes[text.from + at] == quote) {
          return true;
        }
      }
    }
    return stray;
  }

  /** Bytes of the row with its end of line. */
  int length() {
    return length;
  }

  /** The cells' texts. */
  List<String> cells(Charset charset) {
    var texts = new ArrayList<String>(cells);
    for (int i = 0; i < cells; i++) {
      texts.add(cell(i, charset));
    }
    return texts;
  }

  private String cell(int i, Charset charset) {
    int from = text.from + starts[i];
    int size = ends[i] - starts[i];
    if (!quoted[i]) {
      return new String(text.bytes, from, size, charset);
    }
    String inner = new String(text.bytes, from + 1, size - 1, charset);
    int end = inner.indexOf(quote);
    return end == inner.length() - 1 ? inner.substring(0, end) : unquoted(inner, (char) quote);
  }

  /** Two quotes inside stand for one; the first single one ends the quoting. */
  private static String unquoted(String inner, char quote) {
    var out = new StringBuilder(inner.length());
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == quote) {
        i++;
        if (i == inner.length() || inner.charAt(i) != quote) {
          return out.append(inner, i, inner.length()).toString();
        }
      }
      out.append(c);
    }
    return out.toString();
  }

  /** Slides over the row. */
  void pass() {
    text.pass(length, lines);
  }
}
