package dev.kolrank.connector.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;

/** JSON in any of the ways crawlers leave it: a record a line, one array, or one document. */
final class JsonRecords {
  private static final JsonFactory JSON = new JsonFactory();

  /** How many lines may stand before the first that looks like JSON. */
  private static final int PREFACE = 20;

  private JsonRecords() {}

  /** Looks at the head of the file: lines when its first line is whole, a document when not. */
  static Records open(Window text, byte[] head, Encoding encoding, Layout layout) {
    var splitter = new JsonSplitter(layout);
    if (isDocument(head)) {
      return new JsonDocument(text, encoding, splitter, layout.split());
    }
    return new JsonLines(text, encoding, splitter);
  }

  private static boolean isDocument(byte[] head) {
    int from = 0;
    for (int line = 0; line < PREFACE && from < head.length; line++) {
      int end = from;
      while (end < head.length && head[end] != '\n') {
        end++;
      }
      int start = firstOf(head, from, end);
      if (start < end && (head[start] == '[' || head[start] == '{')) {
        return end == head.length || head[start] == '[' || goesOn(head, start, end);
      }
      from = end + 1;
    }
    return false;
  }

  /** Where text begins between these: behind blanks and byte order marks. */
  private static int firstOf(byte[] head, int from, int end) {
    int at = from;
    while (at < end && (head[at] <= ' ')) {
      at++;
    }
    return at;
  }

  /** Whether the value that this line begins goes on in the next. */
  private static boolean goesOn(byte[] head, int start, int end) {
    try {
      parse(Arrays.copyOfRange(head, start, end));
      return false;
    } catch (JsonEOFException e) {
      int next = end;
      while (next < head.length && head[next] >= 0 && head[next] <= ' ') {
        next++;
      }
      return next == head.length || head[next] != '{';
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** A parser over one value. */
  static JsonParser parser(byte[] utf8) throws IOException {
    return JSON.createParser(utf8, 0, utf8.length);
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

  /** What the parser says, in one line. */
  static String reason(Exception e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.lines().findFirst().orElse("");
  }
}
