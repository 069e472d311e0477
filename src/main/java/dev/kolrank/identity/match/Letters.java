package dev.kolrank.identity.match;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * A text by its letters. Letters are code points: of emoji and rarer Han characters each is two
 * chars, the first of which nearly all of them share.
 */
final class Letters implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final JaroWinklerSimilarity EDITS = new JaroWinklerSimilarity();

  private final String text;
  private final int[] points;
  private final int[] starts;

  Letters(String text) {
    this.text = text;
    this.points = text.codePoints().toArray();
    this.starts = new int[points.length + 1];
    for (int i = 0; i < points.length; i++) {
      starts[i + 1] = starts[i] + Character.charCount(points[i]);
    }
  }

  int length() {
    return points.length;
  }

  int at(int i) {
    return points[i];
  }

  /** The letters from one up to another. */
  String between(int from, int to) {
    return text.substring(starts[from], starts[to]);
  }

  @Override
  public String toString() {
    return text;
  }

  /** How few letters two texts differ by (Jaro-Winkler), whichever comes first. */
  static double closeness(String one, String other) {
    boolean inOrder = one.compareTo(other) <= 0;
    String first = inOrder ? one : other;
    String second = inOrder ? other : one;
    if (isPlain(first) && isPlain(second)) {
      return EDITS.apply(first, second);
    }
    Map<Integer, Character> signs = new HashMap<>();
    return EDITS.apply(oneCharEach(first, signs), oneCharEach(second, signs));
  }

  private static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
  }

  private static String oneCharEach(String text, Map<Integer, Character> signs) {
    var written = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> written.append(signs.computeIfAbsent(c, k -> (char) signs.size()).charValue()));
    return written.toString();
  }
}
