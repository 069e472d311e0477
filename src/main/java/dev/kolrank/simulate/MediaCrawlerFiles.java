package dev.kolrank.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** The contents, comments and creators of one MediaCrawler run, in one of its three formats. */
final class MediaCrawlerFiles implements Closeable {

  /** The formats that MediaCrawler can be told to save in. */
  enum Format {
    JSONL,
    JSON,
    CSV
  }

  private final Sink contents;
  private final Sink comments;
  private final Sink creators;

  MediaCrawlerFiles(Path drop, String platform, Format format, String contents, LocalDate day) {
    Path folder = drop.resolve(platform).resolve(format.name().toLowerCase(Locale.ROOT));
    this.contents = sink(folder, format, "search_" + contents + "_" + day, ".gz");
    this.comments = sink(folder, format, "search_comments_" + day, ".gz");
    this.creators = sink(folder, format, "creator_creators_" + day, "");
  }

  private static Sink sink(Path folder, Format format, String name, String compressed) {
    String file = name + "." + format.name().toLowerCase(Locale.ROOT) + compressed;
    return switch (format) {
      case JSONL -> new JsonSink(new JsonFile(folder.resolve(file), JsonFile.Layout.LINES));
      case JSON -> new JsonSink(new JsonFile(folder.resolve(file), JsonFile.Layout.INDENTED_ARRAY));
      case CSV -> new CsvSink(folder.resolve(file));
    };
  }

  void content(Map<String, Object> row) throws IOException {
    contents.write(row);
  }

  void comment(Map<String, Object> row) throws IOException {
    comments.write(row);
  }

  void creator(Map<String, Object> row) throws IOException {
    creators.write(row);
  }

  @Override
  public void close() throws IOException {
    contents.close();
    comments.close();
    creators.close();
  }

  /** Takes rows of the same fields; values are strings, numbers or null. */
  private interface Sink extends Closeable {
    void write(Map<String, Object> row) throws IOException;
  }

  /** Rows as JSON objects. */
  private record JsonSink(JsonFile file) implements Sink {
    @Override
    public void write(Map<String, Object> row) throws IOException {
      var json = file.record();
      json.writeStartObject();
      for (Map.Entry<String, Object> field : row.entrySet()) {
        json.writeFieldName(field.getKey());
        if (field.getValue() instanceof Number number) {
          json.writeNumber(number.longValue());
        } else if (field.getValue() == null) {
          json.writeNull();
        } else {
          json.writeString(field.getValue().toString());
        }
      }
      json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** Rows as CSV, UTF-8 with a byte order mark. */
  private static final class CsvSink implements Sink {
    private final Path path;
    private CsvWriter csv;

    CsvSink(Path path) {
      this.path = path;
    }

    @Override
    public void write(Map<String, Object> row) throws IOException {
      if (csv == null) {
        Writer writer = new OutputStreamWriter(OutputFiles.open(path), StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        csv = CsvWriter.builder().build(writer);
        csv.writeRecord(row.keySet());
      }
      csv.writeRecord(
          row.values().stream().map(value -> value == null ? "" : value.toString()).toList());
    }

    @Override
    public void close() throws IOException {
      if (csv != null) {
        csv.close();
      }
    }
  }
}
