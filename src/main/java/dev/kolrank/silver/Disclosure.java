package dev.kolrank.silver;

import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.udf;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Words by which a post says that it is paid for, per language.
 *
 * @param markers in lower case; a marker of a spaced script stands alone, others anywhere
 * @param denials phrases that hold a marker and say the opposite
 */
public record Disclosure(List<String> markers, List<String> denials) {

  private static final UserDefinedFunction FOLD =
      udf((UDF1<String, String>) Disclosure::fold, DataTypes.StringType).withName("folded");

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

  /** Whether {@code text} carries a marker, whatever its case and width; null for null. */
  Column marks(Column text) {
    Column folded = FOLD.apply(text);
    Column denied = regexp_replace(folded, pattern(denials), " ");
    // few texts hold a marker, and only theirs need to be looked at for what denies it
    return folded.rlike(pattern(markers)).and(denied.rlike(pattern(markers)));
  }

  /**
   * A word of a spaced script must not be part of a longer one; before a hashtag anything may
   * stand, since Chinese and Japanese put no blank there.
   */
  private static String pattern(List<String> phrases) {
    var words = phrases.stream().filter(p -> isSpaced(p) && !p.startsWith("#")).toList();
    var tags = phrases.stream().filter(p -> isSpaced(p) && p.startsWith("#")).toList();
    var others = phrases.stream().filter(p -> !isSpaced(p)).toList();
    return "%5$s(?<!%1$s)%2$s(?!%1$s)|%3$s(?!%1$s)|%4$s"
        .formatted(
            "[a-z0-9_\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{N}]",
            PhrasePattern.of(words),
            PhrasePattern.of(tags),
            PhrasePattern.of(others),
            PhrasePattern.mayBegin(words));
  }

  private static boolean isSpaced(String phrase) {
    return phrase.codePoints().allMatch(c -> c < 0x0500);
  }

  private static String fold(String text) {
    return text == null
        ? null
        : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
