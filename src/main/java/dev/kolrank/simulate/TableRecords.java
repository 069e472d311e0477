package dev.kolrank.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Records as lines of a separated table. */
final class TableRecords implements RecordFile {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final Path path;
  private final TableStyle style;
  private final ObservationTruth truth;
  private CsvWriter csv;

  TableRecords(Path path, TableStyle style, ObservationTruth truth) {
    this.path = path;
    this.style = style;
    this.truth = truth;
  }

  @Override
  public void write(Entry record) throws IOException {
    if (csv == null) {
      Writer writer = new OutputStreamWriter(OutputFiles.open(path), style.charset());
      if (style.marked()) {
        writer.write('\uFEFF');
      }
      csv = CsvWriter.builder().fieldSeparator(style.separator()).build(writer);
      csv.writeRecord(texts(style.header().isEmpty() ? record.fields().keySet() : style.header()));
    }
    csv.writeRecord(texts(record.fields().values()));
    truth.note(path, record.observed());
  }

  private List<String> texts(Collection<?> values) {
    return values.stream().map(value -> value == null ? "" : text(value.toString())).toList();
  }

  private String text(String text) {
    if (!style.twice()) {
      return text;
    }
    StringBuilder wrong = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      // the five bytes that Windows-1252 does not know stay what they are
      String read = new String(new byte[] {one}, WINDOWS);
      wrong.append(read.equals("\uFFFD") ? String.valueOf((char) (one & 0xFF)) : read);
    }
    return wrong.toString();
  }

  @Override
  public void close() throws IOException {
    if (csv != null) {
      csv.close();
    }
  }
}
