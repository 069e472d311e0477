package dev.kolrank.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "12345",
        "1740000000000000001",
        "M_AbCdE",
        "UCaaaaaaaaaaaaaaaaaaaaaa",
        "5f00e12",
        "12e34",
        "123456789012e45678901234",
        "-abc",
        "123_456",
        "a.b",
        "1.2.3",
        "nano",
        "Nonesuch",
        "3.5x",
        "1e+",
        "7350123456789010000"
      })
  void keepsWhatTellsThingsApart(String id) {
    assertEquals(id, Ids.clean(id));
    assertEquals(id, Ids.clean(" \ufeff" + id + "\u00a0\n"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "  ",
        "None",
        "null",
        "nan",
        "NaN",
        "-",
        "3.21098E+18",
        "3,21098E+18",
        "3E+18",
        "3.2e18",
        "1e-5",
        "123.0",
        "-1.5",
        "123.",
        "#VALOR!",
        "#N/A",
        "#NAME?",
        "undefined",
        "3.16607e18"
      })
  void refusesWhatDoesNot(String text) {
    assertNull(Ids.clean(text));
  }

  @Test
  void keepsLongIds() {
    String id = "a".repeat(100_000);
    assertEquals(id, Ids.clean(id));
  }

  @Property
  void keepsEveryWholeNumber(@ForAll @LongRange(min = 0) long id) {
    assertEquals(Long.toString(id), Ids.clean(Long.toString(id)));
  }

  @Property
  void neverGivesTwoIdsThatASpreadsheetMadeOne(
      @ForAll @LongRange(min = 1_000_000_000_000_000_000L) long id) {
    String rounded = Long.toString(id / 10_000 * 10_000);
    String address = "https://demo.example/@demo/video/%d?lang=en".formatted(id);
    assertNull(Ids.whole(rounded, ""));
    assertEquals(Long.toString(id), Ids.whole(rounded, address));
    assertEquals(Long.toString(id), Ids.whole(Long.toString(id), address));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7350123456789010000 | https://www.douyin.com/video/7350123456789012345    | 7350123456789012345
          7350123456789012000 | https://www.douyin.com/video/7350123456789012345    | 7350123456789012345
          7350123456789012340 | https://www.douyin.com/video/7350123456789012340    | 7350123456789012340
          7.35012E+18         | https://www.douyin.com/video/7350123456789012345    | 7350123456789012345
          7,35012E+18         | https://x.com/demo/status/7350123456789012345?s=20  | 7350123456789012345
          7350123456789012345 | https://www.douyin.com/video/7999999999999999999    | 7350123456789012345
          7350123456789010000 | https://www.douyin.com/user/7999999999999999999     |
          7.35012E+18         | https://www.douyin.com/user/735012345678            |
          7350123456789010000 | ''                                                  |
          7.35012E+18         | ''                                                  |
          7350123456789010000 | https://x.com/demo/status/7350123456789010000       | 7350123456789010000
          350000000000000     | ''                                                  | 350000000000000
          7350123456789012000 | ''                                                  | 7350123456789012000
          a1234567890120000   | ''                                                  | a1234567890120000
          p1                  | https://www.douyin.com/video/7350123456789012345    | p1
          """)
  void findsLostDigitsInTheAddress(String id, String address, String whole) {
    assertEquals(whole, Ids.whole(id, address));
  }

  @Property
  void neverThrows(@ForAll String text) {
    Ids.clean(text);
    Ids.clean("1" + text);
    Ids.clean("#" + text);
    Ids.whole("7350123456789010000", text);
    Ids.whole("7.35012E" + text, text);
  }
}
