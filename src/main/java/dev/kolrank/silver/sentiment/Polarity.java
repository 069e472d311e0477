package dev.kolrank.silver.sentiment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which way a text leans, from bad to good. */
public enum Polarity {
  NEGATIVE,
  NEUTRAL,
  POSITIVE;

  /** As tables write them. */
  public static final List<String> NAMES = Stream.of(values()).map(Polarity::text).toList();

  /** The one that tables write so. */
  static Polarity named(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** As tables write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
