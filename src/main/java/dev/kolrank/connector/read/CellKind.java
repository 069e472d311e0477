package dev.kolrank.connector.read;

import dev.kolrank.value.Counts;
import dev.kolrank.value.Times;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/** What the cells of a column hold, by how the rules read it. */
public enum CellKind {
  TIME,
  COUNT,
  FLAG;

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Set<String> NOTHING =
      Set.of("", "-", "--", "—", "none", "null", "nan", "n/a", "undefined");
  private static final Set<String> WORDS = Set.of("true", "false");
  private static final Set<String> FLAGS =
      Set.of("true", "false", "yes", "no", "y", "n", "t", "f", "1", "0", "是", "否");

  /** How a message calls it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns how strange a cell is in a column of this kind: 0 where it fits, 1 where it cannot be
   * read, 2 where it is surely of another kind.
   */
  int strangeness(String cell) {
    String text = cell.strip().toLowerCase(Locale.ROOT);
    if (NOTHING.contains(text)) {
      return 0;
    }
    boolean word = WORDS.contains(text);
    return switch (this) {
      case TIME -> word ? 2 : isTime(text) ? 0 : 1;
      case COUNT -> word || isDate(text) ? 2 : Counts.parse(text) != null ? 0 : 1;
      case FLAG -> FLAGS.contains(text) ? 0 : isDate(text) ? 2 : 1;
    };
  }

  private static boolean isTime(String text) {
    return Times.parse(text, NOW, ZoneOffset.UTC) != null;
  }

  /** A time that begins with a year and a month, as no count does. */
  private static boolean isDate(String text) {
    return text.length() >= 8
        && (text.charAt(4) == '-' || text.charAt(4) == '/')
        && Character.isDigit(text.charAt(0))
        && isTime(text);
  }
}
