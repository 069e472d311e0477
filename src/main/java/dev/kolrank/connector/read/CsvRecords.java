package dev.kolrank.connector.read;

import dev.kolrank.value.Mojibake;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Rows below a header. Quoted cells may hold line breaks; a row's line is where it begins. A row
 * whose quotes do not close is refused by its first line, and the next line is read as usual. A row
 * that does not fit the header is read below a declared one that it fits, or refused.
 */
final class CsvRecords implements Records {
  /** What may be looked at in vain, in bytes: the reading of a hostile file must end. */
  private static final long PATIENCE = 512L << 20;

  private static final String NO_TEXT =
      "the row is in no encoding of the file, or holds NUL characters";

  private static final char MARK = '\uFEFF';

  private final Window text;
  private final Encoding encoding;
  private final CsvRows rows;
  private final CsvDialect dialect;
  private final Layout layout;
  private final CsvNames names;
  private final List<CsvHeader> declared;
  private final BooleanSupplier isBroken;
  private CsvHeader header;
  private int above;
  private long inVain;
  private boolean behindTorn;

  /**
   * The rows of a table.
   *
   * @param isBroken tells, once the text has ended, whether it ended too early
   */
  CsvRecords(
      Window text, Encoding encoding, CsvDialect dialect, Layout layout, BooleanSupplier isBroken)
      throws IOException {
    this.text = text;
    this.encoding = encoding;
    this.rows = new CsvRows(text, dialect.separator(), dialect.quote());
    this.dialect = dialect;
    this.layout = layout;
    this.names = new CsvNames(layout);
    this.isBroken = isBroken;
    this.declared =
        layout.tabular().headers().stream().map(cells -> CsvHeader.of(cells, layout)).toList();
    if (dialect.hasSeparatorLine()) {
      text.passLine();
    }
    this.above = dialect.above();
    this.header = dialect.header();
    if (above == 0 && header == null) {
      header = CsvHeader.of(firstRow(), layout);
    }
  }

  private List<String> firstRow() throws IOException {
    while (rows.look()) {
      List<String> cells = rows.isClosed() && !rows.isTorn() ? cells() : null;
      if (cells == null) {
        throw new IOException("its header cannot be read");
      }
      rows.pass();
      if (!isBlank(cells)) {
        return cells;
      }
    }
    return List.of();
  }

  @Override
  public RawRecord next() throws IOException {
    while (rows.look()) {
      if (!rows.isClosed() || rows.isTorn()) {
        return torn();
      }
      long line = text.line();
      List<String> cells = cells();
      if (cells == null && rows.isSeveralLines()) {
        return torn();
      }
      if (behindTorn && cells != null) {
        behindTorn = rows.hasBareQuote();
        if (behindTorn) {
          return refused("the row stands behind a broken one, and looks like a part of it");
        }
      }
      boolean blank = cells != null && isBlank(cells);
      if (header == null) {
        if (!blank && above-- > 0) {
          return refused("the row stands above the header");
        }
        header = blank ? null : CsvHeader.of(cells == null ? List.of() : cells, layout);
        rows.pass();
        continue;
      }
      CsvHeader fitting = blank || cells == null ? header : header.fitting(cells, declared);
      String problem = cells == null ? NO_TEXT : problem(cells, fitting);
      if (problem != null) {
        return refused(problem);
      }
      rows.pass();
      if (!blank && header.isRepeatedBy(cells)) {
        header = CsvHeader.of(cells, layout);
      } else if (!blank) {
        return recordOf(cells, fitting, line);
      }
    }
    return null;
  }

  private String problem(List<String> cells, CsvHeader fitting) {
    if (fitting == null) {
      return header.misfit(cells);
    }
    return !rows.isTerminated() && isBroken.getAsBoolean()
        ? "the row is cut off where the file breaks"
        : null;
  }

  private static boolean isBlank(List<String> cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private RawRecord recordOf(List<String> cells, CsvHeader fitting, long line) {
    List<String> texts = cells;
    boolean repaired = false;
    if (layout.repair()) {
      texts = new ArrayList<>(cells.size());
      for (String cell : cells) {
        boolean damaged = Mojibake.isDamaged(cell);
        texts.add(damaged ? Mojibake.repair(cell) : cell);
        repaired |= damaged;
      }
    }
    return RawRecord.of(line, "", fitting.shape().of(texts), repaired);
  }

  /** The row's cells, or null where they are no text. */
  private List<String> cells() {
    List<String> cells = rows.cells(encoding.charset());
    if (!encoding.isUtf8() || holds(cells, '\uFFFD')) {
      Charset found = encoding.of(text.bytes, text.from, rows.length());
      if (found == null) {
        return null;
      }
      cells = found.equals(encoding.charset()) ? cells : rows.cells(found);
    }
    if (holds(cells, '\0')) {
      return null;
    }
    if (!cells.get(0).isEmpty() && cells.get(0).charAt(0) == MARK) {
      cells.set(0, unmarked(cells.get(0)));
    }
    return cells;
  }

  private static boolean holds(List<String> cells, char c) {
    for (String cell : cells) {
      if (cell.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** A mark stands before a quote where files were joined, so the quote was not seen as one. */
  private String unmarked(String cell) {
    String rest = cell.substring(1);
    String quote = String.valueOf(dialect.quote());
    boolean quoted = rest.length() > 1 && rest.startsWith(quote) && rest.endsWith(quote);
    return quoted ? rest.substring(1, rest.length() - 1).replace(quote + quote, quote) : rest;
  }

  private RawRecord refused(String problem) {
    behindTorn |= problem.equals(NO_TEXT);
    var loss = new Loss(text);
    rows.pass();
    return loss.ended(problem, encoding);
  }

  private RawRecord torn() throws IOException {
    behindTorn = true;
    var loss = new Loss(text);
    boolean longer = !rows.isClosed() && text.isFull();
    inVain += rows.length();
    if (inVain > PATIENCE) {
      text.passAll();
      return loss.ended("too many quotes do not close: the rest of the file is not read", encoding);
    }
    text.passLine();
    return loss.ended(
        longer
            ? "the row is longer than %d MiB, or a quote in it does not close"
                .formatted(Window.LIMIT >> 20)
            : "a quote of the row does not close",
        encoding);
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
  public List<String> columns() {
    return header == null ? List.of() : header.columns();
  }

  @Override
  public String untaken() {
    if (header == null || names.isEmpty() || names.count(header.columns()) > 0) {
      return null;
    }
    return dialect.header() == null
        ? Untaken.ofHeader(header.columns())
        : "the table has no header that the connector knows: its first row looks like data";
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
