package dev.kolrank.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          see https://Shop.Example.com/Menu?utm_source=x&id=7#top.     | https://shop.example.com/Menu?id=7
          http://a.example/?fbclid=1&si=2&igshid=3                      | http://a.example
          www.demo.example, and (https://b.example/x_(y)) "c.example"   | https://www.demo.example https://b.example/x_(y)
          instagram.com/demochef and space.bilibili.com/123             | https://instagram.com/demochef https://space.bilibili.com/123
          HTTPS://X.com/Demo/                                           | https://x.com/Demo
          看https://b23.example/abc看这里，https://v.example/d。             | https://b23.example/abc https://v.example/d
          <a href="https://a.example/1">https://a.example/1</a>         | https://a.example/1
          [x](https://a.example/1) **https://a.example/2**              | https://a.example/1 https://a.example/2
          https://a.example:443/x https://a.example:8080/x              | https://a.example/x
          https://u:p@a.example/ http:// https://localhost me@b.example | ``
          Instagram: https://www.instagram.com/fooTwitter: https://twitter.com/bar | https://www.instagram.com/foo https://twitter.com/bar
          https://x.com/fooFacebook - https://facebook.com/bar          | https://x.com/foo https://facebook.com/bar
          https://x.com/foohttps://facebook.com/barwww.demo.example     | https://x.com/foo https://facebook.com/bar https://www.demo.example
          https://go.example/?to=https://x.com/foo                      | https://go.example?to=https://x.com/foo
          https://fb.com/fooTwitter ► https://x.com/barTwitch http://a.example | https://fb.com/foo https://x.com/bar http://a.example
          NFX Films https://x.com/nfxfilmsNFX Net https://x.com/nfxnet | https://x.com/nfxfilms https://x.com/nfxnet
          Demo Chef https://x.com/DemoChef here                         | https://x.com/DemoChef
          https://shop.example/SUBSCRIBE or else                        | https://shop.example
          https://instagram.com/fooFollow me                            | https://instagram.com/foo
          https://demo.storeDiscover more                               | https://demo.store
          https://x.com/demo------- https://youtu.example/ab-c--         | https://x.com/demo https://youtu.example/ab-c--
          https://a.example/u/1?is... and https://instagram.com/demo•  | https://a.example/u/1 https://instagram.com/demo
          cut: https://www.tiktok.com/@demo_... https://x.com/demo…      | ``
          https://x.com/foo👉 https://x.com/bar                          | https://x.com/foo https://x.com/bar
          https://a.example/1 https://a.example/1                       | https://a.example/1
          nothing.here at all... x.y                                    | ``
          """)
  void findsUrls(String text, String urls) {
    assertEquals(urls, String.join(" ", Links.urls(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://www.youtube.com/@DemoChef                    | youtube:demochef
          youtube.com/@demochef/videos?view=0                  | youtube:demochef
          https://youtube.com/c/DemoChef                       | youtube:demochef
          https://www.youtube.com/user/demochef?sub_confirmation=1 | youtube:demochef
          https://youtube.com/channel/UCaAaaaaaaaaaaaaaaaaa-_w | youtube#UCaAaaaaaaaaaaaaaaaaa-_w
          https://youtube.com/channel/UCaAaaaaaaaaaaaaaaaaa-_wMore | youtube#UCaAaaaaaaaaaaaaaaaaa-_w
          https://m.youtube.com/demochef                       | youtube:demochef
          https://youtube.com/@%E7%A4%BA%E4%BE%8B              | youtube:示例
          https://instagram.com/Demo.Chef_                     | instagram:demo.chef_
          https://www.instagram.com/demochef/?hl=en            | instagram:demochef
          https://www.instagram.com/stories/demochef/31        | instagram:demochef
          https://www.tiktok.com/@demo.chef/video/69           | tiktok:demo.chef
          https://tiktok.com/@demochef(C)                      | tiktok:demochef
          https://twitter.com/Demo_Chef/status/17              | x:demo_chef
          https://mobile.twitter.com/@demochef                 | x:demochef
          http://x.com/demochef?s=20                           | x:demochef
          https://www.facebook.com/Demo.Chef/posts/1           | facebook:demo.chef
          https://m.facebook.com/demochef                      | facebook:demochef
          https://fb.com/demochef                              | facebook:demochef
          https://de-de.facebook.com/demochef                  | facebook:demochef
          https://www.facebook.com/profile.php?id=1000000000001 | facebook#1000000000001
          https://www.facebook.com/pages/Demo-Chef/123456789012 | facebook#123456789012
          https://www.facebook.com/pages/category/Chef/Demo-Chef-123456789012/ | facebook#123456789012
          https://www.facebook.com/people/Demo/100000000000001/ | facebook#100000000000001
          https://www.facebook.com/Demo-Chef-123456789012      | facebook#123456789012
          https://www.facebook.com/pg/demochef/about           | facebook:demochef
          https://www.facebook.com/p/Seite-Eins-100090000000031/ | facebook#100090000000031
          https://m.facebook.com/p/%E7%A4%BA%E4%BE%8B-100090000000031 | facebook#100090000000031
          https://www.facebook.com/people/Seite-Drei/100090000000033/?ref=x | facebook#100090000000033
          https://web.facebook.com/100090000000033             | facebook#100090000000033
          https://facebook.com/12345678                        | facebook#12345678
          https://l.facebook.com/l.php?u=https%3A%2F%2Fx.com%2Fdemochef&h=AT0 | x:demochef
          https://l.instagram.com/?u=https%3A%2F%2Fwww.youtube.com%2F%40demochef | youtube:demochef
          https://www.youtube.com/redirect?q=https%3A%2F%2Ftiktok.com%2F%40demochef | tiktok:demochef
          https://x.com/i/user/1000000001                      | x#1000000001
          https://twitter.com/intent/user?user_id=1000000001   | x#1000000001
          https://x.com/intent/follow?screen_name=DemoChef     | x:demochef
          https://weibo.com/p/1006061000000001/home            | weibo#1000000001
          https://weibo.com/u/1000000001                       | weibo#1000000001
          https://weibo.com/1000000001/IabCd                   | weibo#1000000001
          https://weibo.com/p/1005051000000001/home            | weibo#1000000001
          https://weibo.com/demochef?is_all=1                  | weibo:demochef
          https://weibo.com/n/示例博主                            | weibo:示例博主
          https://weibo.cn/u/1000000001                        | weibo#1000000001
          https://m.weibo.cn/u/1000000001                      | weibo#1000000001
          https://m.weibo.cn/profile/1000000001                | weibo#1000000001
          https://space.bilibili.com/123456/video              | bilibili#123456
          https://m.bilibili.com/space/123456                  | bilibili#123456
          https://www.douyin.com/user/MS4wLjABAAAAx-y_Z        | douyin#MS4wLjABAAAAx-y_Z
          https://www.xiaohongshu.com/user/profile/5f0000000000000001ABCdef?xsec_token=x | xiaohongshu#5f0000000000000001ABCdef
          https://www.zhihu.com/people/Demo-Chef/answers       | zhihu:demo-chef
          https://www.jianshu.com/u/ab12cd34                   | jianshu:ab12cd34
          https://www.kuaishou.com/profile/3xAbCd              | kuaishou#3xAbCd
          https://www.twitch.tv/DemoChef/clip/x                | twitch:demochef
          https://linktr.ee/DemoChef                           | linkpage:linktr.ee/demochef
          https://beacons.ai/demochef                          | linkpage:beacons.ai/demochef
          //space.bilibili.com/123456                          | bilibili#123456
          """)
  void readsProfiles(String url, String profile) {
    assertEquals(profile, shown(Links.profile(url)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demochef",
        "https://",
        "https://example.com/demochef",
        "mailto:me@x.com",
        "ftp://x.com/demo",
        "https://www.youtube.com/watch?v=abcdefghijk",
        "https://youtube.com/channel/UCshort",
        "https://youtu.be/abcdefghijk",
        "https://www.youtube.com",
        "https://instagram.com/p/Cx/",
        "https://instagram.com/reel/Cx",
        "https://instagram.com/explore/tags/x",
        "https://instagram.com/a-b",
        "https://www.tiktok.com/demochef",
        "https://vm.tiktok.com/ZMabc",
        "https://www.tiktok.com/@demo_...",
        "https://x.com/i/status/1",
        "https://twitter.com/intent/tweet",
        "https://twitter.com/share",
        "https://twitter.com/hashtag/x",
        "https://twitter.com/home",
        "https://twitter.com/search?q=x",
        "https://x.com/abcdefghijklmnop",
        "https://www.facebook.com/sharer/sharer.php?u=x",
        "https://www.facebook.com/groups/1",
        "https://www.facebook.com/watch/?v=1",
        "https://m.facebook.com/story.php?id=12345678",
        "https://www.facebook.com/photo/?fbid=1",
        "https://www.facebook.com/events/1",
        "https://www.facebook.com/profile.php",
        "https://www.facebook.com/p/",
        "https://www.facebook.com/p/Seite-Eins",
        "https://www.facebook.com/people/Seite",
        "https://www.facebook.com/groups/777000000000001/permalink/9/",
        "https://www.facebook.com/share/abc",
        "https://developers.facebook.com/docs",
        "https://apps.facebook.com/game",
        "https://l.facebook.com/l.php",
        "https://help.instagram.com/12345",
        "https://about.instagram.com/blog",
        "https://www.instagram.com/reels/Cx/",
        "https://www.instagram.com/popular/x",
        "https://support.twitter.com/articles",
        "https://x.com/i/lists/1",
        "https://www.youtube.com/profile",
        "https://www.tiktok.com/t/ZMabc",
        "https://dev.twitch.tv/docs",
        "https://weibo.com/p/100808abcdef",
        "https://www.bilibili.com/read/cv1",
        "https://xhslink.com/a",
        "https://weibo.com/tv/show/1",
        "https://m.weibo.cn/status/1",
        "https://weibo.cn/sinaurl?u=x",
        "https://s.weibo.com/weibo",
        "https://www.bilibili.com/video/BV1",
        "https://live.bilibili.com/1",
        "https://www.douyin.com/user/self",
        "https://v.douyin.com/abc",
        "https://www.xiaohongshu.com/explore/5f",
        "https://www.zhihu.com/question/1",
        "https://www.jianshu.com/p/1",
        "https://www.twitch.tv/videos/1",
        "https://www.twitch.tv/directory",
        "https://clips.twitch.tv/Abc",
        "https://linktr.ee",
        "https://notinstagram.com/demo",
        "https://instagram.com.evil.example/demo",
        "https://instagram.com/demoshop@mail.example"
      })
  void knowsWhatIsNoProfile(String url) {
    assertNull(Links.profile(url));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          chef ~ youtube.com/@demochef ~ IG: @demo.chef              ; youtube:demochef instagram:demo.chef
          Instagram - demochef                                       ; instagram:demochef
          insta @demochef, Twitter/X: @demo_chef                     ; instagram:demochef x:demo_chef
          IG/TikTok: @demochef                                       ; instagram:demochef tiktok:demochef
          TikTok: demochef YouTube: demochefs Twitch: demolive       ; tiktok:demochef youtube:demochefs twitch:demolive
          IG：demochef ~ Snap: demochef                               ; instagram:demochef
          X: @demochef                                               ; x:demochef
          Brand x @demochef, x: 5                                    ; ``
          Instagram: follow me for more                              ; ``
          Instagram: subscribe                                       ; ``
          YouTube: 5 tips for you                                    ; ``
          My YouTube: it's new                                       ; ``
          Youtube-Kanal, Instagram-Account                           ; ``
          BIG: demochef, #Instagram: demochef                        ; ``
          Facebook: shop.demo.com                                    ; ``
          fooTwitter: @demochef                                      ; x:demochef
          Instagram: https://www.instagram.com/demochefTwitter: https://twitter.com/demochef2 ; instagram:demochef x:demochef2
          IG: @demochef https://instagram.com/DemoChef               ; instagram:demochef
          微博：示例博主 每天更新                                              ; weibo:示例博主
          微博@示例博主 B站：示例 小红书：示例酱                                      ; weibo:示例博主 bilibili:示例 xiaohongshu:示例酱
          小红书号：95270001 抖音号:demo_food 微博ID：示例                          ; xiaohongshu:95270001 douyin:demo_food weibo:示例
          B站UID：123456                                              ; bilibili#123456
          微博/小红书/抖音：@示例博主                                             ; weibo:示例博主 xiaohongshu:示例博主 douyin:示例博主
          油管：DemoChef 推特：demochef                                     ; youtube:demochef x:demochef
          公众号：示例 微信：abc123 微博：同名                                      ; ``
          抖音：95270001                                                ; douyin:95270001
          """)
  void findsProfilesInBios(String bio, String profiles) {
    assertEquals(
        profiles,
        Links.profiles(bio.replace('~', '\n')).stream()
            .map(LinksTest::shown)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void answersNothingToNull() {
    assertNull(Links.profile(null));
    assertEquals(List.of(), Links.urls(null));
    assertEquals(List.of(), Links.profiles(null));
  }

  @Property
  void neverThrows(@ForAll String text) {
    exercise(text);
    exercise("https://" + text);
    exercise("https://www.facebook.com/" + text);
    exercise("微博：" + text);
  }

  @Property
  void survivesFragments(@ForAll("fragments") String text) {
    exercise(text);
    for (String url : Links.urls(text)) {
      assertEquals(List.of(url), Links.urls(url));
      assertTrue(url.startsWith("http"));
    }
  }

  @Property
  void findsTheProfileItIsGiven(@ForAll("handles") String handle) {
    assertEquals("x:" + handle, shown(Links.profile("https://x.com/" + handle)));
    assertEquals("instagram:" + handle, shown(Links.profiles("IG: @" + handle).get(0)));
    String bio = "https://x.com/" + handle + "https://www.twitch.tv/" + handle;
    assertEquals(2, Links.profiles(bio).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http",
        "https://",
        "https://a.example/",
        "www.",
        "a.",
        ".com/",
        "x.com/",
        "Twitter",
        "Twitter: ",
        "Instagram:@",
        "IG/",
        "微博",
        "微博/",
        "微博：",
        "@",
        "(",
        "https://a.example/Twitter",
        "=",
        "a ",
        ")",
        "www.a.b ",
        "www.A.Bc "
      })
  void isLinear(String unit) {
    exercise(unit.repeat(100_000 / unit.length()));
    exercise("https://a.example/" + unit.repeat(100_000 / unit.length()));
  }

  @Provide
  Arbitrary<String> fragments() {
    return Arbitraries.of(
            "https://",
            "http://",
            "www.",
            "instagram.com/",
            "x.com/",
            "facebook.com/",
            "pages/",
            "profile.php",
            "?id=",
            "demo",
            "Twitter",
            "IG",
            ":",
            "：",
            " ",
            "\n",
            "@",
            "/",
            ".",
            "%E4",
            "%",
            "&",
            "utm_x=1",
            "#",
            "微博",
            "示例",
            "(",
            ")",
            "-",
            "B站",
            "UID",
            "1234567",
            "👉",
            "youtube.com/channel/UC")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> handles() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .numeric()
        .ofMinLength(8)
        .ofMaxLength(13)
        .map(text -> "q" + text + "z");
  }

  private static void exercise(String text) {
    Links.urls(text);
    Links.profile(text);
    Links.profiles(text);
  }

  private static String shown(ProfileRef profile) {
    return profile == null
        ? "null"
        : profile.platform() + (profile.isId() ? "#" : ":") + profile.handle();
  }

  @Test
  @Timeout(30)
  void manyAddressesInOneWordAreReadInTimeThatGrowsWithThem() {
    assertTrue(!Links.urls("https://a.comX=".repeat(200_000)).isEmpty());
  }
}
