package dev.kolrank.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.kolrank.identity.name.NameKeys;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/**
 * Tells accounts about somebody, firms' and second accounts from accounts of somebody, by the words
 * in {@code fans.conf} and {@code about.conf}. Words and texts are folded as names are, so that
 * other widths, letters of ornament and accents hide nothing.
 */
final class FanWords {
  private static final Config FANS_FILE = ConfigFactory.parseResources(FanWords.class, "fans.conf");
  private static final Config ABOUT = ConfigFactory.parseResources(FanWords.class, "about.conf");
  private static final Phrases FANS = Phrases.of(FANS_FILE);
  private static final Phrases FIRMS = Phrases.of(ABOUT.getConfig("firm"));
  private static final Phrases SUBS = Phrases.of(ABOUT.getConfig("sub"));

  /** Of scripts whose words are parted by blanks. */
  private static final String LETTER = "[\\p{IsLatin}\\p{IsCyrillic}\\p{IsArabic}\\p{M}]";

  private static final UserDefinedFunction FOLDED =
      udf((UDF1<String, String>) NameKeys::wordsOf, StringType).withName("folded_words");

  private FanWords() {}

  /** The text as all else here reads it. */
  static Column folded(Column text) {
    return coalesce(FOLDED.apply(text), lit(""));
  }

  /** Whether handle and name, or the bio, all folded, say that the account is a fan's. */
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

  /** What a name without blanks has before a fans' word, as "ada" in "adafanpage"; else empty. */
  static Column star(Column name) {
    String affixed = any(FANS_FILE.getStringList("named.affixed"));
    return regexp_extract(name, "^(.{3,}?)(?:%s)$".formatted(affixed), 1);
  }

  /** What is looked for in names and in bios, as regular expressions. */
  private record Phrases(String named, String said) {
    static Phrases of(Config file) {
      return new Phrases(pattern(file.getConfig("named")), pattern(file.getConfig("said")));
    }

    Column in(Column names, Column bio) {
      return names.rlike(named).or(bio.rlike(said));
    }
  }

  private static String pattern(Config file) {
    return "(?<!%s)(?:%s)(?!%s)|%s"
        .formatted(
            LETTER, any(file.getStringList("words")), LETTER, any(file.getStringList("anywhere")));
  }

  private static String any(List<String> words) {
    return words.stream()
        .map(NameKeys::wordsOf)
        .distinct()
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }
}
