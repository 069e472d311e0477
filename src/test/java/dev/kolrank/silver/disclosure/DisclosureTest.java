package dev.kolrank.silver.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.silver.disclosure.Finding.Promotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped markers and rules. */
class DisclosureTest {
  static final Disclosure SHIPPED = Disclosure.load(Path.of("conf/disclosure.conf"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "New lipstick #ad | EU GB US",
        "#AD my favourite serum | EU GB US",
        "Sponsored by Acme, thanks! | EU GB US",
        "In paid partnership with Acme | EU GB US",
        "Mein neues Rad. #Anzeige | EU",
        "Unboxing #publicidad | EU",
        "本条为广告，请注意 | CN",
        "新しい化粧水です #PR | JP",
        "＃ＰＲ 新しい化粧水 | JP",
        "最高の化粧水でした#PR | JP",
        "这支口红太好看了#ad | EU GB US",
        "thanks🙏#ad | EU GB US",
        "새 립스틱 리뷰 #광고 | KR",
        "이 영상은 유료광고를 포함합니다 | KR",
        "El tratamiento #publicidad | EU"
      })
  void markersDiscloseWhereTheyAreInUse(String text, String rules) {
    Finding finding = of(text);
    assertEquals(Optional.of(Promotion.MARKER), finding.promotion(), text);
    assertEquals(List.of(rules.split(" ")), finding.disclosedIn());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This video is not sponsored by anyone",
        "#notsponsored honest review",
        "This is not an ad",
        "This is not an #ad",
        "Unbezahlte Werbung",
        "无广告，自费购买",
        "不是广告，放心看",
        "광고 아님, 내돈내산",
        "#adventure in the Alps",
        "#adidas",
        "#prague",
        "#ad_free music",
        "hello",
        "",
        "提供服务，合作愉快，推广普通话",
        "best friends #collab",
        "下单前先看看"
      })
  void denialsOtherWordsAndWeakWordsAloneTellNothing(String text) {
    assertEquals(Finding.NOTHING, of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "use code ANN10 today",
        "#gifted",
        "#spon",
        "这期视频有恰饭",
        "商务合作请私信",
        "my pick https://amzn.to/3xYz",
        "my pick https://shop.example/x #collab"
      })
  void whatPromotesWithoutDisclosingIsAHint(String text) {
    Finding finding = of(text);
    assertEquals(Optional.of(Promotion.HINT), finding.promotion());
    assertEquals(List.of(), finding.disclosedIn());
  }

  @Test
  void aDenialTakesNothingFromAnotherMarker() {
    Finding finding = of("The last video was not an ad, but this one is: #ad");
    assertEquals(List.of("#ad"), finding.evidence());
  }

  @Test
  void aMarkerAmongManyHashtagsIsEvidenceAndDisclosesNothing() {
    Finding finding = of("Glow #skin #beauty #love #summer #ad");
    assertEquals(Optional.of(Promotion.MARKER), finding.promotion());
    assertEquals(List.of(), finding.disclosedIn());
    assertEquals(List.of("EU", "GB", "US"), of("Glow #skin #beauty #ad #love").disclosedIn());
  }

  @Test
  void aMarkerFarDownDisclosesOnlyWhereNoPlaceIsPrescribed() {
    String long_ = "word ".repeat(60);
    assertEquals(List.of(), of(long_ + "#ad").disclosedIn());
    assertEquals(List.of("CN"), of("好".repeat(300) + "广告").disclosedIn());
    assertEquals(
        List.of("EU", "GB", "US"), SHIPPED.of("#ad", long_, List.of(), false, false).disclosedIn());
  }

  @Test
  void thePlatformsMarkSufficesWhereTheRuleSaysSo() {
    Finding finding = SHIPPED.of(null, "hello", List.of(), true, false);
    assertEquals(Optional.of(Promotion.PLATFORM), finding.promotion());
    assertEquals(List.of("CN", "EU", "GB", "JP", "KR", "US"), finding.disclosedIn());
    assertEquals(List.of("platform mark"), finding.evidence());
  }

  @Test
  void tagsThatTheCaptionLacksCountByTheirOwnOrder() {
    assertEquals(List.of("EU", "GB", "US"), tagged("hello", "skin", "ad").disclosedIn());
    assertEquals(List.of(), tagged("hello", "a", "b", "c", "d", "#AD").disclosedIn());
    assertEquals(List.of("#ad"), tagged("hello", "a", "b", "c", "d", "#AD").evidence());
    assertEquals(
        List.of(), tagged("x #a #b #c #ad", "ad").disclosedIn(), "the caption shows the place");
    assertEquals(Finding.NOTHING, tagged("hello", "adventure"));
  }

  private static Finding tagged(String text, String... tags) {
    return SHIPPED.of(null, text, List.of(tags), false, false);
  }

  private static Finding of(String text) {
    return SHIPPED.of(null, text, List.of(), false, text.contains("://"));
  }
}
