package dev.kolrank.silver;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.kolrank.SparkFixture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;

class DisclosureTest {
  private static final Disclosure SHIPPED = Disclosure.load();

  @Test
  void markersOfManyLanguagesDisclose() {
    assertEquals(
        List.of(),
        unmarked(
            "New lipstick #ad",
            "#AD my favourite serum",
            "Sponsored by Acme, thanks!",
            "In paid partnership with Acme",
            "Mein neues Rad. #Anzeige",
            "Unboxing #publicidad",
            "这期视频有恰饭",
            "本条为广告，请注意",
            "新しい化粧水です #PR",
            "새 립스틱 리뷰 #광고",
            "이 영상은 유료광고를 포함합니다"));
  }

  @Test
  void whoSaysThatItIsNotPaidDisclosesNothing() {
    assertEquals(
        List.of(),
        marked(
            "This video is not sponsored by anyone",
            "#notsponsored honest review",
            "This is not an ad",
            "Unbezahlte Werbung",
            "无广告，自费购买",
            "不是广告，放心看",
            "광고 아님, 내돈내산"));
  }

  @Test
  void aMarkerInsideAnotherWordIsNone() {
    assertEquals(
        List.of(), marked("#adventure in the Alps", "#adidas", "#prague", "#address", "hello", ""));
  }

  @Test
  void vagueWordsAndPlainSellingDiscloseNothing() {
    assertEquals(List.of(), marked("#spon", "#collab with friends", "use code ANN10", "#gifted"));
  }

  @Test
  void aDenialTakesNothingFromAnotherMarker() {
    assertEquals(List.of(), unmarked("The last video was not an ad, but this one is: #ad"));
  }

  @Test
  void noTextIsNotDecided() {
    assertNull(decided(Arrays.asList("hello", null)).get(1));
  }

  private static List<String> marked(String... texts) {
    return those(true, texts);
  }

  private static List<String> unmarked(String... texts) {
    return those(false, texts);
  }

  private static List<String> those(boolean marked, String... texts) {
    List<Boolean> decided = decided(List.of(texts));
    return Arrays.stream(texts)
        .filter(t -> decided.get(List.of(texts).indexOf(t)) == marked)
        .toList();
  }

  private static List<Boolean> decided(List<String> texts) {
    return SparkFixture.spark()
        .createDataset(texts, Encoders.STRING())
        .coalesce(1)
        .select(SHIPPED.marks(col("value")))
        .collectAsList()
        .stream()
        .map(r -> (Boolean) r.get(0))
        .collect(Collectors.toList());
  }
}
