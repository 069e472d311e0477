package dev.kolrank.connector.read;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads the files of one task. What cannot be read becomes a row with its problem, never an end.
 */
final class CrawlReader implements PartitionReader<InternalRow> {
  private final Iterator<CrawlFile> files;
  private final Layout layout;
  private final Configuration hadoop;
  private final FieldReader fields;
  private OpenFile open;
  private InternalRow row;

  CrawlReader(List<CrawlFile> files, Layout layout, Configuration hadoop) {
    this.files = files.iterator();
    this.layout = layout;
    this.hadoop = hadoop;
    this.fields = new FieldReader(layout);
  }

  @Override
  public boolean next() {
    while (open != null || files.hasNext()) {
      if (open == null) {
        open = new OpenFile(files.next());
      }
      row = open.advance();
      if (row != null) {
        return true;
      }
      open = null;
    }
    return false;
  }

  @Override
  public InternalRow get() {
    return row;
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.closeQuietly();
    }
  }

  /** The file being read. */
  private final class OpenFile {
    private final CrawlFile file;
    private final UTF8String source;
    private UTF8String path;
    private StoredBytes bytes;
    private Records records;
    private RuleMatcher rules;
    private String entry = "";
    private List<String> columns = List.of();
    private String ofTable;
    private long count;
    private boolean ended;
    private boolean closed;

    OpenFile(CrawlFile file) {
      this.file = file;
      this.source = UTF8String.fromString(file.source());
      this.path = UTF8String.fromString(file.path());
    }

    /** The next row, the closing row last, then null. */
    InternalRow advance() {
      if (closed) {
        return null;
      }
      if (!ended) {
        RawRecord record = read();
        if (record != null) {
          count++;
          return rowOf(record);
        }
        ended = true;
      }
      closed = true;
      return closingRow();
    }

    private RawRecord read() {
      try {
        if (records == null) {
          open();
        }
        RawRecord record = records.next();
        if (!records.entry().equals(entry) || !records.columns().equals(columns)) {
          change();
        }
        return record;
      } catch (IOException | RuntimeException e) {
        ended = true;
        long line = records == null ? 1 : records.line();
        var rest = new Stretch(line, records == null ? 0 : records.offset(), Stretch.UNKNOWN);
        String problem = "the rest of the file cannot be read: " + FileFormats.reason(e);
        return RawRecord.broken(line, problem, null, rest);
      }
    }

    private void open() throws IOException {
      var location = new Path(file.location());
      bytes = new StoredBytes(location.getFileSystem(hadoop).open(location));
      records = FileFormats.open(bytes, file, layout);
      change();
    }

    /** Another entry of an archive begins, or another header within a table. */
    private void change() {
      entry = records.entry();
      columns = records.columns();
      String name = entry.isEmpty() ? file.name() : entry.substring(entry.lastIndexOf('/') + 1);
      ofTable = records.untaken();
      rules = new RuleMatcher(layout.shapes(), name, columns);
      path = UTF8String.fromString(CrawlRow.inside(file.path(), entry));
    }

    private InternalRow rowOf(RawRecord record) {
      GenericInternalRow out = blank();
      out.update(CrawlRow.AT_LINE, record.line());
      out.update(CrawlRow.AT_ORDINAL, count);
      out.update(CrawlRow.AT_REPAIRED, record.repaired());
      if (record.problem() != null) {
        out.update(CrawlRow.AT_PROBLEM, UTF8String.fromString(record.problem()));
        out.update(CrawlRow.AT_RULES, rules == null ? 0L : rules.ofFile());
        placed(record.stretch(), out);
        String raw = layout.hidden().isEmpty() ? record.raw() : null;
        out.update(CrawlRow.AT_RAW, UTF8String.fromString(raw));
        return out;
      }
      out.update(CrawlRow.AT_RULES, rules.taking(record.part()));
      out.update(CrawlRow.AT_ENCLOSES, record.encloses());
      Fields read = record.fields() == null ? fields.read(record.value()) : record.fields();
      out.update(CrawlRow.AT_UNTAKEN, UTF8String.fromString(untaken(record.part(), read)));
      out.update(CrawlRow.AT_RECORD, read.known());
      out.update(CrawlRow.AT_EXTRA, read.extra());
      out.update(CrawlRow.AT_RAW, read.raw());
      return out;
    }

    private String untaken(String part, Fields read) {
      if (ofTable != null) {
        return ofTable;
      }
      boolean isJson = columns.isEmpty() && rules.ofFile() != 0;
      String ofFields = isJson ? Untaken.of(read) : null;
      return ofFields == null ? rules.untaken(part) : ofFields;
    }

    private void placed(Stretch stretch, GenericInternalRow out) {
      if (stretch != null) {
        out.update(CrawlRow.AT_LAST_LINE, stretch.lastLine());
        out.update(CrawlRow.AT_FROM, stretch.from());
        out.update(CrawlRow.AT_TO, stretch.to() == Stretch.UNKNOWN ? null : stretch.to());
      }
    }

    private InternalRow closingRow() {
      path = UTF8String.fromString(file.path());
      GenericInternalRow out = blank();
      out.update(CrawlRow.AT_RECORDS, count);
      out.update(CrawlRow.AT_SIZE, file.size());
      out.update(CrawlRow.AT_MODIFIED, file.modifiedMillis());
      String sha256 = bytes == null ? null : bytes.sha256Hex();
      out.update(CrawlRow.AT_SHA256, UTF8String.fromString(sha256));
      closeQuietly();
      return out;
    }

    private GenericInternalRow blank() {
      var out = new GenericInternalRow(CrawlRow.WIDTH);
      out.update(CrawlRow.AT_SOURCE, source);
      out.update(CrawlRow.AT_FILE, path);
      out.update(CrawlRow.AT_DATE, (int) file.date().toEpochDay());
      return out;
    }

    void closeQuietly() {
      try {
        if (records != null) {
          records.close();
        }
        if (bytes != null) {
          bytes.close();
        }
      } catch (IOException e) {
        // the file was read; nothing of it is lost by a failing close
        closed = true;
      }
    }
  }
}
