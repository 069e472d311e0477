package dev.kolrank.silver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTokensTest {

  @Test
  void spacedScriptsGiveLowerCaseWords() {
    assertEquals(List.of("street", "food", "köln"), SearchTokens.of("Street-Food IN Köln!"));
    assertEquals(List.of("belleza", "niños"), SearchTokens.of("Belleza, niños"));
  }

  @Test
  void chineseJapaneseAndKoreanGiveOverlappingPairs() {
    assertEquals(List.of("化妆", "妆品"), SearchTokens.of("化妆品"));
    assertEquals(List.of("スキ", "キン"), SearchTokens.of("スキン"));
    assertEquals(List.of("메이", "이크", "크업"), SearchTokens.of("메이크업"));
    assertEquals(List.of("妆"), SearchTokens.of("妆"));
  }

  @Test
  void wideAndNarrowFormsAreOne() {
    assertEquals(List.of("abc", "123"), SearchTokens.of("ＡＢＣ １２３"));
    assertEquals(SearchTokens.of("スキン"), SearchTokens.of("ｽｷﾝ"));
  }

  @Test
  void nothingGivesNothing() {
    assertEquals(List.of(), SearchTokens.of(null));
    assertEquals(List.of(), SearchTokens.of(" — !\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | I love cooking for my family and sharing every recipe with you",
        "zh | 每天分享护肤和化妆的小技巧，喜欢的朋友请关注我",
        "ja | 毎日おいしい料理のレシピを紹介しています",
        "ko | 매일 맛있는 요리와 화장품을 소개합니다",
        "es | Comparto recetas de cocina y consejos para toda la familia",
        "de | Ich zeige euch jeden Tag, was ich für meine Familie koche",
        "ru | Каждый день я готовлю и делюсь рецептами",
        "ar | أشارككم كل يوم وصفات الطبخ",
        "en | what do you think of it, I was so happy that they won",
        "es | no me gusta lo que hacen con los videos, es muy triste",
        "pt | não gosto do que eles fazem com os vídeos, é muito triste",
        "fr | je ne sais pas ce que vous en pensez mais c'est dans la vidéo",
        "de | ich weiß nicht, was ihr davon haltet, aber es ist im Video",
        "id | saya tidak tahu apa yang mereka lakukan dengan video ini",
        "tr | bu videoyu çok beğendim ama daha iyi olabilir bence",
        "vi | tôi rất thích món ăn này và muốn chia sẻ với mọi người",
        "zh | 今天用了SK-II的面膜，好用！",
        "ja | この動画めっちゃ好き",
        "ko | 진짜 예뻐요 lol"
      })
  void languagesAreToldApart(String language, String text) {
    assertEquals(language, Languages.detect(text));
  }

  @Test
  void whatCannotBeDecidedIsNotGuessed() {
    assertNull(Languages.detect(null));
    assertNull(Languages.detect(""));
    assertNull(Languages.detect("12345 🙂"));
  }
}
