package dev.kolrank.connector.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a table is written: found by reading its beginning, unless the mapping file declares it.
 *
 * @param hasSeparatorLine whether the first line is {@code sep=;}, as spreadsheets write it
 * @param above how many rows stand above the header
 * @param header the header, where the file has none; null where it has one
 */
record CsvDialect(
    char separator, char quote, boolean hasSeparatorLine, int above, CsvHeader header) {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
  private static final Pattern SEPARATOR_LINE =
      Pattern.compile("(?i)^\"?sep=([^\\w\"\\r\\n])\"?[ ,;\\t]*\\r?(\\n|$)");

  /** A cell as no header has. */
  private static final Pattern DATA =
      Pattern.compile("(?i)[-+]?[0-9][0-9.,:/ TZ+-]*|https?://.*|true|false");

  /**
   * The way in which the text is written.
   *
   * @param head the beginning of the text, without a byte order mark
   * @param usual the separator that the name of the file promises
   */
  static CsvDialect of(byte[] head, char usual, Encoding encoding, Layout layout)
      throws IOException {
    Layout.Tabular declared = layout.tabular();
    int shown = Math.min(head.length, 64);
    Matcher line = SEPARATOR_LINE.matcher(new String(head, 0, shown, StandardCharsets.ISO_8859_1));
    boolean stated = line.find();
    int from = stated ? line.end() : 0;
    String separators =
        !declared.separator().isEmpty()
            ? declared.separator()
            : stated ? line.group(1) : String.valueOf(usual) + join(usual);
    String quotes = declared.quote().isEmpty() ? "\"'" : declared.quote();
    CsvProbe best = null;
    for (int i = 0; i < separators.length(); i++) {
      for (int j = 0; j < quotes.length(); j++) {
        if (best == null || !best.isSettled()) {
          var probe =
              CsvProbe.of(
                  head, from, separators.charAt(i), quotes.charAt(j), encoding.charset(), layout);
          best = best == null || probe.beats(best) ? probe : best;
        }
      }
    }
    return new Start(best, layout).dialect(stated);
  }

  private static String join(char usual) {
    var others = new StringBuilder();
    SEPARATORS.stream().filter(c -> c != usual).forEach(others::append);
    return others.toString();
  }

  /** Where the rows begin. */
  private record Start(CsvProbe probe, Layout layout) {

    CsvDialect dialect(boolean stated) {
      var names = new CsvNames(layout);
      if (probe.rows().isEmpty() || names.isEmpty() || probe.known() > 0) {
        return written(stated, probe.above());
      }
      List<String> first = probe.rows().get(0);
      for (List<String> columns : layout.tabular().headers()) {
        var header = CsvHeader.of(columns, layout);
        if (header.takes(first)) {
          return headed(stated, header);
        }
      }
      return first.stream().anyMatch(cell -> DATA.matcher(cell.strip()).matches())
          ? headed(stated, CsvHeader.of(first.stream().map(c -> "").toList(), layout))
          : written(stated, 0);
    }

    private CsvDialect written(boolean stated, int above) {
      return new CsvDialect(probe.separator(), probe.quote(), stated, above, null);
    }

    private CsvDialect headed(boolean stated, CsvHeader header) {
      return new CsvDialect(probe.separator(), probe.quote(), stated, 0, header);
    }
  }
}
