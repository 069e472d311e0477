package dev.kolrank.connector.read;

import dev.kolrank.connector.storage.Patience;
import dev.kolrank.connector.storage.Retries;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads the files of one task. What the bytes do not let read becomes a row with its problem, never
 * an end. A file that the storage does not give ends with a row of its fault instead of the closing
 * row; no further file of its source is read, since the whole source fails.
 */
final class CrawlReader implements PartitionReader<InternalRow> {
  private final Iterator<CrawlFile> files;
  private final Layout layout;
  private final Configuration hadoop;
  private final FieldReader fields;
  private final Patience patience;
  private final Set<String> failed = new HashSet<>();
  private OpenFile open;
  private InternalRow row;

  CrawlReader(List<CrawlFile> files, Layout layout, Configuration hadoop, Retries retries) {
    this.files = files.iterator();
    this.layout = layout;
    this.hadoop = hadoop;
    this.fields = new FieldReader(layout);
    this.patience = new Patience(retries);
  }

  @Override
  public boolean next() {
    while (open != null || files.hasNext()) {
      if (open == null) {
        CrawlFile file = files.next();
        if (failed.contains(file.source())) {
          continue;
        }
        open = new OpenFile(file);
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
    private final StoredBytes bytes;
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
      this.bytes = StoredBytes.of(file, hadoop, patience);
    }

    /** The next row, the row that ends the file last, then null. */
    InternalRow advance() {
      if (closed) {
        return null;
      }
      if (!ended) {
        RawRecord record = read();
        // a parser may take a failed storage for the end of a file: what it made of that is no row
        if (record != null && bytes.fault() == null) {
          count++;
          return rowOf(record);
        }
        ended = true;
      }
      closed = true;
      return lastRow();
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

    /** What the file gave, or why the storage did not give it. */
    private InternalRow lastRow() {
      path = UTF8String.fromString(file.path());
      String sha256 = bytes.sha256Hex();
      closeQuietly();
      GenericInternalRow out = blank();
      if (bytes.fault() != null) {
        failed.add(file.source());
        out.update(CrawlRow.AT_FAULT, UTF8String.fromString(bytes.fault().getMessage()));
        return out;
      }
      out.update(CrawlRow.AT_RECORDS, count);
      out.update(CrawlRow.AT_SIZE, file.size());
      out.update(CrawlRow.AT_MODIFIED, file.modifiedMillis());
      out.update(CrawlRow.AT_SHA256, UTF8String.fromString(sha256));
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
        bytes.close();
      } catch (IOException | RuntimeException e) {
        // the file was read; nothing of it is lost by a failing close
        closed = true;
      }
    }
  }
}
