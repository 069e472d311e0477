package dev.kolrank.identity;

import static org.apache.spark.sql.functions.lower;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/**
 * Tells accounts about somebody, firms' and second accounts from accounts of somebody, by the words
 * in {@code fans.conf} and {@code about.conf}.
 */
final class FanWords {
  private static final String FANS =
      pattern(ConfigFactory.parseResources(FanWords.class, "fans.conf"));
  private static final Config ABOUT = ConfigFactory.parseResources(FanWords.class, "about.conf");
  private static final String FIRMS = pattern(ABOUT.getConfig("firm"));
  private static final String SUBS = pattern(ABOUT.getConfig("sub"));

  private FanWords() {}

  /** Whether the text says that the account is a fan's. */
  static Column in(Column text) {
    return lower(text).rlike(FANS);
  }

  /** Whether the text says that the account is an agency's or the press's. */
  static Column firmsIn(Column text) {
    return lower(text).rlike(FIRMS);
  }

  /** Whether the text says that the account is somebody's second one. */
  static Column subsIn(Column text) {
    return lower(text).rlike(SUBS);
  }

  private static String pattern(Config file) {
    return "(?<![\\p{IsLatin}\\p{M}])(?:%s)(?![\\p{IsLatin}\\p{M}])|%s"
        .formatted(any(file.getStringList("words")), any(file.getStringList("anywhere")));
  }

  private static String any(List<String> words) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }
}
