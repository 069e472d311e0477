package dev.kolrank.niche;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.silver.SearchTokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyTest {
  private static final Taxonomy TAXONOMY = Taxonomy.load(SearchTokens::of);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "beauty  | My favourite lipstick and mascara, and a skincare routine for acne",
        "beauty  | 今天分享我的护肤步骤和通勤妆，口红试色也有",
        "beauty  | プチプラコスメでメイク、化粧水とリップの紹介",
        "beauty  | 데일리 메이크업과 립스틱 추천, 스킨케어 루틴",
        "beauty  | Maquillaje natural para piel con acné, labial y rímel",
        "fashion | My outfit of the day: vintage denim jacket and sneakers",
        "fashion | 秋冬穿搭分享，风衣和连衣裙的搭配",
        "food    | A quick recipe for noodle soup, cooking at home",
        "food    | 家常菜做法，教你红烧肉和蛋糕",
        "travel  | Backpacking through the islands, hotels and flights for cheap",
        "travel  | 旅行攻略：酒店、机票和景点推荐",
        "gaming  | New gameplay: speedrun of the boss fight on Playstation",
        "gaming  | 原神攻略，王者荣耀直播",
        "pets    | My puppy and two kittens at the vet",
        "pets    | 我家猫咪和狗狗的日常，猫粮测评",
        "fitness | A gym workout for abs: squats, dumbbells and protein",
        "fitness | 健身房训练计划，增肌减脂",
        "tech    | Smartphone review: battery, laptop, android and chips",
        "finance | Stocks, bonds and investing for your retirement"
      })
  void aTextGoesToItsNicheInWhateverLanguage(String niche, String text) {
    double[] at = TAXONOMY.embed(SearchTokens.of(text), null);
    assertEquals(niche, nearest(at), () -> "the embedding is " + Arrays.toString(at));
  }

  @Test
  void aDeclaredCategorySpeaksAndItsCaseDoesNotMatter() {
    assertEquals("beauty", nearest(TAXONOMY.embed(List.of(), "Makeup Artist")));
    assertEquals(5.0, max(TAXONOMY.embed(List.of(), "makeup artist")), 1e-9);
  }

  @Test
  void aCategoryOfTwoNichesSharesItsWeight() {
    double[] at = TAXONOMY.embed(List.of(), "Howto & Style");
    assertEquals(2.5, at[TAXONOMY.niches().indexOf("beauty")], 1e-9);
    assertEquals(2.5, at[TAXONOMY.niches().indexOf("fashion")], 1e-9);
  }

  @Test
  void wordsThatSayNothingOfANicheLieNowhere() {
    assertEquals(0.0, max(TAXONOMY.embed(SearchTokens.of("qwxz vbnm"), "no such category")));
    assertEquals(0.0, max(TAXONOMY.embed(List.of(), null)));
  }

  @Test
  void aRepeatedWordSaysMoreButNotAsMuchMore() {
    double once = max(TAXONOMY.embed(List.of("lipstick"), null));
    double often = max(TAXONOMY.embed(Collections.nCopies(10, "lipstick"), null));
    assertTrue(once < often && often < 5 * once, () -> once + " and " + often);
  }

  @Test
  void theOrderOfTheWordsDoesNotMatter() {
    List<String> words =
        new ArrayList<>(SearchTokens.of("lipstick recipe gym stocks puppy outfit lipstick 护肤"));
    double[] inOrder = TAXONOMY.embed(words, "food");
    Collections.shuffle(words, new Random(7));
    assertArrayEquals(inOrder, TAXONOMY.embed(words, "food"), 0.0);
  }

  @Test
  void itsNameIsTheSameOnEveryStart() {
    assertEquals(
        Taxonomy.load(SearchTokens::of).toString(),
        "Taxonomy[%d niches, %d words]"
            .formatted(TAXONOMY.niches().size(), TAXONOMY.words().size()));
  }

  private static String nearest(double[] at) {
    int best = 0;
    for (int i = 1; i < at.length; i++) {
      best = at[i] > at[best] ? i : best;
    }
    return at[best] > 0 ? TAXONOMY.niches().get(best) : "nowhere";
  }

  private static double max(double[] at) {
    return Arrays.stream(at).max().orElseThrow();
  }
}
