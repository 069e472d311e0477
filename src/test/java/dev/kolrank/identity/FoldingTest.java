package dev.kolrank.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.kolrank.SparkFixture;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class FoldingTest {

  @Test
  void namesAreFolded() {
    assertEquals("demochef", Folding.fold("Ｄemo  Chef 🍳❤️👩🏽‍🍳"));
    assertEquals("老王的厨房", Folding.fold("老王 的厨房"));
    assertEquals("a.b_c", Folding.fold("A.B_c"));
    assertNull(Folding.fold((String) null));
  }

  @Test
  void namesResembleWhenEqualOrLongEnoughInside() {
    assertEquals(Folding.EQUAL, Folding.resemblance("Demo.Chef", "x\ndemo_chef"));
    assertEquals(Folding.CONTAINED, Folding.resemblance("chef", "demochef"));
    assertEquals(Folding.NONE, Folding.resemblance("che", "demochef"));
    assertEquals(Folding.EQUAL, Folding.resemblance("老王", "老王!"));
    assertEquals(Folding.NONE, Folding.resemblance("老王", "老王的厨房"));
    assertEquals(Folding.EQUAL, Folding.resemblance("Ramón Núñez", "ramonnunez"));
    assertEquals(Folding.EQUAL, Folding.resemblance("李子柒", "Li Ziqi"));
    assertEquals(Folding.EQUAL, Folding.resemblance("臺灣美食", "台湾美食"));
    assertEquals(Folding.NONE, Folding.resemblance("李子", "Li Ziqi"), "syllables are in many");
    assertEquals(Folding.NONE, Folding.resemblance("...", "!!!"));
    assertEquals(Folding.NONE, Folding.resemblance("🎮🎮", "🎮🎮"));
    assertEquals(Folding.NONE, Folding.resemblance(null, "a"));
  }

  @Test
  void fansAreKnownByWords() {
    assertEquals(
        List.of(true, true, true, true, true),
        fans("taylor_fans", "BTS Fan Account", "Daily CLIPS!", "王一博应援站", "팬계정"));
    assertEquals(List.of(false, false, false), fans("fantastic", "newspaper", "infant"));
  }

  @Test
  void biosTellFansByPhrasesAlone() {
    assertEquals(
        List.of(true, true, true, true),
        bios("Fan page, not Ann.", "clips of Ann", "粉丝自发运营", "非公式です"));
    assertEquals(
        List.of(false, false, false),
        bios("Huge fan of jazz | News & Politics", "ファンデ中心の日々", "팬더를 좋아해요"));
  }

  private static List<Boolean> fans(String... names) {
    return told(FanWords.in(FanWords.folded(functions.col("value")), functions.lit("")), names);
  }

  private static List<Boolean> bios(String... bios) {
    return told(FanWords.in(functions.lit("ann"), FanWords.folded(functions.col("value"))), bios);
  }

  private static List<Boolean> told(Column isFan, String... texts) {
    return SparkFixture.spark()
        .createDataset(List.of(texts), Encoders.STRING())
        .select(isFan)
        .as(Encoders.BOOLEAN())
        .collectAsList();
  }

  @Test
  void addressesAreOwnOrPages() {
    assertEquals(
        List.of("ann.example.org/me", "linkpage:linktr.ee/ann", "shop.com"),
        SharedLinks.shipped()
            .addresses(
                "https://linktr.ee/Ann http://www.shop.com https://ann.example.org/me"
                    + " https://open.spotify.com/artist/1 https://instagram.com/ann"));
  }
}
