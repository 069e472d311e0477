package dev.kolrank.identity.match;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A name in short, as people make handles of theirs: the first letters of its words, of two of them
 * at least, in their order or the last word first. "Laura Spilca" is "lspil", "lspilca" and
 * "spilcalaura".
 */
final class ShortForm {
  private static final int LEAST_WORDS = 2;

  private ShortForm() {}

  /** Whether the letters are a short form of the words: two of these at least have part in it. */
  static boolean isOf(String letters, List<String> words) {
    return isInOrder(letters, words) || isInOrder(letters, lastFirst(words));
  }

  /** How many short forms the words have: so many times chance could have found one. */
  static double count(List<String> words) {
    double count = 2;
    for (String word : words) {
      count *= word.length() + 1;
    }
    return count;
  }

  private static boolean isInOrder(String letters, List<String> words) {
    // where a reading may stand, by how many words it used; no name makes this long, however made
    var reached = new boolean[LEAST_WORDS + 1][letters.length() + 1];
    reached[0][0] = true;
    for (String word : words) {
      for (int used = LEAST_WORDS; used >= 0; used--) {
        for (int at = letters.length(); at >= 0; at--) {
          if (reached[used][at]) {
            var next = reached[Math.min(LEAST_WORDS, used + 1)];
            Arrays.fill(next, at + 1, at + 1 + shared(letters, at, word), true);
          }
        }
      }
    }
    return reached[LEAST_WORDS][letters.length()];
  }

  /** How many letters from there on the word begins with. */
  private static int shared(String letters, int from, String word) {
    int most = Math.min(word.length(), letters.length() - from);
    int same = 0;
    while (same < most && letters.charAt(from + same) == word.charAt(same)) {
      same++;
    }
    return same;
  }

  private static List<String> lastFirst(List<String> words) {
    int last = words.size() - 1;
    return Stream.concat(words.subList(last, last + 1).stream(), words.subList(0, last).stream())
        .toList();
  }
}
