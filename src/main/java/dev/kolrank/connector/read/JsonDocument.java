package dev.kolrank.connector.read;

import dev.kolrank.connector.read.JsonHolder.Kind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;

/**
 * Arrays, read element by element, or whole documents one after the other. Of what is broken as
 * little as possible is lost: an element alone where its end, or the line that begins the next, can
 * be found; of an envelope the records around the fault are read. Each stretch that gave no record
 * is told.
 */
final class JsonDocument implements Records {
  /** What may be looked at in vain, in bytes: the reading of a hostile file must end. */
  private static final long PATIENCE = 512L << 20;

  private final Window text;
  private final Encoding encoding;
  private final JsonSplitter splitter;
  private final JsonScan scan;
  private final JsonEnvelope envelope;
  private final Deque<JsonHolder> open = new ArrayDeque<>();
  private final Queue<RawRecord> pending = new ArrayDeque<>();

  /** Blanks before the window on its line; negative where there is more than blanks. */
  private int indent;

  /** Where the last value began. */
  private long lastLine = 1;

  private long lastOffset;
  private long inVain;

  JsonDocument(Window text, Encoding encoding, JsonSplitter splitter, List<String> split) {
    this.text = text;
    this.encoding = encoding;
    this.splitter = splitter;
    this.scan = new JsonScan(text);
    this.envelope = new JsonEnvelope(text, encoding, scan, split, open, pending);
    open.push(new JsonHolder(Kind.FILE, ""));
  }

  @Override
  public RawRecord next() throws IOException {
    while (pending.isEmpty()) {
      if (!step()) {
        return null;
      }
    }
    return pending.remove();
  }

  /** Reads a bit further; false at the end. */
  private boolean step() throws IOException {
    passBlanks();
    int c = text.at(0);
    JsonHolder holder = open.element();
    if (c < 0) {
      return atEnd(holder);
    }
    if (holder.kind == Kind.ENVELOPE) {
      indent = envelope.step(c, indent);
    } else if (holder.kind == Kind.MEMBER) {
      open.pop();
      member(holder);
    } else if (c == ',' && holder.kind == Kind.ARRAY) {
      text.pass(1, 0);
    } else if (c == ']' && holder.kind == Kind.ARRAY) {
      text.pass(1, 0);
      open.pop();
    } else if (c == '[' && holder.kind == Kind.FILE) {
      text.pass(1, 0);
      open.push(new JsonHolder(Kind.ARRAY, ""));
    } else if (c == '{' || c == '[') {
      element(holder);
    } else {
      scalar(holder);
    }
    return true;
  }

  /** Passes white space, and the marks of files that were joined. */
  private void passBlanks() throws IOException {
    while (true) {
      int c = text.at(0);
      if (c == '\n') {
        indent = 0;
        text.pass(1, 1);
      } else if (c == ' ' || c == '\t' || c == '\r') {
        indent = indent < 0 ? indent : indent + 1;
        text.pass(1, 0);
      } else if (c == 0xEF && text.at(1) == 0xBB && text.at(2) == 0xBF) {
        text.pass(3, 0);
      } else {
        return;
      }
    }
  }

  private boolean atEnd(JsonHolder holder) {
    if (holder.kind == Kind.FILE) {
      return false;
    }
    envelope.abandon();
    leaveAll();
    pending.add(
        RawRecord.broken(
            lastLine,
            "a bracket never closes: this record, the last one, may hold others",
            null,
            new Stretch(text.line(), lastOffset, text.offset())));
    return true;
  }

  private void leaveAll() {
    open.clear();
    open.push(new JsonHolder(Kind.FILE, ""));
  }

  /** Reads a value that is no record; what only looks like one may hide the beginning of one. */
  private void scalar(JsonHolder holder) throws IOException {
    int end = scan.end(0);
    int at = end;
    while (end >= 0 && (text.at(at) == ' ' || text.at(at) == '\t' || text.at(at) == '\r')) {
      at++;
    }
    int next = end < 0 ? 0 : text.at(at);
    boolean alone = next == ',' || next == ']' || next == '\n' || next == -1;
    if (alone && !text.hasLineFeed(end)) {
      indent = -1;
      record(holder, end);
    } else {
      loseLines(holder);
    }
  }

  /** Passes lines that stand between records and are none. */
  private void loseLines(JsonHolder holder) throws IOException {
    var loss = new Loss(text);
    do {
      text.passLine();
    } while (text.at(0) >= 0 && !holder.mayResume(text));
    indent = 0;
    pending.add(loss.ended("not JSON: unexpected text", encoding));
  }

  /** Reads the value that begins here as a record, or loses it. */
  private void element(JsonHolder holder) throws IOException {
    holder.begins(indent);
    int end = scan.end(0);
    if (end >= 0) {
      indent = -1;
      record(holder, end);
      return;
    }
    inVain += scan.looked();
    if (enveloped(holder, text.size(), scan.fault())) {
      indent = -1;
    } else {
      lose(holder, scan.fault());
    }
  }

  /** Reads the one record at a split path. */
  private void member(JsonHolder holder) throws IOException {
    int end = scan.end(0);
    if (end < 0) {
      indent = envelope.loseLine(scan.fault());
    } else {
      indent = -1;
      record(holder, end);
    }
  }

  private void record(JsonHolder holder, int end) throws IOException {
    lastLine = text.line();
    lastOffset = text.offset();
    try {
      long line = text.line();
      Queue<RawRecord> records = recordsOf(holder, end, line);
      var loss = Loss.isAll(records) ? new Loss(text) : null;
      holder.holds(text, end);
      text.pass(end);
      pending.addAll(loss == null ? records : loss.placed(records));
    } catch (IOException | RuntimeException e) {
      if (!enveloped(holder, end, JsonFault.of(e))) {
        var loss = new Loss(text);
        text.pass(end);
        pending.add(loss.ended("not JSON: " + JsonFault.of(e), encoding));
      }
    }
  }

  private Queue<RawRecord> recordsOf(JsonHolder holder, int end, long line) throws IOException {
    return JsonRecords.decoded(
        text,
        end,
        encoding,
        utf8 ->
            holder.path.isEmpty()
                ? splitter.line(utf8, line)
                : splitter.part(utf8, holder.path, line));
  }

  /** Steps into a broken envelope, if it may hold records of its own. */
  private boolean enveloped(JsonHolder holder, int size, String reason) throws IOException {
    return holder.path.isEmpty() && inVain < PATIENCE && envelope.enter(size, reason);
  }

  /** Passes what is broken, up to where a record surely begins. */
  private void lose(JsonHolder holder, String reason) throws IOException {
    holder.loses(text);
    var loss = new Loss(text);
    boolean rest;
    do {
      text.passLine();
      rest = text.at(0) < 0;
    } while (!rest && (inVain > PATIENCE || !holder.resumes(text)));
    indent = 0;
    if (rest) {
      envelope.abandon();
      leaveAll();
    }
    pending.add(loss.ended((rest ? "not JSON from here on: " : "not JSON: ") + reason, encoding));
  }

  @Override
  public long line() {
    return text.line();
  }

  @Override
  public long offset() {
    return text.offset();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
