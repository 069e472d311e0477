package dev.kolrank.silver.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  private static final Phrases<String> PHRASES =
      new Phrases<>(
          Map.of("use", "1", "use code", "2", "#ad", "3", "广告", "4", "code x", "5", "erid", "6"));

  @Test
  void theLongestPhraseWinsAndNoneIsWithinAnother() {
    assertEquals(List.of("2"), in("use code x"));
    assertEquals(List.of("1", "1"), in("use use cod"));
  }

  @Test
  void wordsStandAloneWhateverTheirScriptOthersAnywhere() {
    assertEquals(List.of(), in("reuse users used use_ use9 éuse"));
    assertEquals(List.of("1", "1", "1"), in("use,use 我use吧"));
    assertEquals(List.of("4", "4"), in("有广告的广告"));
    assertEquals(List.of("3"), in("看#ad"));
    assertEquals(List.of(), in("#ads"));
  }

  private static List<String> in(String text) {
    return PHRASES.in(text).stream().map(Phrases.Match::value).toList();
  }
}
