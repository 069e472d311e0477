package dev.kolrank.identity.match;

import java.util.List;
import java.util.stream.Stream;

/**
 * A name in short, as people make handles of theirs: the first letters of its words, one or more of
 * each, in their order or the last word first. "Laura Spilca" is "lspil", "lspilca" and
 * "spilcalaura".
 */
final class ShortForm {
  private static final int LEAST_WORDS = 2;

  private ShortForm() {}

  /** Whether the letters are a short form of the words: two of these at least have part in it. */
  static boolean isOf(String letters, List<String> words) {
    return isInOrder(letters, 0, words, 0, 0) || isInOrder(letters, 0, lastFirst(words), 0, 0);
  }

  /** How many short forms the words have: so many times chance could have found one. */
  static double count(List<String> words) {
    double count = 2;
    for (String word : words) {
      count *= word.length() + 1;
    }
    return count;
  }

  private static boolean isInOrder(String letters, int from, List<String> words, int at, int used) {
    if (from == letters.length()) {
      return used >= LEAST_WORDS;
    }
    if (at == words.size()) {
      return false;
    }
    String word = words.get(at);
    int most = Math.min(word.length(), letters.length() - from);
    for (int taken = 0; taken <= most; taken++) {
      if (taken > 0 && letters.charAt(from + taken - 1) != word.charAt(taken - 1)) {
        return false;
      }
      if (isInOrder(letters, from + taken, words, at + 1, used + Math.min(1, taken))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> lastFirst(List<String> words) {
    int last = words.size() - 1;
    return Stream.concat(words.subList(last, last + 1).stream(), words.subList(0, last).stream())
        .toList();
  }
}
