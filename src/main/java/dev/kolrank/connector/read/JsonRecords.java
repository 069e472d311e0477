package dev.kolrank.connector.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;

/** JSON in any of the ways crawlers leave it: a record a line, one array, or one document. */
final class JsonRecords {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonRecords() {}

  /** Looks at the head of the file: lines when its first line is whole, a document when not. */
  static Records open(
      InputStream text, byte[] head, Charset charset, Layout layout, FieldReader fields) {
    var splitter = new JsonSplitter(layout, fields);
    if (isDocument(head, charset)) {
      return new JsonDocument(text, charset, splitter);
    }
    return new JsonLines(text, charset, splitter);
  }

  private static boolean isDocument(byte[] head, Charset charset) {
    String start = new String(head, charset).replaceFirst("^[\\s\\uFEFF]+", "");
    int end = start.indexOf('\n');
    if (end < 0) {
      return true;
    }
    String first = start.substring(0, end);
    if (first.startsWith("[")) {
      return true;
    }
    try {
      byte[] bytes = first.getBytes(StandardCharsets.UTF_8);
      parse(bytes, bytes.length);
      return false;
    } catch (JsonEOFException e) {
      return !start.substring(end).stripLeading().startsWith("{");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** A parser over {@code text}, which stays open: its digest is still to be taken. */
  static JsonParser parser(InputStream text, Charset charset) throws IOException {
    JsonParser parser =
        charset.equals(StandardCharsets.UTF_8)
            ? JSON.createParser(text)
            : JSON.createParser(new InputStreamReader(text, charset));
    return parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
  }

  /** A parser over one line. */
  static JsonParser parser(byte[] bytes) throws IOException {
    return JSON.createParser(bytes, 0, bytes.length);
  }

  /** Parses the one value that {@code bytes} hold. */
  static Variant parse(byte[] bytes, int length) throws IOException {
    try (JsonParser parser = JSON.createParser(bytes, 0, length)) {
      if (parser.nextToken() == null) {
        return null;
      }
      Variant value = VariantBuilder.parseJson(parser, true);
      JsonToken more = parser.nextToken();
      if (more != null) {
        throw new IOException("more than one value on the line");
      }
      return value;
    }
  }
}
