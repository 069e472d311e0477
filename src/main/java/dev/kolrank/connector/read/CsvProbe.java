package dev.kolrank.connector.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a table, read with one separator and one quote.
 *
 * @param rows its rows that are not blank, the first one the header unless there is none
 * @param known how many columns of the first row the connector knows
 * @param fitting how many rows behind the first have a cell for each of its columns
 * @param quoted how many rows have a cell between quotes
 */
record CsvProbe(
    char separator, char quote, List<List<String>> rows, int known, int fitting, int quoted) {
  /** How many bytes and rows are tried. */
  private static final int BYTES = 64 << 10;

  private static final int ROWS = 50;

  CsvProbe {
    rows = List.copyOf(rows);
  }

  static CsvProbe of(
      byte[] text, int from, char separator, char quote, Charset charset, Layout layout)
      throws IOException {
    int length = Math.min(BYTES, text.length - from);
    var window = new Window(new ByteArrayInputStream(text, from, length), 0, length + 1);
    var csv = new CsvRows(window, separator, quote);
    List<List<String>> rows = new ArrayList<>();
    int quoted = 0;
    while (rows.size() < ROWS && csv.look()) {
      boolean cut = !csv.isTerminated() && length < text.length - from;
      if (cut || !csv.isClosed() || csv.isTorn()) {
        break;
      }
      List<String> cells = csv.cells(charset);
      if (!cells.stream().allMatch(String::isBlank)) {
        rows.add(cells);
        quoted += csv.hasQuoted() ? 1 : 0;
      }
      csv.pass();
    }
    if (rows.isEmpty()) {
      return new CsvProbe(separator, quote, rows, 0, 0, 0);
    }
    var header = CsvHeader.of(rows.get(0), layout);
    int fitting = (int) rows.stream().skip(1).filter(header::fits).count();
    int known = new CsvNames(layout).count(header.columns());
    return new CsvProbe(separator, quote, rows, known, fitting, quoted);
  }

  private int width() {
    return rows.isEmpty() ? 0 : rows.get(0).size();
  }

  /** Whether every row has a cell for each of several columns. */
  private boolean isEven() {
    return width() > 1 && rows.size() > 1 && fitting == rows.size() - 1;
  }

  /** Whether nothing speaks for another way of reading. */
  boolean isSettled() {
    return known > 1 && isEven();
  }

  /**
   * Whether the text is to be read this way rather than in a way that comes first. More known
   * columns decide; where they are the same, that only this way gives every row its cells.
   */
  boolean beats(CsvProbe first) {
    if (known != first.known) {
      return known > first.known && width() > 1 && 2 * fitting >= rows.size() - 1;
    }
    boolean otherQuote = separator == first.separator;
    boolean speaks = otherQuote ? 2 * quoted >= rows.size() : known == 0;
    return speaks && isEven() && !first.isEven();
  }
}
