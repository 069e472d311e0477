package dev.kolrank.identity.match;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What people put before and behind their names from one platform to the next: "official", "tv",
 * and whatever the names of the night show by counting, as "rep" and "senator" among politicians.
 *
 * @param before the longest first
 * @param behind the longest first
 */
public record Affixes(List<String> before, List<String> behind) implements Serializable {
  private static final int SHORTEST_REST = 3;
  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

  public Affixes {
    before = before.stream().distinct().sorted(LONGEST_FIRST).toList();
    behind = behind.stream().distinct().sorted(LONGEST_FIRST).toList();
  }

  /** From any collections. */
  public static Affixes of(Collection<String> before, Collection<String> behind) {
    return new Affixes(List.copyOf(before), List.copyOf(behind));
  }

  /** The name without any of them, as long as three letters remain; a marked name is none. */
  public String strip(String name) {
    String rest = name;
    String last;
    do {
      last = rest;
      rest = withoutBehind(withoutBefore(rest));
    } while (!rest.equals(last));
    return rest;
  }

  private String withoutBefore(String name) {
    for (String affix : before) {
      if (name.startsWith(affix) && length(name) - length(affix) >= least(name)) {
        return name.substring(affix.length());
      }
    }
    return name;
  }

  private String withoutBehind(String name) {
    for (String affix : behind) {
      if (name.endsWith(affix) && length(name) - length(affix) >= least(name)) {
        return name.substring(0, name.length() - affix.length());
      }
    }
    return name;
  }

  /** One letter of a script of syllables or words says as much as three of an alphabet. */
  private static int least(String name) {
    return Spelling.isDense(name.codePointAt(0)) ? 1 : SHORTEST_REST;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
