package dev.kolrank.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  /** 2024-03-10 20:00 in Shanghai. */
  private static final Instant SEEN = Instant.parse("2024-03-10T12:00:00Z");

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1710000000                      | 2024-03-09T16:00:00Z
          1710000000123                   | 2024-03-09T16:00:00.123Z
          1710000000123456                | 2024-03-09T16:00:00.123456Z
          1710000000.75                   | 2024-03-09T16:00:00Z
          2024-01-15T12:00:00Z            | 2024-01-15T12:00:00Z
          2024-01-15T12:00:00.000Z        | 2024-01-15T12:00:00Z
          2024-01-15t12:00:00z            | 2024-01-15T12:00:00Z
          2024-01-15T12:00:00+0000        | 2024-01-15T12:00:00Z
          2024-01-15 12:00:00+08:00       | 2024-01-15T04:00:00Z
          2024-01-15 12:00:00 +08:00      | 2024-01-15T04:00:00Z
          2024-01-15T12:00:00-05          | 2024-01-15T17:00:00Z
          2024-01-15T12:00:00.0000000+00:00 | 2024-01-15T12:00:00Z
          2024-01-15T12:00:00.5Z          | 2024-01-15T12:00:00.500Z
          2024-01-15T12:00:00.123456789Z  | 2024-01-15T12:00:00.123456789Z
          2024-01-15T12:00Z               | 2024-01-15T12:00:00Z
          2024-01-15 12:00:00             | 2024-01-15T04:00:00Z
          2024-01-15 12:00                | 2024-01-15T04:00:00Z
          2024/1/5 9:05                   | 2024-01-05T01:05:00Z
          2024-01-15                      | 2024-01-14T16:00:00Z
          20240102                        | 2024-01-01T16:00:00Z
          2020年03月27日 09:10              | 2020-03-27T01:10:00Z
          2020年3月7日09:10                 | 2020-03-07T01:10:00Z
          2020年3月7日                      | 2020-03-06T16:00:00Z
          Wed, 10 Oct 2018 20:19:24 +0000 | 2018-10-10T20:19:24Z
          Wed, 10 Oct 2018 20:19:24 GMT   | 2018-10-10T20:19:24Z
          10 Oct 2018 20:19 -0700         | 2018-10-11T03:19:00Z
          Wed Oct 10 20:19:24 +0000 2018  | 2018-10-10T20:19:24Z
          Wed Oct  3 20:19:24 +0800 2018  | 2018-10-03T12:19:24Z
          10/17/16 21:58                  | 2016-10-17T13:58:00Z
          10/17/2016 21:58                | 2016-10-17T13:58:00Z
          10/17/2016 09:58 PM             | 2016-10-17T13:58:00Z
          10/17/2016                      | 2016-10-16T16:00:00Z
          20.11.2026                      | 2026-11-19T16:00:00Z
          20.11.2026 12:00                | 2026-11-20T04:00:00Z
          1.2.2026, 9:05                  | 2026-02-01T01:05:00Z
          Nov 20, 2026                    | 2026-11-19T16:00:00Z
          Nov 20 2026                     | 2026-11-19T16:00:00Z
          Nov. 20, 2026 3:04 PM           | 2026-11-20T07:04:00Z
          November 20, 2026 at 12:00      | 2026-11-20T04:00:00Z
          Sept 2, 2026                    | 2026-09-01T16:00:00Z
          20 Nov 2026                     | 2026-11-19T16:00:00Z
          20 Nov 2026 12:00 PM            | 2026-11-20T04:00:00Z
          20 November 2026                | 2026-11-19T16:00:00Z
          18.15.10                        | 2018-10-14T16:00:00Z
          13.09                           | 2023-09-12T16:00:00Z
          10.03                           | 2024-03-09T16:00:00Z
          11.03                           | 2023-03-10T16:00:00Z
          29.02                           | 2024-02-28T16:00:00Z
          2021-01-05 10:00:00 EST         | 2021-01-05T15:00:00Z
          2021-07-05 10:00:00 EDT         | 2021-07-05T14:00:00Z
          2021-07-05 10:00:00 UTC+9       | 2021-07-05T01:00:00Z
          "\\"2024-11-16T20:41:09.000Z\\"" | 2024-11-16T20:41:09Z
          \\"2024-11-16T20:41:09.000Z\\"   | 2024-11-16T20:41:09Z
          刚刚                              | 2024-03-10T12:00:00Z
          30秒前                            | 2024-03-10T11:59:30Z
          5分钟前                            | 2024-03-10T11:55:00Z
          2小时前                            | 2024-03-10T10:00:00Z
          2 小时前 广东                        | 2024-03-10T10:00:00Z
          3天前                             | 2024-03-07T12:00:00Z
          2周前                             | 2024-02-25T12:00:00Z
          1个月前                            | 2024-02-10T12:00:00Z
          1年前                             | 2023-03-10T12:00:00Z
          今天 12:30                        | 2024-03-10T04:30:00Z
          昨天 12:30                        | 2024-03-09T04:30:00Z
          昨天12:30                         | 2024-03-09T04:30:00Z
          昨天                              | 2024-03-08T16:00:00Z
          前天 08:00                        | 2024-03-08T00:00:00Z
          05-11                           | 2023-05-10T16:00:00Z
          03-10                           | 2024-03-09T16:00:00Z
          05-11 09:30                     | 2023-05-11T01:30:00Z
          11月23日                          | 2023-11-22T16:00:00Z
          11月23日 08:00 来自 某某手机            | 2023-11-23T00:00:00Z
          Edited on 05-11                 | 2023-05-10T16:00:00Z
          编辑于 05-11 上海                    | 2023-05-10T16:00:00Z
          编辑于 2023-05-11 上海               | 2023-05-10T16:00:00Z
          发布于 3天前                         | 2024-03-07T12:00:00Z
          05-11 黑龙江                       | 2023-05-10T16:00:00Z
          just now                        | 2024-03-10T12:00:00Z
          5 minutes ago                   | 2024-03-10T11:55:00Z
          an hour ago                     | 2024-03-10T11:00:00Z
          2 days ago                      | 2024-03-08T12:00:00Z
          2 years ago (edited)            | 2022-03-10T12:00:00Z
          yesterday                       | 2024-03-08T16:00:00Z
          Yesterday at 10:15 AM           | 2024-03-09T02:15:00Z
          3d                              | 2024-03-07T12:00:00Z
          5h                              | 2024-03-10T07:00:00Z
          7m                              | 2024-03-10T11:53:00Z
          2w ago                          | 2024-02-25T12:00:00Z
          1mo                             | 2024-02-10T12:00:00Z
          """)
  void readsWhatCrawlersWrite(String text, Instant time) {
    assertEquals(time, Times.parse(text, SEEN, SHANGHAI));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "None",
        "null",
        "nan",
        "-",
        "100",
        "24.09xabcdefghij",
        "31.02",
        "2023-02-29",
        "2023-13-01",
        "2023-01-01 24:00",
        "2023-01-01 12:60",
        "2023-01-01T",
        "2023-01-01 12",
        "2023-01-01x",
        "2023-01",
        "2023-01-01 12:00 IST",
        "2023-01-01 12:00 +99:00",
        "20241345",
        "16/16/17 21:58",
        "10/17/16 13:00 AM",
        "999999999",
        "9999999999999999",
        "17100000001",
        "5102444800",
        "tomorrow",
        "12:30",
        "12-07-2021",
        "32.11.2026",
        "11.20.2026",
        "Nov 31, 2026",
        "Novel 20, 2026",
        "20 Foo 2026",
        "Nov 20, 2026 13:00 PM",
        "昨天 25:00",
        "3前",
        "前天前",
        "3 lightyears ago",
        "Wed Oct 10 20:19:24 +0000",
        "10 Foo 2018 20:19",
        "1710000000.",
        "1710000000.x",
        "2024-01-15T12:00:00.Z",
        "编辑于",
        "\"\"",
        "来自 某某手机"
      })
  void answersNullToAnythingElse(String text) {
    assertNull(Times.parse(text, SEEN, SHANGHAI));
  }

  @Test
  void takesUtcWhereNoZoneIsGiven() {
    assertEquals(Instant.parse("2024-01-15T00:00:00Z"), Times.parse("2024-01-15", SEEN, null));
  }

  @Test
  void knowsNoRelativeTimeWithoutTheCrawl() {
    assertNull(Times.parse("3天前", null, SHANGHAI));
    assertNull(Times.parse("13.09", null, SHANGHAI));
    assertNull(Times.parse("3天前", Instant.MIN, SHANGHAI));
    assertNull(Times.parse(null, SEEN, SHANGHAI));
  }

  @Property
  void neverThrows(@ForAll String text) {
    Times.parse(text, SEEN, SHANGHAI);
    Times.parse("2024-01-0" + text, SEEN, SHANGHAI);
    Times.parse("编辑于 " + text, SEEN, SHANGHAI);
    Times.parse("1 " + text, SEEN, SHANGHAI);
  }

  @Property
  void readsWhatItPrinted(
      @ForAll @LongRange(min = 1_072_915_200, max = 4_102_444_799L) long second) {
    Instant time = Instant.ofEpochSecond(second);
    assertEquals(time, Times.parse(time.toString(), SEEN, SHANGHAI));
    assertEquals(time, Times.parse(Long.toString(second), SEEN, SHANGHAI));
    assertEquals(time, Times.parse(second + "000", SEEN, SHANGHAI));
    assertEquals(time, Times.parse(second + "000000", SEEN, SHANGHAI));
    var rfc = DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
    assertEquals(time, Times.parse(rfc, SEEN, SHANGHAI));
    var local = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(time.atZone(SHANGHAI));
    assertEquals(time, Times.parse(local, SEEN, SHANGHAI));
  }

  @Test
  void isLinear() {
    assertNull(Times.parse("1".repeat(100_000), SEEN, SHANGHAI));
    assertNull(Times.parse("\"".repeat(100_000), SEEN, SHANGHAI));
    assertEquals(SEEN, Times.parse(" ".repeat(100_000) + "刚刚", SEEN, SHANGHAI));
  }
}
