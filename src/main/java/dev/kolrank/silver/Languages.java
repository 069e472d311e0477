package dev.kolrank.silver;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * Which language a text is in: by its script where only one language is written in it, by function
 * words where they are clear, else by Lingua's n-gram models, which are loaded once per executor
 * when needed.
 */
public final class Languages {
  private static final int ENOUGH = 600;

  /** The models cost a thousand times what the other looks do, by the character. */
  private static final int ENOUGH_FOR_MODELS = 200;

  private Languages() {}

  /** Holds the models apart, so that they load only when a text must be decided. */
  private static final class Models {
    static final LanguageDetector DETECTOR =
        LanguageDetectorBuilder.fromLanguages(
                Language.ARABIC,
                Language.CHINESE,
                Language.ENGLISH,
                Language.FRENCH,
                Language.GERMAN,
                Language.HINDI,
                Language.INDONESIAN,
                Language.JAPANESE,
                Language.KOREAN,
                Language.PORTUGUESE,
                Language.RUSSIAN,
                Language.SPANISH,
                Language.THAI,
                Language.TURKISH,
                Language.VIETNAMESE)
            .withLowAccuracyMode()
            .build();
  }

  /** ISO 639-1 code of the text's language, or null when undecided. */
  public static String detect(String text) {
    if (text == null) {
      return null;
    }
    String start = text.substring(0, Math.min(text.length(), ENOUGH));
    String byScript = byScript(start);
    if (byScript != null) {
      return byScript.isEmpty() ? null : byScript;
    }
    Optional<String> byWords = FunctionWords.language(start.toLowerCase(Locale.ROOT));
    if (byWords.isPresent()) {
      return byWords.get();
    }
    Language language =
        Models.DETECTOR.detectLanguageOf(
            start.substring(0, Math.min(start.length(), ENOUGH_FOR_MODELS)));
    IsoCode639_1 code = language.getIsoCode639_1();
    return language == Language.UNKNOWN ? null : code.name().toLowerCase(Locale.ROOT);
  }

  /** The language of the script that most letters are of; null where several share it. */
  private static String byScript(String text) {
    int latin = 0;
    int han = 0;
    int kana = 0;
    int hangul = 0;
    int others = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (!Character.isLetter(c)) {
        continue;
      }
      letters++;
      switch (Character.UnicodeScript.of(c)) {
        case LATIN -> latin++;
        case HAN -> han++;
        case HIRAGANA, KATAKANA -> kana++;
        case HANGUL -> hangul++;
        default -> others++;
      }
    }
    if (letters == 0) {
      return "";
    }
    // a Chinese or Japanese character says about as much as three letters do
    int dense = 3 * (han + kana + hangul);
    if (others > 0 || dense < latin) {
      return null;
    }
    return hangul > han + kana ? "ko" : kana * 8 > han + kana ? "ja" : "zh";
  }
}
