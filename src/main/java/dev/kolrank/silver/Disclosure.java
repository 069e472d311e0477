package dev.kolrank.silver;

import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Words by which a post says that it is paid for, per language.
 *
 * @param markers in lower case; a marker of a spaced script stands alone, others anywhere
 * @param denials phrases that hold a marker and say the opposite
 */
public record Disclosure(List<String> markers, List<String> denials) {

  public Disclosure {
    markers = List.copyOf(markers);
    denials = List.copyOf(denials);
  }

  /** The shipped lists. */
  public static Disclosure load() {
    Config config = ConfigFactory.parseResources("dev/kolrank/feature/disclosure.conf").resolve();
    return new Disclosure(
        config.getConfigList("markers").stream()
            .filter(m -> m.getBoolean("disclosure"))
            .map(m -> m.getString("marker"))
            .distinct()
            .sorted()
            .toList(),
        config.getStringList("denials").stream().distinct().sorted().toList());
  }

  /** Whether {@code text} carries a marker; null for null. */
  Column marks(Column text) {
    return regexp_replace(lower(text), pattern(denials), " ").rlike(pattern(markers));
  }

  /** A word of a spaced script must not be part of a longer one. */
  private static String pattern(List<String> phrases) {
    var spaced = phrases.stream().filter(Disclosure::isSpaced).toList();
    var others = phrases.stream().filter(p -> !isSpaced(p)).toList();
    return "(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])|%s"
        .formatted(PhrasePattern.of(spaced), PhrasePattern.of(others));
  }

  private static boolean isSpaced(String phrase) {
    return phrase.codePoints().allMatch(c -> c < 0x0500);
  }
}
