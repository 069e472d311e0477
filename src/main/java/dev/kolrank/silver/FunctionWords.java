package dev.kolrank.silver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * Words that hold sentences together tell most texts' language for a hundredth of what n-gram
 * models cost.
 */
final class FunctionWords {
  private static final int ENOUGH = 3;

  /** Lucene's English list is short; what people say of themselves is not on it. */
  private static final Set<String> ENGLISH =
      Set.of("i", "you", "my", "your", "have", "just", "what", "all", "so", "we", "from", "i'm");

  private static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "id", "pt", "tr");
  private static final Map<String, Integer> BITS = bits();

  private FunctionWords() {}

  private static Map<String, Integer> bits() {
    var bits = new HashMap<String, Integer>();
    add(bits, "de", GermanAnalyzer.getDefaultStopSet());
    add(bits, "en", EnglishAnalyzer.getDefaultStopSet());
    add(bits, "es", SpanishAnalyzer.getDefaultStopSet());
    add(bits, "fr", FrenchAnalyzer.getDefaultStopSet());
    add(bits, "id", IndonesianAnalyzer.getDefaultStopSet());
    add(bits, "pt", PortugueseAnalyzer.getDefaultStopSet());
    add(bits, "tr", TurkishAnalyzer.getDefaultStopSet());
    ENGLISH.forEach(word -> bits.merge(word, 1 << LANGUAGES.indexOf("en"), (a, b) -> a | b));
    return bits;
  }

  private static void add(Map<String, Integer> bits, String language, CharArraySet words) {
    for (Object word : words) {
      bits.merge(new String((char[]) word), 1 << LANGUAGES.indexOf(language), (a, b) -> a | b);
    }
  }

  /** The language whose words the text clearly has most of; empty where that is not clear. */
  static Optional<String> language(String lowerCase) {
    int[] hits = new int[LANGUAGES.size()];
    int from = 0;
    for (int i = 0; i <= lowerCase.length(); i++) {
      boolean inside = i < lowerCase.length() && isInWord(lowerCase.charAt(i));
      if (!inside) {
        if (i > from) {
          count(lowerCase.substring(from, i), hits);
        }
        from = i + 1;
      }
    }
    int best = 0;
    for (int l = 1; l < hits.length; l++) {
      best = hits[l] > hits[best] ? l : best;
    }
    int second = 0;
    for (int l = 0; l < hits.length; l++) {
      second = l == best ? second : Math.max(second, hits[l]);
    }
    boolean clear = hits[best] >= (second == 0 ? ENOUGH - 1 : ENOUGH) && hits[best] >= 2 * second;
    return clear ? Optional.of(LANGUAGES.get(best)) : Optional.empty();
  }

  private static boolean isInWord(char c) {
    return c == '\'' || Character.isLetter(c);
  }

  private static void count(String word, int[] hits) {
    int bits = BITS.getOrDefault(word, 0);
    for (int l = 0; bits != 0; l++, bits >>= 1) {
      hits[l] += bits & 1;
    }
  }
}
