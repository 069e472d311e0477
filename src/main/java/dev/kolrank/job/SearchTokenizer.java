package dev.kolrank.job;

import dev.kolrank.niche.Tokenizer;
import dev.kolrank.silver.SearchTokens;
import java.util.List;

/** The one tokenizer of texts about topics, for steps that must not know the silver layer. */
enum SearchTokenizer implements Tokenizer {
  SEARCH_TOKENS;

  @Override
  public List<String> of(String text) {
    return SearchTokens.of(text);
  }
}
