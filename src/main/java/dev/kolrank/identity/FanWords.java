package dev.kolrank.identity;

import static org.apache.spark.sql.functions.lower;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/** Tells accounts about somebody from accounts of somebody, by the words in {@code fans.conf}. */
final class FanWords {
  private static final String PATTERN = pattern();

  private FanWords() {}

  /** Whether the text says so. */
  static Column in(Column text) {
    return lower(text).rlike(PATTERN);
  }

  private static String pattern() {
    Config file = ConfigFactory.parseResources(FanWords.class, "fans.conf");
    return "(?<![\\p{IsLatin}\\p{M}])(?:%s)(?![\\p{IsLatin}\\p{M}])|%s"
        .formatted(any(file.getStringList("words")), any(file.getStringList("anywhere")));
  }

  private static String any(List<String> words) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }
}
