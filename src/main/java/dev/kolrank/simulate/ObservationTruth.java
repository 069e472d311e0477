package dev.kolrank.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a perfect reader must find, as JSON lines: file, kind, platform, the values that the file
 * states, and which of them it rounds or bounds.
 */
interface ObservationTruth extends Closeable {

  /** For worlds that nobody will check. */
  ObservationTruth NONE = (file, observed) -> {};

  void note(Path file, List<Observed> observed) throws IOException;

  @Override
  default void close() throws IOException {}

  /** Notes in a file what is found in those below {@code crawl}. */
  static ObservationTruth in(Path truth, Path crawl) throws IOException {
    return new Lines(crawl, new JsonFactory().createGenerator(OutputFiles.open(truth)));
  }

  /** One JSON object a line. */
  record Lines(Path crawl, JsonGenerator json) implements ObservationTruth {
    public Lines {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    @Override
    public void note(Path file, List<Observed> observed) throws IOException {
      for (Observed one : observed) {
        json.writeStartObject();
        json.writeStringField("file", crawl.relativize(file).toString().replace('\\', '/'));
        json.writeStringField("kind", one.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("platform", one.site().id());
        json.writeObjectFieldStart("values");
        for (Map.Entry<Column, Object> value : one.values().entrySet()) {
          json.writeFieldName(value.getKey().id());
          value(value.getValue());
        }
        json.writeEndObject();
        names("rounded", one.rounded());
        names("censored", one.censored());
        json.writeEndObject();
      }
    }

    private void value(Object value) throws IOException {
      if (value instanceof List<?> items) {
        json.writeStartArray();
        for (Object item : items) {
          json.writeString(item.toString());
        }
        json.writeEndArray();
      } else if (value instanceof Long number) {
        json.writeNumber(number);
      } else if (value instanceof Boolean flag) {
        json.writeBoolean(flag);
      } else if (value == null) {
        json.writeNull();
      } else {
        json.writeString(value.toString());
      }
    }

    private void names(String field, Set<Column> columns) throws IOException {
      json.writeArrayFieldStart(field);
      for (Column column : columns) {
        json.writeString(column.id());
      }
      json.writeEndArray();
    }

    @Override
    public void close() throws IOException {
      json.close();
    }
  }
}
