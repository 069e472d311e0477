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
    assertEquals("9999", Counts.wan(9_999));
    assertEquals("1万", Counts.wan(10_000));
    assertEquals("1.2万", Counts.wan(12_999));
    assertEquals("3.4亿", Counts.wan(340_000_000));
    assertEquals("9.9万", Counts.capped(99_999));
    assertEquals("10万+", Counts.capped(100_000));
  }

  @Property
  void subscribersKeepThreeDigits(@ForAll @LongRange(min = 0, max = 1L << 40) long count) {
    long rounded = Counts.threeDigits(count);
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
