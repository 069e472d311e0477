package dev.kolrank.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          37            | 37           | false | false
          ' 1,234 '     | 1234         | false | false
          9,12,34,56,789 | 9123456789  | false | false
          1,234,567.00  | 1234567      | false | false
          1.2万          | 12000        | true  | false
          3.4亿          | 340000000    | true  | false
          2万            | 20000        | true  | false
          10w+          | 100000       | true  | true
          10万+          | 100000       | true  | true
          10W＋          | 100000       | true  | true
          999+          | 999          | false | true
          12.5K         | 12500        | true  | false
          12.5 k        | 12500        | true  | false
          3.4M          | 3400000      | true  | false
          1.1B          | 1100000000   | true  | false
          1.2千          | 1200         | true  | false
          3百万           | 3000000      | true  | false
          1.5千万         | 15000000     | true  | false
          1.23456万      | 12346        | true  | false
          1.23454万      | 12345        | true  | false
          412300000.00  | 412300000    | false | false
          654.50        | 655          | true  | false
          654.49        | 654          | true  | false
          赞[512]        | 512          | false | false
          转发[1,024]     | 1024         | false | false
          原文评论[73]      | 73           | false | false
          粉丝[1.2万]      | 12000        | true  | false
          １２，３４５        | 12345        | false | false
          ３．４万          | 34000        | true  | false
          1 234 567     | 1234567      | false | false
          007           | 7            | false | false
          0             | 0            | false | false
          赞             | 0            | false | false
          转发            | 0            | false | false
          评论            | 0            | false | false
          9223372036854775807 | 9223372036854775807 | false | false
          1.234         | 1234         | false | false
          12.345        | 12345        | false | false
          1.234.567     | 1234567      | false | false
          1'234'567     | 1234567      | false | false
          1’234         | 1234         | false | false
          7,33,31,38,580 | 7333138580  | false | false
          1.234,5       | 1235         | true  | false
          1,234.5       | 1235         | true  | false
          1 234,4       | 1234         | true  | false
          1.234.567,00  | 1234567      | false | false
          534091.67     | 534092       | true  | false
          534091,67     | 534092       | true  | false
          1234.567      | 1235         | true  | false
          0.123         | 0            | true  | false
          12.345K       | 12345        | true  | false
          1234.567K     | 1234567      | true  | false
          0.834K        | 834          | true  | false
          86K           | 86000        | true  | false
          2,5k          | 2500         | true  | false
          1,234,567K    | 1234567000   | true  | false
          1.234,5 Mio.  | 1234500000   | true  | false
          1,2 Mio.      | 1200000      | true  | false
          4,8Mio.       | 4800000      | true  | false
          12 Tsd.       | 12000        | true  | false
          1,1 Mrd.      | 1100000000   | true  | false
          1,2 mil       | 1200         | true  | false
          1,2 mi        | 1200000      | true  | false
          3 mln         | 3000000      | true  | false
          2 тыс.        | 2000         | true  | false
          1,5 млн       | 1500000      | true  | false
          12 rb         | 12000        | true  | false
          1,5 jt        | 1500000      | true  | false
          1.1bn         | 1100000000   | true  | false
          2.5 million   | 2500000      | true  | false
          3 thousand    | 3000         | true  | false
          2.5 lakh      | 250000       | true  | false
          1,234 crore   | 12340000000  | true  | false
          1.2Cr         | 12000000     | true  | false
          1,234万        | 12340000     | true  | false
          1,2万          | 12000        | true  | false
          1.2 ล้าน       | 1200000      | true  | false
          3.5만          | 35000        | true  | false
          99+           | 99           | false | true
          1M+           | 1000000      | true  | true
          >1000         | 1000         | false | true
          ≥ 1,000       | 1000         | false | true
          1000 or more  | 1000         | false | true
          10万以上         | 100000       | true  | true
          over 1,000    | 1000         | false | true
          """)
  void readsWhatPlatformsShow(String text, long value, boolean rounded, boolean censored) {
    assertEquals(new Count(value, rounded, censored), Counts.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\u00a0234", "1\u202f234", "1\u2009234", "\ufeff1234\n"})
  void readsNarrowAndNoBreakSpaces(String text) {
    assertEquals(1234, Counts.parse(text).value());
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
        "--",
        "#VALOR!",
        "hidden",
        "-1",
        "-1.2万",
        "3.21098E+18",
        "1e5",
        "1E5",
        "9223372036854775808",
        "1.1e9亿",
        "99999999999亿",
        "1,234K",
        "1.234 Mio.",
        "1,2 B",
        "1.234.56",
        "1'23",
        "0,123",
        "0.123.456",
        "1,234.567.890",
        "<1000",
        "12 Uhr",
        "5 tips",
        "1,23",
        "12,34",
        "1,2345",
        ",123",
        "123,",
        "1,,234",
        "1 23",
        "1,234 567",
        ".5K",
        "1.",
        "1.K",
        "K",
        "万",
        "+",
        "1KK",
        "1亿万",
        "1.2.3万",
        "0x10",
        "评论配图",
        "赞[]",
        "赞[None]",
        "[12]",
        "赞 [12]",
        "12]",
        "1/2",
        "٣",
        "Ⅷ"
      })
  void answersNullToWhatStatesNoCount(String text) {
    assertNull(Counts.parse(text));
  }

  @Test
  void answersNullToNull() {
    assertNull(Counts.parse(null));
  }

  @Property
  void neverThrows(@ForAll String text) {
    Counts.parse(text);
    Counts.parse("1" + text);
    Counts.parse("赞[" + text + "]");
  }

  @Property
  void readsWhatItPrinted(@ForAll @LongRange(min = 0) long value) {
    Count exact = new Count(value, false, false);
    assertEquals(exact, Counts.parse(Long.toString(value)));
    assertEquals(exact, Counts.parse(String.format(Locale.ROOT, "%,d", value)));
    assertEquals(exact, Counts.parse(String.format(Locale.ROOT, "转发[%d]", value)));
  }

  @Property
  void readsThousandsPartedAsInManyCountries(
      @ForAll @LongRange(min = 1000) long value, @ForAll("separators") char separator) {
    String parted = String.format(Locale.ROOT, "%,d", value).replace(',', separator);
    assertEquals(new Count(value, false, false), Counts.parse(parted));
  }

  @Provide
  Arbitrary<Character> separators() {
    return Arbitraries.of(',', '.', ' ', '\'', '\u2019', '\u00a0', '\u202f', '\u2009');
  }

  @Property
  void neverReadsAThousandthOfWhatIsWritten(
      @ForAll @LongRange(min = 1000, max = 999_999_999) long value,
      @ForAll("separators") char separator) {
    String parted = String.format(Locale.ROOT, "%,d", value).replace(',', separator);
    for (String unit : List.of("", "K", " Mio.", "万", " тыс.", "B", " lakh")) {
      Count count = Counts.parse(parted + unit);
      assertTrue(count == null || count.value() >= value, parted + unit);
    }
  }

  @Property
  void readsTensOfThousands(@ForAll @LongRange(min = 0, max = 99_999_999) long tenths) {
    String text = tenths / 10 + "." + tenths % 10 + "万";
    assertEquals(new Count(tenths * 1000, true, false), Counts.parse(text));
  }

  @Test
  void isLinear() {
    assertNull(Counts.parse("9".repeat(100_000)));
    assertNull(Counts.parse("1,".repeat(100_000)));
    assertNull(Counts.parse("万".repeat(100_000)));
    assertEquals(0, Counts.parse("0".repeat(100_000)).value());
  }

  @ParameterizedTest
  @CsvSource({
    "936, false", "9900, false", "10000, true", "55700, true", "55710, false",
    "838100, true", "1200000, true", "1234000, false", "797600000, true", "0, false"
  })
  void tellsWhatAnAppMayHaveShortened(long value, boolean isShort) {
    assertEquals(isShort, new Count(value, false, false).isShort());
  }
}
