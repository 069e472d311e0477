package dev.kolrank.connector.read;

import java.io.IOException;
import java.util.Arrays;

/**
 * Finds where a JSON value ends, by its brackets, quotes and the order of its tokens. It is
 * stricter than counting brackets, so that a lost quote or bracket shows near where it was lost;
 * what it lets pass is still to be parsed.
 */
final class JsonScan {
  private static final byte VALUE = 0;
  private static final byte AFTER_VALUE = 1;

  private final Window text;
  private byte[] nesting = new byte[64];
  private int depth;
  private boolean keyNext;
  private String fault;
  private int looked;
  private boolean endless;

  JsonScan(Window text) {
    this.text = text;
  }

  /** Why no end was found. */
  String fault() {
    return fault;
  }

  /** Whether no end was found because the text ended, or was longer than a window. */
  boolean isEndless() {
    return endless;
  }

  /** How far was looked for the end of the last value. */
  int looked() {
    return looked;
  }

  /** The position behind the value that begins here, or -1 with a {@link #fault}. */
  int end(int start) throws IOException {
    endless = false;
    int end = find(start);
    looked = end < 0 ? looked : end;
    return end;
  }

  private int find(int start) throws IOException {
    depth = 0;
    byte state = VALUE;
    int at = start;
    while (true) {
      int c = text.at(at);
      looked = at;
      switch (c) {
        case ' ', '\t', '\n', '\r' -> at++;
        case '"' -> {
          if (state == AFTER_VALUE) {
            return fault("a comma is missing");
          }
          at = endOfString(at + 1);
          if (at < 0) {
            return at;
          }
          state = AFTER_VALUE;
        }
        case '{', '[' -> {
          if (state == AFTER_VALUE || (depth > 0 && keyNext && nesting[depth - 1] == '{')) {
            return fault("a bracket opens where none may");
          }
          push((byte) c);
          at++;
        }
        case '}', ']' -> {
          if (depth == 0 || nesting[depth - 1] != (c == '}' ? '{' : '[')) {
            return fault("a bracket closes that was not opened");
          }
          depth--;
          state = AFTER_VALUE;
          at++;
        }
        case ',', ':' -> {
          if (state != AFTER_VALUE) {
            return fault("a value is missing");
          }
          state = VALUE;
          keyNext = c == ',';
          at++;
        }
        default -> {
          if (c < 0 || !isWord(c) || state == AFTER_VALUE) {
            return fault(c < 0 ? endless() : "unexpected text");
          }
          at = endOfWord(at);
          state = AFTER_VALUE;
        }
      }
      if (state == AFTER_VALUE && depth == 0) {
        return at;
      }
    }
  }

  private void push(byte bracket) {
    if (depth == nesting.length) {
      nesting = Arrays.copyOf(nesting, 2 * depth);
    }
    nesting[depth++] = bracket;
    keyNext = true;
  }

  private int endOfString(int from) throws IOException {
    int at = from;
    do {
      byte[] bytes = text.bytes;
      int start = text.from;
      int size = text.size();
      while (at < size) {
        byte b = bytes[start + at];
        if (b == '"') {
          return at + 1;
        }
        at += b == '\\' ? 2 : 1;
      }
    } while (text.more());
    looked = at;
    return fault(endless());
  }

  private int endOfWord(int from) throws IOException {
    int at = from;
    while (isWord(text.at(at))) {
      at++;
    }
    return at;
  }

  private static boolean isWord(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '+'
        || c == '.';
  }

  private String endless() {
    endless = true;
    return text.isFull()
        ? "it is longer than %d MiB".formatted(Window.LIMIT >> 20)
        : "it never ends";
  }

  private int fault(String reason) {
    fault = reason;
    return -1;
  }
}
