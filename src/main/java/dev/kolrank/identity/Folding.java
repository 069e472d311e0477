package dev.kolrank.identity;

import static org.apache.spark.sql.functions.udf;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
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
    return name == null ? null : kept(name, c -> !isBlankOrEmoji(c));
  }

  /**
   * How much two accounts' names are alike: {@link #EQUAL} if one of the left lines is one of the
   * right ones, {@link #CONTAINED} if one of at least four characters stands inside the other, else
   * {@link #NONE}. Only letters and digits count.
   */
  static int resemblance(String left, String right) {
    int most = NONE;
    if (left == null || right == null) {
      return most;
    }
    List<String> rightNames = right.lines().map(Folding::bare).toList();
    for (String a : left.lines().map(Folding::bare).toList()) {
      for (String b : rightNames) {
        most = Math.max(most, alike(a, b));
      }
    }
    return most;
  }

  private static int alike(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return NONE;
    }
    if (a.equals(b)) {
      return EQUAL;
    }
    String longer = a.length() > b.length() ? a : b;
    String part = a.length() > b.length() ? b : a;
    boolean telling = part.codePointCount(0, part.length()) >= SHORTEST_PART;
    return telling && longer.contains(part) ? CONTAINED : NONE;
  }

  private static String bare(String name) {
    return kept(name, c -> Character.isLetterOrDigit(c) || (isMark(c) && c != EMOJI_STYLE));
  }

  private static String kept(String name, IntPredicate isKept) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(isKept)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
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
