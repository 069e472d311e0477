package dev.kolrank.identity.match;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * A name as it is looked at many times.
 *
 * @param bare without affixes
 * @param marked between its marks
 * @param letters without digits and signs
 * @param bareLetters without affixes, digits and signs
 */
record ReadName(String name, String bare, Letters marked, String letters, String bareLetters)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]");

  static ReadName of(String name, Affixes affixes) {
    String bare = affixes.strip(name);
    return new ReadName(
        name, bare, new Letters(NameModel.marked(name)), letters(name), letters(bare));
  }

  static String letters(String text) {
    return NO_LETTERS.matcher(text).replaceAll("");
  }

  /** Whether the name has no other letters, affixes aside. */
  boolean isWhole(String others) {
    return bareLetters.equals(others) || letters.equals(others);
  }

  /** Whether the stretch begins or ends where the name does, or the name without its affixes. */
  boolean touchesEdge(String stretch) {
    String text = marked.toString();
    int from = text.indexOf(stretch);
    int to = from + stretch.length();
    int bareFrom = text.indexOf(bare);
    return from <= 1
        || to >= text.length() - 1
        || from == bareFrom
        || to == bareFrom + bare.length();
  }
}
