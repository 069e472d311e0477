package dev.kolrank.connector.read;

import dev.kolrank.connector.storage.Patience;
import dev.kolrank.connector.storage.Retries;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.types.variant.Variant;

/** Reads the first records of a local file that no mapping describes yet. */
public final class SampleReader {
  /** Encodings that a file may be in besides UTF-8 and those that its bytes tell. */
  private static final List<String> CHARSETS = List.of("GB18030", "windows-1252");

  private SampleReader() {}

  /**
   * What a file is, and its first records.
   *
   * @param layout how it is written, in words
   * @param charset the name of its encoding
   * @param entry the entry of the archive that the records lie in; empty where it is none
   * @param columns the header of a table; empty for JSON
   * @param records the records, each a JSON object
   * @param broken how many records could not be read
   * @param problem why the first of them could not; null if all could
   */
  public record Sample(
      String layout,
      String charset,
      String entry,
      List<String> columns,
      List<Variant> records,
      long broken,
      String problem) {
    public Sample {
      columns = List.copyOf(columns);
      records = List.copyOf(records);
    }

    /** Whether the records are rows of a table. */
    public boolean isTable() {
      return !columns.isEmpty();
    }
  }

  /**
   * Reads a local file.
   *
   * @param split paths of the records inside a JSON document; empty where a document is a record
   * @param most how many records are read at most
   * @throws IOException when it cannot be opened or is no text
   */
  public static Sample read(Path file, List<String> split, int most) throws IOException {
    var layout = layout(split);
    String name = file.getFileName().toString();
    long size = Files.size(file);
    var crawl = new CrawlFile(file.toUri().toString(), name, "", LocalDate.EPOCH, size, 0);
    var patience = new Patience(new Retries(0, 0));
    try (var stored = new StoredBytes(() -> Files.newInputStream(file), size, patience);
        Records records = FileFormats.open(stored, crawl, layout)) {
      return sample(records, most, Beginning.of(file, layout), layout);
    }
  }

  private static Sample sample(Records records, int most, Beginning beginning, Layout layout)
      throws IOException {
    var values = new ArrayList<Variant>();
    List<String> columns = List.of();
    String entry = null;
    String problem = null;
    long broken = 0;
    RawRecord next = records.next();
    while (next != null && values.size() < most) {
      entry = entry == null ? records.entry() : entry;
      if (!entry.equals(records.entry())) {
        break;
      }
      columns = columns.isEmpty() ? records.columns() : columns;
      if (next.problem() == null) {
        values.add(value(next));
      } else {
        broken++;
        problem = problem == null ? next.problem() : problem;
      }
      next = records.next();
    }
    String inside = entry == null ? "" : entry;
    return new Sample(
        beginning.layout(inside, !columns.isEmpty(), layout),
        beginning.charset(),
        inside,
        columns,
        values,
        broken,
        problem);
  }

  private static Layout layout(List<String> split) {
    return new Layout(
        split,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        CHARSETS,
        false,
        List.of(new Layout.Shape("*", List.of(), List.of(), "")),
        new StructType(),
        Layout.Tabular.FOUND);
  }

  private static Variant value(RawRecord record) throws IOException {
    if (record.value() != null) {
      return record.value();
    }
    var extra = record.fields().extra();
    byte[] json = extra == null ? "{}".getBytes(StandardCharsets.UTF_8) : extra.getBytes();
    return JsonRecords.parse(json);
  }

  /** The beginning of the text, unpacked. */
  private static final class Beginning {
    private final String name;
    private final byte[] head;
    private final Encoding encoding;

    private Beginning(String name, byte[] head, Encoding encoding) {
      this.name = name;
      this.head = head;
      this.encoding = encoding;
    }

    static Beginning of(Path file, Layout layout) throws IOException {
      String name = file.getFileName().toString();
      try (InputStream packed = new BufferedInputStream(Files.newInputStream(file));
          InputStream text = new BufferedInputStream(FileFormats.unpacked(packed, name))) {
        byte[] head = text.readNBytes(FileFormats.HEAD);
        return new Beginning(name, head, Encoding.of(head, layout.charsets()));
      }
    }

    private boolean isWide() {
      int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
      return first == 0xFFFE || first == 0xFEFF;
    }

    String charset() {
      return isWide() ? "UTF-16" : encoding.charset().name();
    }

    String layout(String entry, boolean isTable, Layout layout) throws IOException {
      if (!entry.isEmpty()) {
        return (isTable ? "a table" : "JSON") + ", the entry of an archive";
      }
      if (isWide()) {
        return isTable ? "a table" : "JSON";
      }
      if (!isTable) {
        var window = new Window(new ByteArrayInputStream(head), 0, head.length + 1);
        return JsonLayout.isDocument(window) ? "a JSON document" : "JSON, one value a line";
      }
      byte[] text = Arrays.copyOfRange(head, Encoding.markLength(head), head.length);
      char usual = FileFormats.plainName(name).endsWith("tsv") ? '\t' : ',';
      char separator = CsvDialect.of(text, usual, encoding, layout).separator();
      return "a table whose cells are parted by "
          + (separator == '\t' ? "tabs" : "'" + separator + "'");
    }
  }
}
