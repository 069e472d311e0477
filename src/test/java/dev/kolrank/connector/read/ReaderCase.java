package dev.kolrank.connector.read;

import dev.kolrank.connector.storage.Retries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** What the reader makes of one file, without Spark around it. */
final class ReaderCase {
  private static final Configuration HADOOP = new Configuration();

  private ReaderCase() {}

  /**
   * A row: a record, or a stretch that is none.
   *
   * @param record its fields as JSON; null where there is a problem
   * @param lastLine of a stretch, else null
   * @param from of a stretch, else null
   * @param to of a stretch, else null; null too where a file breaks
   * @param untaken why no rule can take it, else null
   */
  record Found(
      String file,
      long line,
      long rules,
      String record,
      String problem,
      String raw,
      Long lastLine,
      Long from,
      Long to,
      String untaken) {

    boolean isRecord() {
      return problem == null;
    }

    /** Line, and the record or the beginning of the problem. */
    String brief() {
      return line + " " + (isRecord() ? record : problem);
    }

    /** The stretch as {@code lines from-to, bytes from-to}. */
    String stretch() {
      return "lines %d-%d, bytes %d-%s".formatted(line, lastLine, from, to == null ? "?" : to);
    }
  }

  static Layout layout(List<String> split) {
    var any = new Layout.Shape("*", List.of(), List.of(), "");
    return layout(split, any);
  }

  /** A layout of which no rule reads a field, so that all of them are kept aside. */
  static Layout layout(List<String> split, Layout.Shape... shapes) {
    return new Layout(
        split,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        List.of(shapes),
        new StructType(),
        Layout.Tabular.FOUND);
  }

  static List<Found> read(Path folder, String name, String text) {
    return read(folder, name, text.getBytes(StandardCharsets.UTF_8), layout(List.of()));
  }

  static List<Found> read(Path folder, String name, byte[] bytes) {
    return read(folder, name, bytes, layout(List.of()));
  }

  static List<Found> read(Path folder, String name, byte[] bytes, Layout layout) {
    try {
      return read(Files.write(folder.resolve(name), bytes), layout);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All rows of a file but the closing one, which must count them. */
  static List<Found> read(Path path, Layout layout) {
    var found = new ArrayList<Found>();
    visit(path, layout, found::add);
    return found;
  }

  /** What is done with each row. */
  interface Visitor {
    void visit(Found found);
  }

  /** Shows each row of a file; the closing one, which must count them, is not shown. */
  static void visit(Path path, Layout layout, Visitor visitor) {
    rows(path, layout, row -> visitor.visit(found(row)));
  }

  /** The same with the reader's own rows. */
  static void rows(Path path, Layout layout, Consumer<InternalRow> visitor) {
    String name = path.getFileName().toString();
    long size = path.toFile().length();
    var file =
        new CrawlFile(
            "file:" + path.toAbsolutePath(),
            "s/d/" + name,
            "s",
            LocalDate.of(2026, 1, 31),
            size,
            0);
    try (var reader = new CrawlReader(List.of(file), layout, HADOOP, Retries.USUAL)) {
      long count = 0;
      while (reader.next()) {
        InternalRow row = reader.get();
        if (!row.isNullAt(CrawlRow.AT_FAULT)) {
          throw new AssertionError("the storage failed: " + text(row, CrawlRow.AT_FAULT));
        } else if (row.isNullAt(CrawlRow.AT_RECORDS)) {
          count++;
          visitor.accept(row);
        } else if (row.getLong(CrawlRow.AT_RECORDS) != count) {
          throw new AssertionError("the closing row does not count the rows");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that a row says of its record, apart from where the record lies. */
  static String content(InternalRow row) {
    return String.join(
        " ",
        Long.toString(row.getLong(CrawlRow.AT_RULES)),
        String.valueOf(row.get(CrawlRow.AT_RECORD, null)),
        text(row, CrawlRow.AT_EXTRA),
        text(row, CrawlRow.AT_UNTAKEN),
        text(row, CrawlRow.AT_PROBLEM));
  }

  private static Found found(InternalRow row) {
    boolean isRecord = row.isNullAt(CrawlRow.AT_PROBLEM);
    return new Found(
        text(row, CrawlRow.AT_FILE),
        row.getLong(CrawlRow.AT_LINE),
        row.getLong(CrawlRow.AT_RULES),
        isRecord ? json(row) : null,
        text(row, CrawlRow.AT_PROBLEM),
        text(row, CrawlRow.AT_RAW),
        number(row, CrawlRow.AT_LAST_LINE),
        number(row, CrawlRow.AT_FROM),
        number(row, CrawlRow.AT_TO),
        text(row, CrawlRow.AT_UNTAKEN));
  }

  private static String json(InternalRow row) {
    return row.isNullAt(CrawlRow.AT_EXTRA) ? "{}" : text(row, CrawlRow.AT_EXTRA);
  }

  private static String text(InternalRow row, int at) {
    return row.isNullAt(at) ? null : row.getUTF8String(at).toString();
  }

  private static Long number(InternalRow row, int at) {
    return row.isNullAt(at) ? null : row.getLong(at);
  }
}
