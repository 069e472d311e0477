package dev.kolrank.identity;

import static org.apache.spark.sql.functions.udf;

import dev.kolrank.identity.name.NameKeys;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** Compares names and handles as people read them. */
final class Folding {
  static final int NONE = 0;
  static final int CONTAINED = 1;
  static final int EQUAL = 2;

  private static final int SHORTEST_PART = 4;
  private static final int EMOJI_STYLE = 0xfe0f;

  private static final UserDefinedFunction FOLD =
      udf((UDF1<String, String>) Folding::fold, DataTypes.StringType).withName("fold");
  private static final UserDefinedFunction RESEMBLANCE =
      udf((UDF2<String, String, Integer>) Folding::resemblance, DataTypes.IntegerType)
          .withName("resemblance");

  private Folding() {}

  /** {@link #fold(String)} in Spark. */
  static Column fold(Column name) {
    return FOLD.apply(name);
  }

  /** {@link #resemblance(String, String)} in Spark. */
  static Column resemblance(Column left, Column right) {
    return RESEMBLANCE.apply(left, right);
  }

  /** Lower case, compatible forms made one, without blanks and emoji; null stays null. */
  static String fold(String name) {
    return name == null
        ? null
        : Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .filter(c -> !isBlankOrEmoji(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /**
   * How much two accounts' names are alike: {@link #EQUAL} if one of the left lines is one of the
   * right ones, {@link #CONTAINED} if one of at least four characters stands inside the other, else
   * {@link #NONE}. They are read as {@link NameKeys} has them, across scripts where all of the name
   * is the same: syllables of one stand inside many others.
   */
  static int resemblance(String left, String right) {
    int most = NONE;
    if (left == null || right == null) {
      return most;
    }
    List<NameKeys> rightNames = names(right);
    for (NameKeys a : names(left)) {
      for (NameKeys b : rightNames) {
        most = Math.max(most, alike(a, b));
      }
    }
    return most;
  }

  /** The lines that have letters or digits: faces alone name nobody. */
  private static List<NameKeys> names(String lines) {
    return lines
        .lines()
        .map(NameKeys::of)
        .filter(k -> k != null && k.folded().codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }

  private static int alike(NameKeys one, NameKeys other) {
    String a = one.folded();
    String b = other.folded();
    if (a.equals(b) || one.latin().equals(other.latin())) {
      return EQUAL;
    }
    String longer = a.length() > b.length() ? a : b;
    String part = a.length() > b.length() ? b : a;
    boolean telling = part.codePointCount(0, part.length()) >= SHORTEST_PART;
    return telling && longer.contains(part) ? CONTAINED : NONE;
  }

  private static boolean isBlankOrEmoji(int c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == EMOJI_STYLE) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.OTHER_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.FORMAT,
          Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
