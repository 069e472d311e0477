package dev.kolrank.identity.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name's words as people read them, whatever the way of writing: one width, one case, no accents
 * on Latin, Greek and Cyrillic letters, simplified Chinese, katakana, plain Arabic letters, Western
 * digits. Signs that are no letters part words and go; a name of signs alone keeps its symbols.
 */
final class Words {
  private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCCasefoldInstance();
  private static final SignTable SIMPLIFIED = new SignTable("Traditional-Simplified");
  private static final SignTable PLAIN =
      new SignTable("NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII");

  /** Letters that names are adorned with; none of them is read. */
  private static final Set<Integer> ADORNMENTS =
      Set.of((int) '丶', (int) '灬', (int) '丨', (int) 'ʚ', (int) 'ɞ', (int) '™', (int) '℠');

  /** Kana that look like faces; beside Latin words they are no words. */
  private static final Set<String> FACES = Set.of("ツ", "シ", "ッ", "ノ");

  /** What ICU makes of some letters, such as the Hawaiian okina. */
  private static final Pattern NO_LETTER = Pattern.compile("[\\x00-\\x7f&&[^a-z0-9]]");

  private static final int NEGATIVE_CIRCLED_A = 0x1f150;
  private static final int NEGATIVE_SQUARED_A = 0x1f170;
  private static final int HIRAGANA_FIRST = 0x3041;
  private static final int HIRAGANA_LAST = 0x3096;
  private static final int KANA_DISTANCE = 0x60;

  /** Where the scan stands between two signs. */
  private enum Script {
    NONE,
    EAST_ASIAN,
    OTHER
  }

  private final StringBuilder words = new StringBuilder();
  private Script script = Script.NONE;
  private boolean atBreak = true;

  private Words() {}

  /** The words, one blank between them; null if the name is null or has nothing to read. */
  static String of(String name) {
    if (name == null) {
      return null;
    }
    if (isAscii(name)) {
      return scanned(name.toLowerCase(Locale.ROOT));
    }
    String plain = COMPATIBLE.normalize(letters(name));
    String found = scanned(plain);
    if (found == null) {
      return symbols(plain);
    }
    String kept = withoutFaces(found);
    // what stood apart may have become one sign with its new neighbour
    return COMPATIBLE.isNormalized(kept) ? kept : of(kept);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** Adornments dropped, white letters on dark ground made letters: ICU leaves both. */
  private static String letters(String name) {
    var letters = new StringBuilder(name.length());
    name.codePoints()
        .filter(c -> !ADORNMENTS.contains(c))
        .map(Words::plainLetter)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static int plainLetter(int c) {
    for (int first : new int[] {NEGATIVE_CIRCLED_A, NEGATIVE_SQUARED_A}) {
      if (c >= first && c < first + 26) {
        return 'a' + c - first;
      }
    }
    return c;
  }

  private static String scanned(String text) {
    var scan = new Words();
    text.codePoints().forEach(scan::read);
    return scan.words.isEmpty() ? null : scan.words.toString();
  }

  private void read(int c) {
    if (c == '\'' || c == '’' || c == 'ʼ' || c == 'ـ') {
      return;
    }
    if (!Scripts.isWordSign(c) || ADORNMENTS.contains(c)) {
      atBreak = true;
    } else if (Scripts.isMark(c)) {
      if (!atBreak && !isDropped(c)) {
        append(Character.toString(c), script);
      }
    } else if (Character.isDigit(c)) {
      append(String.valueOf(Character.digit(c, 10)), script);
    } else if (Scripts.isEastAsian(c)) {
      append(eastAsian(c), Script.EAST_ASIAN);
    } else {
      append(letter(c), Script.OTHER);
    }
  }

  private void append(String sign, Script of) {
    if (sign.isEmpty()) {
      return;
    }
    boolean changes = of != script && script != Script.NONE;
    if ((atBreak || changes) && !words.isEmpty()) {
      words.append(' ');
    }
    words.append(sign);
    script = of;
    atBreak = false;
  }

  /** Accents and Arabic vowel signs; in other scripts marks are letters. */
  private static boolean isDropped(int c) {
    return Scripts.isAccent(c) || Scripts.isArabic(c);
  }

  private static String eastAsian(int c) {
    if (c >= HIRAGANA_FIRST && c <= HIRAGANA_LAST) {
      return Character.toString(c + KANA_DISTANCE);
    }
    return Character.toString(Scripts.isHan(c) ? simplified(c) : c);
  }

  /** Three variants of one sign are all that the table turns in a circle. */
  private static int simplified(int c) {
    return c == '苧' || c == '苎' || c == '薴' ? '苎' : SIMPLIFIED.of(c).codePointAt(0);
  }

  private static String letter(int c) {
    if (c < 0x80) {
      return Character.toString(c);
    }
    if (Scripts.isLatinOrGreek(c)) {
      return NO_LETTER.matcher(PLAIN.of(c).toLowerCase(Locale.ROOT)).replaceAll("");
    }
    return switch (c) {
      case 'ё' -> "е";
      case 'آ', 'أ', 'إ', 'ٱ' -> "ا";
      case 'ؤ' -> "و";
      case 'ى', 'ی', 'ئ' -> "ي";
      case 'ک' -> "ك";
      case 'ة' -> "ه";
      default -> Character.toString(c);
    };
  }

  private static String withoutFaces(String words) {
    boolean isLatin = words.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    if (!isLatin) {
      return words;
    }
    var kept = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      if (!FACES.contains(word)) {
        kept.append(kept.isEmpty() ? "" : " ").append(word);
      }
    }
    return kept.toString();
  }

  private static String symbols(String text) {
    var symbols = new StringBuilder();
    text.codePoints().filter(Scripts::isSymbol).forEach(symbols::appendCodePoint);
    return symbols.isEmpty() ? null : symbols.toString();
  }

  /** The number of code points. */
  static int length(String text) {
    return UCharacter.codePointCount(text, 0, text.length());
  }
}
