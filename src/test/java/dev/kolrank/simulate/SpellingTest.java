package dev.kolrank.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** How numbers, names, times and ids are written. */
class SpellingTest {

  @Test
  void chineseCountsAreCutToOneDecimal() {
    assertEquals(Spelled.exact("9999", 9_999), Counts.wan(9_999));
    assertEquals(Spelled.rounded("1万", 10_000), Counts.wan(10_000));
    assertEquals(Spelled.rounded("1.2万", 12_000), Counts.wan(12_999));
    assertEquals(Spelled.rounded("3.4亿", 340_000_000), Counts.wan(340_000_000));
    assertEquals(Spelled.rounded("9.9万", 99_000), Counts.capped(99_999));
    assertEquals(new Spelled<>("10万+", 100_000L, true, true), Counts.capped(100_000));
  }

  @Test
  void otherCountsAreCutLabelledOrGrouped() {
    assertEquals(Spelled.exact("999", 999), Counts.letters(999));
    assertEquals(Spelled.rounded("10.9K", 10_900), Counts.letters(10_999));
    assertEquals(Spelled.rounded("3M", 3_000_000), Counts.letters(3_049_999));
    assertEquals(Spelled.exact("赞[74065]", 74_065), Counts.labelled("赞", 74_065));
    assertEquals(Spelled.exact("1,234", 1_234), Counts.grouped(1_234));
    assertEquals(Spelled.exact("7,33,31,38,580", 7_333_138_580L), Counts.indian(7_333_138_580L));
    assertEquals(Spelled.exact("85", 85), Counts.indian(85));
  }

  @Property
  void subscribersKeepThreeDigits(@ForAll @LongRange(min = 0, max = 1L << 40) long count) {
    long rounded = Counts.threeDigits(count).value();
    assertTrue(rounded <= count && count - rounded <= count / 100);
  }

  @Test
  void namesAreMaskedByCharacters() {
    assertEquals("*", Masking.name("A"));
    assertEquals("A*", Masking.name("AB"));
    assertEquals("北***京", Masking.name("北的京"));
    assertEquals("小***🔥", Masking.name("小樱🔥"));
  }

  @Test
  void hashesAreTheFirstSixteenDigitsOfSha256() {
    assertEquals("9f86d081884c7d65", Masking.hash("test"));
  }

  @Test
  void timesAreSpelledAsTheFormatsDo() {
    assertEquals("2024-01-01 12:00:00+08:00", Times.china(1_704_081_600));
    assertEquals("2024-01-01T04:00:00Z", Times.iso(1_704_081_600));
    assertEquals("2024-01-01T04:00:00.000Z", Times.isoMillis(1_704_081_600));
  }

  @Test
  void idsOfAccountsAreUniqueAndNeverThoseOfCommenters() {
    for (Site site : Site.values()) {
      Set<String> ids = new HashSet<>();
      for (long number = 0; number < 20_000; number++) {
        assertTrue(ids.add(Ids.account(site, number)));
      }
      for (long number = 0; number < 20_000; number++) {
        assertTrue(!ids.contains(Ids.commenter(site, Draw.mix(number))));
      }
    }
  }

  @Test
  void idsHaveTheLengthOfRealOnes() {
    long at = 1_780_000_000;
    assertEquals(24, Ids.account(Site.XIAOHONGSHU, 5).length());
    assertEquals(24, Ids.account(Site.YOUTUBE, 5).length());
    assertEquals(10, Ids.account(Site.WEIBO, 5).length());
    assertEquals(19, Ids.account(Site.TIKTOK, 5).length());
    assertEquals(24, Ids.post(Site.XIAOHONGSHU, 9, at).length());
    assertEquals(11, Ids.post(Site.YOUTUBE, 9, at).length());
    assertEquals(16, Ids.post(Site.WEIBO, 9, at).length());
    assertEquals(19, Ids.post(Site.X, 9, at).length());
    assertEquals(19, Ids.post(Site.DOUYIN, 9, at).length());
    assertEquals(19, Ids.post(Site.INSTAGRAM, 9, at).length());
  }

  @Test
  void codesOfPostsAreThoseOfRealLinks() {
    assertEquals("z0JH2lOMb", Ids.weiboCode("3501756485200075"));
    assertEquals("BV17x411w7KC", Ids.bilibiliCode("170001"));
    assertEquals("BA", Ids.instagramCode("64"));
  }

  @Test
  void anEncodingKeepsWhatItHas() {
    assertEquals("小樱的日常", Encoding.GBK.kept("小樱🌸的日常"));
    assertEquals("Café", Encoding.WINDOWS.kept("Café☕"));
  }

  @Test
  void everyNicheHasWordsInEveryLanguage() {
    Vocabulary vocabulary = Vocabulary.load();
    assertEquals(24, vocabulary.niches().size());
    for (Niche niche : vocabulary.niches()) {
      niche
          .words()
          .forEach(
              (language, words) -> {
                boolean full = language == Language.EN || language == Language.ZH;
                assertEquals(full ? 15 : 8, words.size(), niche.id() + " " + language);
                assertEquals(words.size(), new HashSet<>(words).size(), niche.id());
              });
    }
  }
}
