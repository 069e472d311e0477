package dev.kolrank.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <b>new</b> <a href="https://a.example/?x=1">menu</a>      | new menu
          one<br>two<br/>three<BR />four                             | one~two~three~four
          <p>one</p><p>two</p>                                       | one~two
          <span class="url-icon"><img src="x.png"/></span>早         | 早
          I <3 you, 2 < 3 > 1                                        | I <3 you, 2 < 3 > 1
          <Episode 3> - Song                                         | <Episode 3> - Song
          a <!-- hidden --> b                                        | a  b
          <a<b>bold</b>                                              | <abold
          fish &amp; chips &lt;b&gt; &quot;hot&quot; &#39;x&apos;    | fish & chips <b> "hot" 'x'
          &#20320;&#x597d; &hellip; &nbsp;&copy;                     | 你好 …  ©
          &amp;amp;                                                  | &amp;
          &bogus; AT&T &; &#; &#x; &#xD800; &#99999999; &#0;         | &bogus; AT&T &; &#; &#x; &#xD800; &#99999999; &#0;
          """)
  void cleansMarkup(String text, String clean) {
    assertEquals(clean, Texts.clean(text).replace('\n', '~'));
  }

  @Test
  void cleansCharactersThatNobodySees() {
    assertEquals("ab\tc\nd", Texts.clean(" \ufeffa\u200bb\t\u0000\u0007c\r\nd\u0085\u200e\u00ad "));
    assertEquals("a\nb\nc", Texts.clean("a\rb\u2028c"));
    assertEquals("a b", Texts.clean("a\u00a0b"));
    assertEquals("déjà", Texts.clean("de\u0301ja\u0300"));
    assertEquals("x", Texts.clean("x\ud800"));
  }

  @Test
  void keepsJoinersThatJoin() {
    assertEquals("👨‍👩‍👧", Texts.clean("👨\u200d👩\u200d👧"));
    assertEquals("می‌خواهم", Texts.clean("می\u200cخواهم"));
    assertEquals("ab", Texts.clean("a\u200db\u200d"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          new menu #Food #chef_life!                | food, chef_life
          #food#love#fun                            | food, love, fun
          今天的#探店#真好                                | 探店
          #探店##美食# 开门                              | 探店, 美食
          #探店#今天#美食#明天                              | 探店, 美食
          #美食#探店#上海                                | 美食, 探店, 上海
          #今天 吃什么#都行                               | 今天, 吃什么?
          #今天 吃什么# 都行                              | 今天 吃什么
          #通勤妆[话题]# #早八[话题]#                       | 通勤妆, 早八
          #某某某[超话]#                                | 某某某
          ＃东京 #サッカー #한국 #مصر #хлеб #नमस्ते           | 东京, サッカー, 한국, مصر, хлеб, नमस्ते
          #618# 大促 #618 #1                         | 618
          #a #A # #_ ## #️⃣                          | a
          #美食 真好吃 #探店                              | 美食, 探店
          https://a.example/#top &#39; C# word#tag  | tag
          network#Club                              | club
          """)
  void findsHashtags(String text, String tags) {
    List<String> found = Texts.hashtags(text);
    if (tags.endsWith("?")) {
      assertEquals(List.of("今天"), found);
    } else {
      assertEquals(tags, String.join(", ", found));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          with @Brand and @brand, @other.one.     | brand, other.one
          谢谢@小明 和＠小红：@示例_博主                       | 小明, 小红, 示例_博主
          mail me@shop.example or (@real-one)      | real-one
          https://video.example/@handle @x         | x
          @@double @ @. @-                         | double
          @a@b @한국어 @élan                          | a, 한국어, élan
          """)
  void findsMentions(String text, String handles) {
    assertEquals(handles, String.join(", ", Texts.mentions(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          write to first.last+x@mail.example.com now   | write to [mail] now
          邮箱abc@qq.example谢谢                           | 邮箱[mail]谢谢
          call +1 (555) 010-9999 or +44 20 7946 0018.  | call [phone] or [phone].
          电话13800138000，138 0013 8000, +86 138-0013-8000 | 电话[phone]，[phone], [phone]
          座机 010-88888888 或 400-800-8888                | 座机 [phone] 或 [phone]
          (555) 010-9999, 555-010-9999                 | [phone], [phone]
          １３８００１３８０００                                  | [phone]
          thanks @Some.One and @小明!                     | thanks @[someone] and @[someone]!
          see tiktok.example/@Some.One                 | see tiktok.example/@[someone]
          id 1740000000000000001 on 2020-03-27 09:10   | id 1740000000000000001 on 2020-03-27 09:10
          1,234,567 views @ 12:30                      | 1,234,567 views @ 12:30
          """)
  void redactsWhatIsPrivate(String text, String redacted) {
    assertEquals(redacted, Texts.redactPrivate(text));
    assertEquals(redacted, Texts.redactPrivate(redacted));
  }

  @Test
  void answersNothingToNull() {
    assertNull(Texts.clean(null));
    assertNull(Texts.redactPrivate(null));
    assertEquals(List.of(), Texts.hashtags(null));
    assertEquals(List.of(), Texts.mentions(null));
  }

  @Property
  void neverThrows(@ForAll String text) {
    exercise(text);
  }

  @Property
  void survivesFragments(@ForAll("fragments") String text) {
    exercise(text);
    String redacted = Texts.redactPrivate(text);
    assertEquals(List.of(), Texts.mentions(redacted));
    String clean = Texts.clean(text);
    assertFalse(clean.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t'));
    assertTrue(Texts.hashtags(text).stream().noneMatch(tag -> tag.contains("#")));
  }

  @Property
  void findsTheTagsItIsGiven(@ForAll("words") List<String> words) {
    List<String> expected = words.stream().distinct().toList();
    assertEquals(expected, Texts.hashtags("#" + String.join(" #", words)));
    assertEquals(expected, Texts.hashtags("#" + String.join("# #", words) + "#"));
    assertEquals(expected, Texts.mentions("@" + String.join(" @", words)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "#中",
        "#中 ",
        "@",
        "@a",
        "a@",
        "a.",
        "<",
        "<a",
        "<a ",
        "&",
        "&#1",
        "1",
        "+1",
        "1-",
        "-1 ",
        "\u0301\u0323",
        "\u200d",
        "😀",
        "<br>",
        "[话题]#"
      })
  void isLinear(String unit) {
    exercise(unit.repeat(100_000 / unit.length()));
  }

  @Provide
  Arbitrary<String> fragments() {
    return Arbitraries.of(
            "#",
            "＃",
            "@",
            "＠",
            "a",
            "B.c",
            "中文",
            " ",
            "\n",
            "[话题]",
            "<b>",
            "</p>",
            "<br",
            ">",
            "&amp;",
            "&#x41;",
            ";",
            "me@a.example",
            "13800138000",
            "+1",
            "-",
            "\u200d",
            "\u0301",
            "😀",
            "/",
            "_",
            "\r")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of("food", "探店", "サッカー", "한국어", "été", "a_1", "хлеб", "618节")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static void exercise(String text) {
    Texts.clean(text);
    Texts.redactPrivate(text);
    Texts.hashtags(text);
    Texts.mentions(text);
  }
}
