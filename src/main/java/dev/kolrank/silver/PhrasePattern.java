package dev.kolrank.silver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A regular expression for many phrases that shares their beginnings, so that matching looks at
 * each character about once, however many phrases there are.
 */
final class PhrasePattern {

  private PhrasePattern() {}

  /** Matches any of the phrases, the longest first; nothing when there are none. */
  static String of(List<String> phrases) {
    return phrases.isEmpty() ? "(?!)" : tree(phrases);
  }

  /** Looks whether any of the phrases may begin here, by its first character alone. */
  static String mayBegin(List<String> phrases) {
    return phrases.isEmpty() ? "(?!)" : "(?=[" + firsts(phrases) + "])";
  }

  private static String firsts(Collection<String> phrases) {
    return phrases.stream()
        .filter(phrase -> !phrase.isEmpty())
        .map(phrase -> "\\x{%x}".formatted(phrase.codePointAt(0)))
        .distinct()
        .sorted()
        .collect(Collectors.joining());
  }

  private static String tree(List<String> rests) {
    var byFirst = new TreeMap<Integer, List<String>>();
    for (String rest : rests) {
      if (!rest.isEmpty()) {
        byFirst.computeIfAbsent(rest.codePointAt(0), c -> new ArrayList<>()).add(rest);
      }
    }
    if (byFirst.isEmpty()) {
      return "";
    }
    String branches =
        byFirst.entrySet().stream().map(PhrasePattern::branch).collect(Collectors.joining("|"));
    boolean mayEnd = rests.stream().anyMatch(String::isEmpty);
    // a class is looked up at once, branches are tried one after the other
    String look = byFirst.size() > 2 ? "(?=[" + firsts(rests) + "])" : "";
    return "(?:" + look + "(?:" + branches + "))" + (mayEnd ? "?" : "");
  }

  private static String branch(Map.Entry<Integer, List<String>> entry) {
    String first = Character.toString(entry.getKey());
    List<String> rests = entry.getValue().stream().map(r -> r.substring(first.length())).toList();
    return Pattern.quote(first) + tree(rests);
  }
}
