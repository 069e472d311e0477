package dev.kolrank.silver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Search tokens of text in any language by Lucene's CJK analyser: lower-cased words of spaced
 * scripts, overlapping pairs of Chinese, Japanese and Korean characters.
 */
public final class SearchTokens {
  private static final Analyzer ANALYZER = new CJKAnalyzer();

  private SearchTokens() {}

  /** The tokens in order; none for null. */
  public static List<String> of(String text) {
    var tokens = new ArrayList<String>();
    if (text == null) {
      return tokens;
    }
    try (TokenStream stream = ANALYZER.tokenStream("text", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
      return tokens;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
