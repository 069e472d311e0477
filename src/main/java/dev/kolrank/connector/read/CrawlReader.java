package dev.kolrank.connector.read;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.unsafe.types.VariantVal;

/**
 * Reads the files of one task. What cannot be read becomes a row with its problem, never an end.
 */
final class CrawlReader implements PartitionReader<InternalRow> {
  private final Iterator<CrawlFile> files;
  private final Layout layout;
  private final Configuration hadoop;
  private final Leftovers leftovers;
  private OpenFile open;
  private InternalRow row;

  CrawlReader(List<CrawlFile> files, Layout layout, Configuration hadoop) {
    this.files = files.iterator();
    this.layout = layout;
    this.hadoop = hadoop;
    this.leftovers = new Leftovers(layout.known());
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
    private final UTF8String path;
    private DigestInputStream bytes;
    private Records records;
    private RuleMatcher rules;
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
        return records.next();
      } catch (IOException | RuntimeException e) {
        ended = true;
        long line = records == null ? 1 : records.line();
        return RawRecord.broken(line, "the rest of the file cannot be read: " + reason(e), null);
      }
    }

    private void open() throws IOException {
      var location = new Path(file.location());
      var stream = location.getFileSystem(hadoop).open(location);
      bytes = new DigestInputStream(stream, sha256());
      records = FileFormats.open(bytes, file, layout);
      rules = new RuleMatcher(layout.shapes(), file.name(), records.columns());
    }

    private InternalRow rowOf(RawRecord record) {
      GenericInternalRow out = blank();
      out.update(CrawlRow.AT_LINE, record.line());
      out.update(CrawlRow.AT_ORDINAL, count);
      out.update(CrawlRow.AT_REPAIRED, record.repaired());
      if (record.problem() != null) {
        out.update(CrawlRow.AT_PROBLEM, UTF8String.fromString(record.problem()));
        out.update(CrawlRow.AT_RULES, rules == null ? 0L : rules.ofFile());
        String raw = layout.hidden().isEmpty() ? record.raw() : null;
        out.update(CrawlRow.AT_RAW, UTF8String.fromString(raw));
        return out;
      }
      out.update(CrawlRow.AT_RULES, rules.taking(record.part()));
      var value = record.value();
      out.update(CrawlRow.AT_RECORD, new VariantVal(value.getValue(), value.getMetadata()));
      out.update(CrawlRow.AT_EXTRA, UTF8String.fromString(leftovers.of(value)));
      return out;
    }

    private InternalRow closingRow() {
      GenericInternalRow out = blank();
      out.update(CrawlRow.AT_RECORDS, count);
      out.update(CrawlRow.AT_SIZE, file.size());
      out.update(CrawlRow.AT_MODIFIED, file.modifiedMillis());
      out.update(CrawlRow.AT_SHA256, UTF8String.fromString(digest()));
      closeQuietly();
      return out;
    }

    private GenericInternalRow blank() {
      var out = new GenericInternalRow(CrawlRow.SCHEMA.size());
      out.update(CrawlRow.AT_SOURCE, source);
      out.update(CrawlRow.AT_FILE, path);
      out.update(CrawlRow.AT_DATE, (int) file.date().toEpochDay());
      return out;
    }

    /** The digest of all bytes; what a parser left unread is read now. */
    private String digest() {
      if (bytes == null) {
        return null;
      }
      try {
        return rest(bytes);
      } catch (IOException e) {
        return null;
      }
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

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  /** The digest of all bytes of a stream, those that are still to be read included. */
  static String rest(DigestInputStream bytes) throws IOException {
    bytes.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
