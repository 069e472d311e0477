package dev.kolrank.silver;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Locale;

/** Which language a text is in, by Lingua's n-gram models; loaded once per executor when needed. */
final class Languages {
  private static final int ENOUGH = 600;

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
  static String detect(String text) {
    if (text == null) {
      return null;
    }
    String start = text.substring(0, Math.min(text.length(), ENOUGH));
    Language language = Models.DETECTOR.detectLanguageOf(start);
    IsoCode639_1 code = language.getIsoCode639_1();
    return language == Language.UNKNOWN ? null : code.name().toLowerCase(Locale.ROOT);
  }
}
