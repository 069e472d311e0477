package dev.kolrank.identity.match;

import dev.kolrank.identity.name.NameKeys;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Handles and names as they are compared: letters and digits alone, in one form. */
public final class Spelling {
  /** Ids that platforms give stand where handles do: nobody chose them. */
  private static final Pattern GIVEN =
      Pattern.compile("\\d{5,}|UC[A-Za-z0-9_-]{22}|[0-9a-f]{24}|user\\d{5,}|id\\d{5,}");

  private static final int LONGEST = 60;
  private static final int MOST_WORDS = 5;

  private Spelling() {}

  /** The handle as compared; null where none was chosen. */
  public static String handle(String raw) {
    String bare = raw == null ? "" : raw.strip().replaceFirst("^[@~]", "");
    return GIVEN.matcher(bare).matches() ? null : name(bare);
  }

  /** The name as compared; null where it has nothing to read. */
  public static String name(String raw) {
    NameKeys keys = NameKeys.of(raw);
    return keys == null ? null : shortened(keys.folded());
  }

  /** The name and, where another script is used, how its bearers write it in Latin letters. */
  public static List<String> names(String raw) {
    NameKeys keys = NameKeys.of(raw);
    return keys == null
        ? List.of()
        : Stream.of(keys.folded(), keys.latin()).map(Spelling::shortened).distinct().toList();
  }

  /**
   * The name's words in Latin letters, a blank between them; null where there are not two to five:
   * more are a sentence, which nobody makes a handle of. Each is cut to the length of the longest
   * handle: no more of it can stand in one.
   */
  public static String words(String raw) {
    NameKeys keys = NameKeys.of(raw);
    List<String> words = keys == null ? List.of() : keys.latinWords();
    return words.size() < 2 || words.size() > MOST_WORDS
        ? null
        : words.stream().map(Spelling::shortened).collect(Collectors.joining(" "));
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST));
  }

  /** Whether a letter stands for a word or a syllable, as Han, kana and Hangul do. */
  static boolean isDense(int letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }
}
