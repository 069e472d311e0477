package dev.kolrank.connector.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * One array, read element by element, or whole documents one after the other. A fault ends the
 * reading, since nothing tells where the next value begins; the rest is one broken record.
 */
final class JsonDocument implements Records {
  private final InputStream text;
  private final Charset charset;
  private final JsonSplitter splitter;
  private Queue<RawRecord> pending = new ArrayDeque<>();
  private JsonParser parser;
  private long line = 1;
  private boolean insideArray;
  private boolean failed;

  JsonDocument(InputStream text, Charset charset, JsonSplitter splitter) {
    this.text = text;
    this.charset = charset;
    this.splitter = splitter;
  }

  @Override
  public RawRecord next() throws IOException {
    while (pending.isEmpty()) {
      if (failed) {
        return null;
      }
      try {
        if (!readValue()) {
          return null;
        }
      } catch (IOException | RuntimeException e) {
        failed = true;
        String reason = e.getMessage() == null ? e.toString() : e.getMessage();
        String problem = "not JSON from here on: " + reason.lines().findFirst().orElse("");
        return RawRecord.broken(line, problem, rest());
      }
    }
    return pending.remove();
  }

  /** Reads the next document or array element into {@link #pending}; false at the end. */
  private boolean readValue() throws IOException {
    if (parser == null) {
      parser = JsonRecords.parser(text, charset);
    }
    JsonToken token = parser.nextToken();
    while (token == JsonToken.END_ARRAY || (token == JsonToken.START_ARRAY && !insideArray)) {
      insideArray = token == JsonToken.START_ARRAY;
      token = parser.nextToken();
    }
    if (token == null) {
      return false;
    }
    line = parser.currentTokenLocation().getLineNr();
    pending = splitter.value(parser, line, null);
    return true;
  }

  private String rest() {
    try {
      if (parser == null) {
        return null;
      }
      var buffered = new ByteArrayOutputStream();
      parser.releaseBuffered(buffered);
      byte[] bytes = buffered.toByteArray();
      return new String(
          bytes, 0, Math.min(bytes.length, RawRecord.RAW_LIMIT), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    if (parser != null) {
      parser.close();
    }
    text.close();
  }
}
