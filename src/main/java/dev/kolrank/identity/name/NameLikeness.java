package dev.kolrank.identity.name;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How alike two display names are; each level implies that no later one holds. */
public enum NameLikeness {
  /** Nothing of the below. */
  NONE(0),
  /** One, of at least four letters or three East Asian signs, stands inside the other. */
  CONTAINED(1),
  /** So, and the part is half of the whole or more. */
  MOST(2),
  /** A seventh of the letters or fewer, three at most, differ; numbers may not. */
  CLOSE(3),
  /** All words of one, in whatever order, are words of the other. */
  WORDS(4),
  /** The same in Latin letters; two East Asian names that only sound alike are not. */
  LATIN(5),
  /** The same words. */
  FOLDED(6),
  /** The same sign by sign. */
  EXACT(7);

  private final int level;

  NameLikeness(int level) {
    this.level = level;
  }

  /** The level as a number: the more alike, the greater. */
  public int level() {
    return level;
  }

  /** The level of two names, whichever comes first. */
  public static NameLikeness of(NameKeys left, NameKeys right) {
    if (left.written().equals(right.written())) {
      return EXACT;
    } else if (left.folded().equals(right.folded())) {
      return FOLDED;
    }
    boolean onlySound = isEastAsian(left.folded()) && isEastAsian(right.folded());
    String a = onlySound ? left.folded() : left.latin();
    String b = onlySound ? right.folded() : right.latin();
    if (a.equals(b)) {
      return LATIN;
    } else if (shareWords(left.words(), right.words())) {
      return WORDS;
    } else if (Spelling.isClose(a, b)) {
      return CLOSE;
    }
    if (!Spelling.isInside(a, b)) {
      return NONE;
    }
    return Spelling.isHalf(a, b) ? MOST : CONTAINED;
  }

  private static boolean shareWords(String left, String right) {
    Set<String> a = new HashSet<>(List.of(left.split(" ", -1)));
    Set<String> b = new HashSet<>(List.of(right.split(" ", -1)));
    Set<String> fewer = a.size() <= b.size() ? a : b;
    Set<String> more = a.size() <= b.size() ? b : a;
    return more.containsAll(fewer) && Spelling.isName(String.join("", fewer));
  }

  private static boolean isEastAsian(String text) {
    return text.codePoints().anyMatch(Scripts::isEastAsian);
  }
}
