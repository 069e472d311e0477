package dev.kolrank.silver.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many phrases in a text in one pass: at each place a look at one table tells whether any of
 * them may begin there, and almost always none does.
 *
 * @param <T> what a phrase stands for
 */
final class Phrases<T> {
  /** Where a phrase begins and ends, and what it stands for. */
  record Match<T>(int from, int to, T value) {}

  /** A place in the tree of all phrases. */
  private static final class Node<T> {
    private final Map<Character, Node<T>> next = new HashMap<>();
    private T value;
    private boolean spaced;
  }

  private final Node<T> root = new Node<>();
  private final boolean[] begins = new boolean[Character.MAX_VALUE + 1];
  private final boolean[] letters = new boolean[Character.MAX_VALUE + 1];

  Phrases(Map<String, T> phrases) {
    phrases.forEach(this::add);
    for (int c = 0; c < letters.length; c++) {
      letters[c] = isSpaced((char) c) && (c == '_' || Character.isLetterOrDigit(c));
    }
  }

  private void add(String phrase, T value) {
    begins[phrase.charAt(0)] = true;
    Node<T> node = root;
    for (int i = 0; i < phrase.length(); i++) {
      node = node.next.computeIfAbsent(phrase.charAt(i), c -> new Node<>());
    }
    node.value = value;
    node.spaced = phrase.chars().allMatch(c -> isSpaced((char) c));
  }

  /**
   * The longest phrase at each place, from left to right, none within another. A phrase of a spaced
   * script must not be part of a longer word; before a hashtag anything may stand, since Chinese
   * and Japanese put no blank there.
   *
   * @param text folded as the phrases are
   */
  List<Match<T>> in(String text) {
    List<Match<T>> found = List.of();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      Match<T> match = begins[c] ? at(text, at) : null;
      if (match == null) {
        at++;
      } else {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(match);
        at = match.to();
      }
    }
    return found;
  }

  private Match<T> at(String text, int from) {
    char first = text.charAt(from);
    boolean inWord = from > 0 && letters[first] && letters[text.charAt(from - 1)];
    Match<T> longest = null;
    Node<T> node = root;
    for (int i = from; i < text.length(); i++) {
      node = node.next.get(text.charAt(i));
      if (node == null) {
        break;
      }
      boolean ends =
          !letters[text.charAt(i)] || i + 1 == text.length() || !letters[text.charAt(i + 1)];
      if (node.value != null && !(node.spaced && (inWord || !ends))) {
        longest = new Match<>(from, i + 1, node.value);
      }
    }
    return longest;
  }

  /** Latin, Greek, Cyrillic and the signs before them. */
  private static boolean isSpaced(char c) {
    return c < 0x0500 || (c >= 0x1E00 && c < 0x2000);
  }
}
