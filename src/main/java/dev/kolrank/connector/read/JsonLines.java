package dev.kolrank.connector.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/** A JSON value a line; a broken line is one broken record, and the next line is read as usual. */
final class JsonLines implements Records {
  private static final int MAX_LINE = 64 << 20;

  private final InputStream text;
  private final Charset charset;
  private final JsonSplitter splitter;
  private Queue<RawRecord> pending = new ArrayDeque<>();
  private long line;
  private boolean cut;
  private final byte[] buffer = new byte[256 * 1024];
  private int at;
  private int filled;

  JsonLines(InputStream text, Charset charset, JsonSplitter splitter) {
    this.text = text;
    this.charset = charset;
    this.splitter = splitter;
  }

  @Override
  public RawRecord next() throws IOException {
    while (pending.isEmpty()) {
      ByteArrayOutputStream bytes = readLine();
      if (bytes == null) {
        return null;
      }
      pending = recordsOf(bytes);
    }
    return pending.remove();
  }

  private Queue<RawRecord> recordsOf(ByteArrayOutputStream bytes) {
    byte[] utf8 =
        charset.equals(StandardCharsets.UTF_8)
            ? bytes.toByteArray()
            : bytes.toString(charset).getBytes(StandardCharsets.UTF_8);
    if (cut) {
      return broken("the line is longer than %d MiB".formatted(MAX_LINE >> 20), utf8);
    }
    try {
      return splitter.line(utf8, line);
    } catch (IOException | RuntimeException e) {
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      return broken("not JSON: " + reason.lines().findFirst().orElse(""), utf8);
    }
  }

  private Queue<RawRecord> broken(String problem, byte[] utf8) {
    var out = new ArrayDeque<RawRecord>();
    out.add(RawRecord.broken(line, problem, text(utf8)));
    return out;
  }

  private static String text(byte[] utf8) {
    return new String(utf8, 0, Math.min(utf8.length, RawRecord.RAW_LIMIT), StandardCharsets.UTF_8);
  }

  /** The bytes up to the next line feed, or null at the end; sets {@link #cut} when too long. */
  private ByteArrayOutputStream readLine() throws IOException {
    if (at == filled && !fill()) {
      return null;
    }
    var out = new ByteArrayOutputStream(1024);
    cut = false;
    line++;
    do {
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      if (out.size() + end - at <= MAX_LINE) {
        out.write(buffer, at, end - at);
      } else {
        cut = true;
      }
      at = end;
    } while (at == filled && fill());
    at = Math.min(at + 1, filled);
    return out;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, text.read(buffer));
    return filled > 0;
  }

  @Override
  public long line() {
    return line + 1;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
