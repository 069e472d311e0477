package dev.kolrank.cli;

import java.util.stream.Collectors;

/** Crawled text made safe for a terminal: one line, no control characters, not too long. */
final class TerminalText {
  private static final int LONGEST = 40;

  private TerminalText() {}

  /** The whole text as one line. */
  static String line(String text) {
    return plain(text).strip();
  }

  /** A message of several lines, as it is laid out. */
  static String lines(String text) {
    return text.lines().map(TerminalText::plain).collect(Collectors.joining("\n"));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ");
  }

  static String of(String text) {
    if (text == null) {
      return "-";
    }
    String line = line(text);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
