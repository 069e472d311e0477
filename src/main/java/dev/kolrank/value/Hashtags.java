package dev.kolrank.value;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds hash tags. A '#' after a tag either closes it (Weibo) or opens the next ("#a#b#c"): it
 * closes where no tag follows it, or where the tag is Han and the chunk without spaces has an even
 * number of '#'.
 */
final class Hashtags {

  private static final int LONGEST = 140;
  private static final int LONGEST_SPACED = 48;
  private static final List<String> KINDS = List.of("[话题]", "[超话]");

  private final String text;
  private final Set<String> tags = new LinkedHashSet<>();
  private boolean pairs;

  private Hashtags(String text) {
    this.text = text;
  }

  static List<String> find(String text) {
    if (text.indexOf('#') < 0 && text.indexOf('＃') < 0) {
      return List.of();
    }
    return new Hashtags(text).all();
  }

  private List<String> all() {
    int chunkEnd = 0;
    int i = 0;
    while (i < text.length()) {
      if (i >= chunkEnd) {
        chunkEnd = chunk(i);
      }
      i = isHash(i) && !isWithinLink(i) ? read(i) : i + 1;
    }
    return List.copyOf(tags);
  }

  /** Counts the '#' up to the next blank, and answers where that is. */
  private int chunk(int from) {
    int hashes = 0;
    int i = from;
    while (i < text.length() && !Blanks.isBlank(text.charAt(i))) {
      hashes += isHash(i) ? 1 : 0;
      i++;
    }
    pairs = hashes % 2 == 0;
    return Math.max(i, from + 1);
  }

  /** Takes the tag that opens here, if any; answers where to go on. */
  private int read(int open) {
    int from = open + 1;
    int end = Words.end(text, from);
    int close = closing(from, end);
    if (close >= 0) {
      add(text.substring(from, close), true);
      return close + 1;
    }
    add(text.substring(from, end), false);
    return Math.max(end, from);
  }

  private int closing(int from, int end) {
    if (end > from) {
      for (String kind : KINDS) {
        if (text.startsWith(kind, end) && isHash(end + kind.length())) {
          return end + kind.length();
        }
      }
      if (isHash(end)) {
        boolean last = !Words.isWordAt(text, end + 1);
        return last || (pairs && Words.hasHan(text, from, end)) ? end : -1;
      }
    }
    return spaced(from, end);
  }

  /** The '#' that closes a Weibo topic with spaces or punctuation inside, or -1. */
  private int spaced(int from, int end) {
    int limit = Math.min(text.length(), end + LONGEST_SPACED);
    for (int i = end; i < limit && text.charAt(i) != '\n'; i++) {
      if (isHash(i)) {
        boolean closes =
            i > from
                && !Blanks.isBlank(text.charAt(from))
                && !Blanks.isBlank(text.charAt(i - 1))
                && !Words.isWordAt(text, i + 1)
                && i - from <= LONGEST;
        return closes ? i : -1;
      }
    }
    return -1;
  }

  private void add(String raw, boolean closed) {
    String tag = raw;
    for (String kind : KINDS) {
      tag = tag.endsWith(kind) ? tag.substring(0, tag.length() - kind.length()) : tag;
    }
    tag = Blanks.strip(tag);
    boolean named =
        closed
            ? tag.codePoints().anyMatch(Character::isLetterOrDigit)
            : tag.codePoints().anyMatch(Character::isLetter);
    if (named && tag.length() <= LONGEST) {
      tags.add(tag.toLowerCase(Locale.ROOT));
    }
  }

  /** After '/', '=' or '&' it is a fragment or an entity. */
  private boolean isWithinLink(int i) {
    return i > 0 && "/=&?".indexOf(text.charAt(i - 1)) >= 0;
  }

  private boolean isHash(int i) {
    return i < text.length() && (text.charAt(i) == '#' || text.charAt(i) == '＃');
  }
}
