package dev.kolrank.identity.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeysTest {

  @ParameterizedTest
  @CsvSource({
    "Demo Chef, demo chef",
    "Ｄｅｍｏ　Ｃｈｅｆ, demo chef",
    "demo.chef_1, demo chef 1",
    "José Núñez, jose nunez",
    "Trần Thị Hường, tran thi huong",
    "Łukasz Straße Ørsted, lukasz strasse orsted",
    "İSTANBUL ılık, istanbul ilik",
    "Z̴̡a͖l͠g͝o, zalgo",
    "O'Brien’s, obriens",
    "𝓓𝓮𝓶𝓸 Ⓓⓔⓜⓞ 🅳🅴🅼🅾 🅓🅔🅜🅞 ᴅᴇᴍᴏ ᴰᵉᵐᵒ, demo demo demo demo demo demo",
    "꧁༺ Demo ༻꧂ ™ ʚɞ, demo",
    "Demo ツ, demo",
    "Άλεξης, αλεξησ"
  })
  void latinNamesAreFolded(String name, String words) {
    assertEquals(words, NameKeys.of(name).words());
  }

  @ParameterizedTest
  @CsvSource({
    "老王 的厨房🍳, 老王 的厨房, laowangdechufang",
    "李子柒Liziqi, 李子柒 liziqi, liziqi",
    "單田芳, 单田芳, shantianfang",
    "曾志偉, 曾志伟, zengzhiwei",
    "丶小明灬, 小明, xiaoming",
    "【官方】小明２号, 官方 小明2号, guanfangxiaoming2hao"
  })
  void chinese(String name, String words, String latin) {
    assertKeys(name, words, latin);
  }

  @ParameterizedTest
  @CsvSource({
    "きずなアイ, キズナアイ, kizunaai",
    "ｷｽﾞﾅｱｲ, キズナアイ, kizunaai",
    "ラッキー, ラッキー, rakki",
    "とうきょう, トウキョウ, tokyo",
    "しんいち, シンイチ, shinichi",
    "ヴァイオ・フォー, ヴァイオ フォー, vaiofo",
    "ウィキ, ウィキ, wiki",
    "ツナ, ツナ, tsuna"
  })
  void japanese(String name, String words, String latin) {
    assertKeys(name, words, latin);
  }

  @ParameterizedTest
  @CsvSource({
    "아이유, 아이유, aiyu",
    "블랙핑크 BLACKPINK, 블랙핑크 blackpink, beullaekpingkeublackpink",
    "설리, 설리, seolli",
    "한국인, 한국인, hangugin",
    "김치, 김치, gimchi"
  })
  void korean(String name, String words, String latin) {
    assertKeys(name, words, latin);
  }

  @ParameterizedTest
  @CsvSource({
    "Юлия ЩУКИНА, юлия щукина, yuliashchukina",
    "Елена, елена, elena",
    "Алёна, алена, alena",
    "Дмитрий, дмитрий, dmitry",
    "Їжак, їжак, izhak",
    "Ма́ша, маша, masha"
  })
  void cyrillic(String name, String words, String latin) {
    assertKeys(name, words, latin);
  }

  @ParameterizedTest
  @CsvSource({
    "مُحَمَّد, محمد, mhmd",
    "محـــمد, محمد, mhmd",
    "أحمد, احمد, ahmd",
    "على, علي, ʿly",
    "فاطمة ١٢, فاطمه 12, fatmh12"
  })
  void arabic(String name, String words, String latin) {
    assertEquals(words, NameKeys.of(name).words());
    assertEquals(latin.replace("ʿ", ""), NameKeys.of(name).latin());
  }

  @ParameterizedTest
  @CsvSource({"🐼🎀, 🐼🎀", "🐼 🎀, 🐼🎀", "👋🏽❤️, 👋❤", "👩‍🍳, 👩🍳", "★, ★", "🇨🇳, 🇨🇳"})
  void symbolsAloneAreAKey(String name, String key) {
    assertKeys(name, key, key);
    assertEquals(key, NameKeys.of(name).folded());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　\t", "...", "_-_", "\u200d\ufe0f", "🏽", "！？"})
  void nothingToReadIsNoName(String name) {
    assertNull(NameKeys.of(name));
  }

  @Test
  void noNameIsNoKey() {
    assertNull(NameKeys.of(null));
  }

  @Test
  void marksOfOtherScriptsAreLetters() {
    assertEquals("हिन्दी", NameKeys.of("हिन्दी").words());
    assertEquals("สวัสดี", NameKeys.of("สวัสดี").words());
  }

  private static void assertKeys(String name, String words, String latin) {
    NameKeys keys = NameKeys.of(name);
    assertEquals(words, keys.words());
    assertEquals(words.replace(" ", ""), keys.folded());
    assertEquals(latin, keys.latin());
  }
}
