package dev.kolrank.connector.read;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.kolrank.value.Mojibake;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows below a header. Quoted fields may hold line breaks; a row's line is where it begins. */
final class CsvRecords implements Records {
  private static final int MAX_RECORD = 64 << 20;

  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> rows;
  private final List<String> columns;
  private final CsvShape shape;
  private final boolean repair;
  private long line = 1;

  CsvRecords(InputStream text, Charset charset, char separator, Layout layout) {
    this.reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(MAX_RECORD)
            .ofCsvRecord(new InputStreamReader(text, charset));
    this.rows = reader.iterator();
    this.repair = layout.repair();
    this.columns = rows.hasNext() ? header(rows.next().getFields()) : List.of();
    this.shape = new CsvShape(columns, layout);
  }

  /** Names in lower case, white space folded; a name that stands twice gets a number. */
  private static List<String> header(List<String> cells) {
    var names = new ArrayList<String>();
    Set<String> taken = new HashSet<>();
    for (String cell : cells) {
      String name = cell.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
      if (name.isEmpty()) {
        name = "column " + (names.size() + 1);
      }
      String unique = name;
      for (int n = 2; !taken.add(unique); n++) {
        unique = name + " " + n;
      }
      names.add(unique);
    }
    return List.copyOf(names);
  }

  @Override
  public RawRecord next() throws IOException {
    try {
      while (rows.hasNext()) {
        CsvRecord row = rows.next();
        line = row.getStartingLineNumber();
        List<String> cells = row.getFields();
        if (cells.stream().allMatch(String::isBlank)) {
          continue;
        }
        return recordOf(cells);
      }
      return null;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private RawRecord recordOf(List<String> cells) throws IOException {
    if (cells.size() != columns.size()) {
      String problem =
          "the row has %d fields where the header has %d".formatted(cells.size(), columns.size());
      return RawRecord.broken(line, problem, raw(cells));
    }
    var texts = new ArrayList<String>(cells.size());
    boolean repaired = false;
    for (String cell : cells) {
      boolean damaged = repair && Mojibake.isDamaged(cell);
      texts.add(damaged ? Mojibake.repair(cell) : cell);
      repaired |= damaged;
    }
    return new RawRecord(line, "", shape.of(texts), null, repaired, null, null);
  }

  private static String raw(List<String> cells) {
    return RawRecord.cut(
        cells.stream()
            .map(c -> c.matches("(?s).*[\",\n\r].*") ? '"' + c.replace("\"", "\"\"") + '"' : c)
            .collect(Collectors.joining(",")));
  }

  @Override
  public long line() {
    return line + 1;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
