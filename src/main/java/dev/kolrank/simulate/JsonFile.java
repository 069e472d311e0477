package dev.kolrank.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A JSON file that exists from its first record on. */
final class JsonFile implements Closeable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  /** How records follow each other. */
  enum Layout {
    LINES,
    ARRAY,
    /** As Python's {@code json.dump(…, indent=4)} writes an array. */
    INDENTED_ARRAY,
    /** Indented objects that are pages of an API. */
    INDENTED,
    /** {@code {"headers": …, "collector": [records]}}. */
    COLLECTOR
  }

  private final Path path;
  private final Layout layout;
  private final ObservationTruth truth;
  private JsonGenerator json;

  JsonFile(Path path, Layout layout, ObservationTruth truth) {
    this.path = path;
    this.layout = layout;
    this.truth = truth;
  }

  /** Says what a perfect reader finds in what was written. */
  void note(Observed... observed) throws IOException {
    note(List.of(observed));
  }

  void note(List<Observed> observed) throws IOException {
    truth.note(path, observed);
  }

  /** Where the next record goes. */
  JsonGenerator record() throws IOException {
    if (json == null) {
      json = FACTORY.createGenerator(OutputFiles.open(path));
      start();
    }
    return json;
  }

  private void start() throws IOException {
    switch (layout) {
      case LINES -> json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      case ARRAY -> json.writeStartArray();
      case INDENTED -> json.setPrettyPrinter(indented());
      case INDENTED_ARRAY -> {
        json.setPrettyPrinter(indented());
        json.writeStartArray();
      }
      case COLLECTOR -> {
        json.writeStartObject();
        json.writeObjectFieldStart("headers");
        json.writeStringField("user-agent", "Mozilla/5.0");
        json.writeEndObject();
        json.writeArrayFieldStart("collector");
      }
    }
  }

  private static DefaultPrettyPrinter indented() {
    DefaultIndenter four = new DefaultIndenter("    ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER));
    printer.indentArraysWith(four);
    printer.indentObjectsWith(four);
    return printer;
  }

  @Override
  public void close() throws IOException {
    if (json == null) {
      return;
    }
    if (layout == Layout.LINES) {
      json.writeRaw('\n');
    }
    json.close(); // also closes what is still open
  }
}
