package dev.kolrank.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
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
  private static final Config ABOUT = ConfigFactory.parseResources(FanWords.class, "about.conf");
  private static final Phrases FANS =
      Phrases.of(ConfigFactory.parseResources(FanWords.class, "fans.conf"));
  private static final Phrases FIRMS = Phrases.of(ABOUT.getConfig("firm"));
  private static final Phrases SUBS = Phrases.of(ABOUT.getConfig("sub"));

  private FanWords() {}

  /** Whether handle and name, or the bio, say that the account is a fan's. */
  static Column in(Column names, Column bio) {
    return FANS.in(names, bio);
  }

  /** Whether they say that the account is an agency's or the press's. */
  static Column firmsIn(Column names, Column bio) {
    return FIRMS.in(names, bio);
  }

  /** Whether they say that the account is somebody's second one. */
  static Column subsIn(Column names, Column bio) {
    return SUBS.in(names, bio);
  }

  /** What is looked for in names and in bios, as regular expressions. */
  private record Phrases(String named, String said) {
    static Phrases of(Config file) {
      return new Phrases(pattern(file.getConfig("named")), pattern(file.getConfig("said")));
    }

    Column in(Column names, Column bio) {
      Column none = lit("");
      return lower(coalesce(names, none)).rlike(named).or(lower(coalesce(bio, none)).rlike(said));
    }
  }

  private static String pattern(Config file) {
    return "(?<![\\p{IsLatin}\\p{M}])(?:%s)(?![\\p{IsLatin}\\p{M}])|%s"
        .formatted(any(file.getStringList("words")), any(file.getStringList("anywhere")));
  }

  private static String any(List<String> words) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }
}
