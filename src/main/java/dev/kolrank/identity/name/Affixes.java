package dev.kolrank.identity.name;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Strips from a handle what people add to their name, as {@code affixes.conf} lists it. */
final class Affixes {
  private static final int SHORTEST_BESIDE = 3;
  private static final int SHORTEST_GLUED = 4;
  private static final int SHORTEST_EAST_ASIAN = 2;

  private static final List<? extends Config> GROUPS =
      ConfigFactory.parseResources(Affixes.class, "affixes.conf").getConfigList("affixes");
  private static final Set<String> PARTS = Set.copyOf(listed("parts"));
  private static final List<String> FRONT = longestFirst("front");
  private static final List<String> BACK = longestFirst("back");

  private Affixes() {}

  /** The folded words of a handle without affixes and blanks; never nothing. */
  static String stripped(String words) {
    String rest = glued(String.join("", withoutParts(words)));
    String again = rest;
    do {
      rest = again;
      again = glued(rest);
    } while (!again.equals(rest));
    return rest;
  }

  /** A text without digits at its end, unless too little would remain. */
  static String withoutNumber(String text) {
    int end = text.length();
    while (end > 0 && Character.isDigit(text.charAt(end - 1))) {
      end--;
    }
    String rest = text.substring(0, end);
    return isEnough(rest, SHORTEST_BESIDE) ? rest : text;
  }

  private static List<String> withoutParts(String words) {
    List<String> rest = new ArrayList<>(List.of(words.split(" ", -1)));
    boolean goesOn = true;
    while (goesOn) {
      goesOn = drop(rest, rest.size() - 1) || drop(rest, 0);
    }
    return rest;
  }

  private static boolean drop(List<String> words, int at) {
    if (words.size() < 2 || !PARTS.contains(words.get(at))) {
      return false;
    }
    List<String> rest = new ArrayList<>(words);
    rest.remove(at);
    boolean drops = isEnough(String.join("", rest), SHORTEST_BESIDE);
    if (drops) {
      words.remove(at);
    }
    return drops;
  }

  private static String glued(String text) {
    for (String affix : BACK) {
      if (text.endsWith(affix)) {
        String rest = text.substring(0, text.length() - affix.length());
        if (isEnough(rest, SHORTEST_GLUED)) {
          return rest;
        }
      }
    }
    for (String affix : FRONT) {
      if (text.startsWith(affix)) {
        String rest = text.substring(affix.length());
        if (isEnough(rest, SHORTEST_GLUED)) {
          return rest;
        }
      }
    }
    return text;
  }

  /** An East Asian sign says as much as two letters. */
  private static boolean isEnough(String text, int letters) {
    boolean isEastAsian = text.codePoints().anyMatch(Scripts::isEastAsian);
    return Words.length(text) >= (isEastAsian ? SHORTEST_EAST_ASIAN : letters);
  }

  private static List<String> longestFirst(String key) {
    return listed(key).stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(a -> a))
        .toList();
  }

  /** The words under a key, folded as handles are: kana, for one, is katakana there. */
  private static Set<String> listed(String key) {
    return GROUPS.stream()
        .filter(group -> group.hasPath(key))
        .flatMap(group -> group.getStringList(key).stream())
        .map(Words::of)
        .collect(Collectors.toSet());
  }
}
