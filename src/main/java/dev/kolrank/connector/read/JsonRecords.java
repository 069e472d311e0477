package dev.kolrank.connector.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;

/** JSON in any of the ways crawlers leave it: a record a line, one array, or one document. */
final class JsonRecords {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private JsonRecords() {}

  /** Reads documents, or a value a line: what parses decides. */
  static Records open(Window text, Encoding encoding, Layout layout) throws IOException {
    var splitter = new JsonSplitter(layout);
    return JsonLayout.isDocument(text)
        ? new JsonDocument(text, encoding, splitter, layout.split())
        : new JsonLines(text, encoding, splitter);
  }

  /** A parser over one value; {@code NaN} and infinite numbers, as Python writes them, are null. */
  static JsonParser parser(byte[] utf8) throws IOException {
    JsonParser parser = JSON.createParser(utf8, 0, utf8.length);
    return mayBeInfinite(utf8) ? new FiniteNumbers(parser) : parser;
  }

  // To look at each token costs more than to search the bytes once.
  private static boolean mayBeInfinite(byte[] utf8) {
    for (int at = 0; at + 2 < utf8.length; at++) {
      byte first = utf8[at];
      if ((first == 'N' && utf8[at + 1] == 'a' && utf8[at + 2] == 'N')
          || (first == 'I' && utf8[at + 1] == 'n' && utf8[at + 2] == 'f')) {
        return true;
      }
    }
    return false;
  }

  /** Parses the one value that {@code utf8} holds; null where it holds none. */
  static Variant parse(byte[] utf8) throws IOException {
    try (JsonParser parser = parser(utf8)) {
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

  /** What is made of a value's bytes. */
  interface Reading {
    Queue<RawRecord> of(byte[] utf8) throws IOException;
  }

  /**
   * Reads the value that the window begins with. Whether it is good UTF-8 the parser sees by
   * itself; other encodings are tried where it fails.
   */
  static Queue<RawRecord> decoded(Window text, int length, Encoding encoding, Reading reading)
      throws IOException {
    byte[] stored = Arrays.copyOfRange(text.bytes, text.from, text.from + length);
    if (!encoding.isUtf8()) {
      return reading.of(utf8(stored, encoding, null));
    }
    try {
      return reading.of(stored);
    } catch (IOException | RuntimeException e) {
      byte[] other = utf8(stored, encoding, e);
      if (Arrays.equals(other, stored)) {
        throw e;
      }
      return reading.of(other);
    }
  }

  private static byte[] utf8(byte[] stored, Encoding encoding, Exception cause) throws IOException {
    Charset found = encoding.of(stored, 0, stored.length);
    if (found == null) {
      throw new IOException("it is in no encoding of the file", cause);
    }
    return found.equals(StandardCharsets.UTF_8)
        ? stored
        : new String(stored, found).getBytes(StandardCharsets.UTF_8);
  }
}
