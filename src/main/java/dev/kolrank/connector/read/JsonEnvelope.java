package dev.kolrank.connector.read;

import dev.kolrank.connector.read.JsonHolder.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Queue;

/**
 * A document that is broken, or longer than memory allows, and may hold records at its split paths:
 * they are read one by one. What lies around them is passed over, as in every envelope; from a
 * fault on it is told as lost.
 */
final class JsonEnvelope {
  private final Window text;
  private final Encoding encoding;
  private final JsonScan scan;
  private final List<String> split;
  private final Deque<JsonHolder> open;
  private final Queue<RawRecord> told;

  private Loss whole;
  private String reason;
  private boolean hasRecords;
  private Loss loss;
  private String fault;

  /**
   * No envelope yet.
   *
   * @param open the holders around the window, innermost first; envelopes are pushed and popped
   * @param told where losses are told
   */
  JsonEnvelope(
      Window text,
      Encoding encoding,
      JsonScan scan,
      List<String> split,
      Deque<JsonHolder> open,
      Queue<RawRecord> told) {
    this.text = text;
    this.encoding = encoding;
    this.scan = scan;
    this.split = List.copyOf(split);
    this.open = open;
    this.told = told;
  }

  /** Steps into the object of this size that begins here, if a split path shows in it. */
  boolean enter(int size, String why) throws IOException {
    if (text.at(0) != '{' || split.stream().noneMatch(path -> shows(path, size))) {
      return false;
    }
    whole = new Loss(text);
    reason = why;
    hasRecords = false;
    text.pass(1, 0);
    open.push(new JsonHolder(Kind.ENVELOPE, ""));
    return true;
  }

  private boolean shows(String path, int size) {
    String last = '"' + path.substring(path.lastIndexOf('.') + 1) + '"';
    byte[] wanted = last.getBytes(StandardCharsets.UTF_8);
    for (int at = text.from; at <= text.from + size - wanted.length; at++) {
      int same = 0;
      while (same < wanted.length && text.bytes[at + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads a member, or passes what is none.
   *
   * @param c the character that the window begins with, no blank
   * @param indent blanks before it on its line, negative where there is more
   * @return the same of where the window begins now
   */
  int step(int c, int indent) throws IOException {
    if (indent >= 0 && c != '"' && outside().resumes(indent, c)) {
      leave();
      return indent;
    }
    if (c == ',') {
      text.pass(1, 0);
      return -1;
    }
    if (c == '}') {
      text.pass(1, 0);
      close(indent);
      return -1;
    }
    return c == '"' && member() ? -1 : loseLine(fault);
  }

  private JsonHolder outside() {
    return open.stream().filter(h -> h.kind != Kind.ENVELOPE).findFirst().orElseThrow();
  }

  /** A bracket that closes too early, by its indentation, belongs to what is lost. */
  private void close(int indent) {
    boolean leftOver = loss != null && indent > 0 && open.element().path.isEmpty();
    if (leftOver) {
      return;
    }
    if (open.element().path.isEmpty()) {
      leave();
    } else {
      open.pop();
    }
  }

  private boolean member() throws IOException {
    int end = scan.end(0);
    int at = end < 0 ? -1 : blanksFrom(end);
    if (at < 0 || text.at(at) != ':') {
      fault = at < 0 ? scan.fault() : "a colon is missing";
      return false;
    }
    at = blanksFrom(at + 1);
    String key = new String(text.bytes, text.from + 1, end - 2, StandardCharsets.UTF_8);
    String outer = open.element().path;
    String path = outer.isEmpty() ? key : outer + "." + key;
    int c = text.at(at);
    Kind kind = kind(c, path);
    if (kind != null) {
      into(at, new JsonHolder(kind, path));
      return true;
    }
    int behind = scan.end(at);
    fault = scan.fault();
    if (behind >= 0) {
      text.pass(behind);
    }
    return behind >= 0;
  }

  private int blanksFrom(int position) throws IOException {
    int at = position;
    while (text.at(at) == ' '
        || text.at(at) == '\n'
        || text.at(at) == '\r'
        || text.at(at) == '\t') {
      at++;
    }
    return at;
  }

  /** What a member with this first character is; null when it holds no records. */
  private Kind kind(int first, String path) {
    if (split.contains(path)) {
      return first == '[' ? Kind.ARRAY : first == '{' ? Kind.MEMBER : null;
    }
    boolean leadsOn = first == '{' && split.stream().anyMatch(p -> p.startsWith(path + "."));
    return leadsOn ? Kind.ENVELOPE : null;
  }

  private void into(int position, JsonHolder holder) {
    text.pass(position);
    if (holder.kind != Kind.ENVELOPE) {
      endLoss();
      hasRecords = true;
    }
    if (holder.kind != Kind.MEMBER) {
      text.pass(1, 0);
    }
    open.push(holder);
  }

  /** Passes a line of which nothing can be made. */
  int loseLine(String why) throws IOException {
    if (loss == null) {
      loss = new Loss(text);
      reason = why == null ? "unexpected text" : why;
    }
    fault = null;
    text.passLine();
    return 0;
  }

  private void endLoss() {
    if (loss != null) {
      told.add(loss.ended("not JSON: " + reason, encoding));
      loss = null;
    }
  }

  private void leave() {
    while (open.element().kind == Kind.ENVELOPE) {
      open.pop();
    }
    abandon();
  }

  /** Tells what is still to be told, where the reading ends within an envelope. */
  void abandon() {
    if (whole == null) {
      return;
    }
    endLoss();
    if (!hasRecords) {
      told.add(whole.ended("not JSON: " + reason, encoding));
    }
    whole = null;
  }
}
