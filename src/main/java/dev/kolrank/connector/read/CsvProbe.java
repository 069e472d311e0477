package dev.kolrank.connector.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a table, read with one separator and one quote.
 *
 * @param rows its rows that are not blank
 * @param above how many of them stand above the one that is the header, if there is a header
 * @param known how many columns of the header the connector knows
 * @param fitting how many rows below the header have a cell for each of its columns
 * @param quoted how many rows have a cell between quotes
 */
record CsvProbe(
    char separator,
    char quote,
    List<List<String>> rows,
    int above,
    int known,
    int fitting,
    int quoted) {
  /** How many bytes and rows are tried. */
  private static final int BYTES = 64 << 10;

  private static final int ROWS = 50;

  /** How many rows may stand above a header. */
  private static final int MOST_ABOVE = 10;

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
    return judged(separator, quote, rows, quoted, layout);
  }

  private static CsvProbe judged(
      char separator, char quote, List<List<String>> rows, int quoted, Layout layout) {
    if (rows.isEmpty()) {
      return new CsvProbe(separator, quote, rows, 0, 0, 0, 0);
    }
    var names = new CsvNames(layout);
    int above = names.isEmpty() ? 0 : above(rows, names, layout);
    var header = CsvHeader.of(rows.get(above), layout);
    int fitting = (int) rows.stream().skip(above + 1).filter(header::fits).count();
    int known = names.count(header.columns());
    return new CsvProbe(separator, quote, rows, above, known, fitting, quoted);
  }

  /** How many rows stand above the header: a title is narrow and has no column that is known. */
  private static int above(List<List<String>> rows, CsvNames names, Layout layout) {
    List<String> first = CsvHeader.of(rows.get(0), layout).columns();
    long filled = rows.get(0).stream().filter(cell -> !cell.isBlank()).count();
    for (int i = 1; i <= MOST_ABOVE && i < rows.size() && names.count(first) == 0; i++) {
      List<String> columns = CsvHeader.of(rows.get(i), layout).columns();
      if (2 * filled <= columns.size() && names.isHeader(columns)) {
        return i;
      }
    }
    return 0;
  }

  private int width() {
    return rows.isEmpty() ? 0 : rows.get(above).size();
  }

  /** How many rows stand below the header. */
  private int below() {
    return rows.size() - 1 - above;
  }

  /** Whether every row has a cell for each of several columns. */
  private boolean isEven() {
    return width() > 1 && below() > 0 && fitting == below();
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
      return known > first.known && width() > 1 && 2 * fitting >= below();
    }
    boolean otherQuote = separator == first.separator;
    boolean speaks = otherQuote ? 2 * quoted >= rows.size() : known == 0;
    return speaks && isEven() && !first.isEven();
  }
}
