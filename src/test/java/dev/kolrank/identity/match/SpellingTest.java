package dev.kolrank.identity.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "小明 Ch.,小明ch",
    "ＫｏｌＲａｎｋ,kolrank",
    "ｶﾞﾁ,ガチ",
    "한국 채널,한국채널",
    "Ёлка_42,елка42",
    "✨Zoë✨,zoe",
    "محمد 1,محمد1"
  })
  void lettersAndDigitsAloneCount(String raw, String spelled) {
    assertEquals(spelled, Spelling.name(raw));
  }

  @Test
  void aNameOfSymbolsIsThese() {
    assertEquals("🎮🎮", Spelling.name("🎮🎮"));
  }

  @Test
  void otherScriptsAreReadInLatinLettersToo() {
    assertEquals(List.of("演示厨师", "yanshichushi"), Spelling.names("演示厨师"));
    assertEquals(List.of("demochef"), Spelling.names("Demo Chef"));
    assertEquals(List.of(), Spelling.names(null));
  }

  @Test
  void initialsAreTakenFromWordsAndFromChineseSigns() {
    assertEquals("anna maria lopez", Spelling.words("Anna-María López ✨"));
    assertEquals("li zi qi", Spelling.words("李子柒"));
    assertEquals("li zi qi liziqi", Spelling.words("李子柒 Liziqi"));
    assertEquals("zeng xiao ming", Spelling.words("曾小明"));
    assertEquals(
        "anna " + "b".repeat(60),
        Spelling.words("Anna " + "b".repeat(1_000_000)),
        "no more than the longest handle holds");
    assertNull(Spelling.words("Zwiebelturm"), "one word");
    assertNull(Spelling.words("a b c d e f"), "a sentence");
    assertNull(Spelling.words("🎮🎮"));
    assertNull(Spelling.words(null));
  }

  @Test
  void whatIsEmptyIsNoName() {
    assertNull(Spelling.name(" "));
    assertNull(Spelling.name(""));
    assertNull(Spelling.name(null));
  }

  @Test
  void whatAPlatformGaveIsNoHandle() {
    assertNull(Spelling.handle("61550000000001"));
    assertNull(Spelling.handle("UCabcdefghijklmnopqrstuv"));
    assertEquals("demochef", Spelling.handle("@Demo.Chef"));
  }
}
