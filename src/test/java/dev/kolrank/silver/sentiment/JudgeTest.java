package dev.kolrank.silver.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped lexicon, as an untrained lake uses it. */
class JudgeTest {
  private static final Judge JUDGE = Judge.untrained();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | I love this, it is great! | POSITIVE",
        "en | I do not like it at all | NEGATIVE",
        "en | this is terrible :( | NEGATIVE",
        "en | The parcel has arrived | NEUTRAL",
        "zh | 太好看了，超爱 | POSITIVE",
        "zh | 一点都不好看，差评 | NEGATIVE",
        "zh | 今天星期三 | NEUTRAL",
        "zh | 明天见[哈哈] | POSITIVE",
        "es | mañana 😍😍 | POSITIVE",
        "es | mañana 😡 | NEGATIVE"
      })
  void wordsFacesAndEmojiLean(String language, String text, Polarity polarity) {
    assertEquals(polarity, JUDGE.of(text, language).orElseThrow().polarity());
  }

  @Test
  void ofLanguagesThatNobodyListsNothingIsSaidWithoutEmoji() {
    assertEquals(Optional.empty(), JUDGE.of("me gusta mucho", "es"));
    assertEquals(Optional.empty(), JUDGE.of("great", null));
    assertTrue(JUDGE.of("👍", null).orElseThrow().sentiment() > 0);
  }

  @Test
  void aDenialReachesToTheNextStop() {
    assertTrue(JUDGE.of("not today. great", "en").orElseThrow().sentiment() > 0);
    assertTrue(JUDGE.of("not great", "en").orElseThrow().sentiment() < 0);
    assertTrue(JUDGE.of("isn’t great", "en").orElseThrow().sentiment() < 0);
  }

  @Test
  void piecesKeepWhatCarriesFeelingAndLeaveOutPeopleAndLinks() {
    var pieces = Lexicon.SHIPPED.pieces("@Ann_1 Don't https://x.example/a?b=1 好看[爱你] :) 👍🏽!42");
    assertEquals(
        List.of("don't", "好看", "[爱你]", ":)", "👍", "!"), pieces.stream().map(Piece::text).toList());
  }
}
