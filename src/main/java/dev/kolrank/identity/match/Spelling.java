package dev.kolrank.identity.match;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Handles and names as they are compared: letters and digits alone, in one form. */
public final class Spelling {
  /** Ids that platforms give stand where handles do: nobody chose them. */
  private static final Pattern GIVEN =
      Pattern.compile("\\d{5,}|UC[A-Za-z0-9_-]{22}|[0-9a-f]{24}|user\\d{5,}|id\\d{5,}");

  private static final int LONGEST = 60;

  private Spelling() {}

  /** The handle as compared; null where none was chosen. */
  public static String handle(String raw) {
    String bare = raw == null ? "" : raw.strip().replaceFirst("^[@~]", "");
    return GIVEN.matcher(bare).matches() ? null : name(bare);
  }

  /** The name as compared; null where it has no letter and no digit. */
  public static String name(String raw) {
    if (raw == null) {
      return null;
    }
    String lower = Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    String kept =
        apart
            .codePoints()
            .filter(c -> Character.isLetterOrDigit(c) || isMarkOfMeaning(c))
            .limit(LONGEST)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return kept.isEmpty() ? null : Normalizer.normalize(kept, Normalizer.Form.NFC);
  }

  /** Whether a letter stands for a word or a syllable, as Han, kana and Hangul do. */
  static boolean isDense(char letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }

  /** Accents over Latin, Greek and Cyrillic go; marks that spell, as in kana or Thai, stay. */
  private static boolean isMarkOfMeaning(int c) {
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    boolean accent =
        Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS.equals(Character.UnicodeBlock.of(c));
    return mark && !accent && c != 0xfe0f;
  }
}
