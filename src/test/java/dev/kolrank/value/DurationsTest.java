package dev.kolrank.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "PT4M13S, 253",
    "PT1H, 3600",
    "P1DT2H, 93600",
    "PT0S, 0",
    "P0D, 0",
    "PT59.5S, 60",
    "3m21s, 201",
    "1h2m3s, 3723",
    "2h, 7200",
    "12.9s, 13",
    "4:13, 253",
    "1:02:03, 3723",
    "01:07:58, 4078",
    "75:00, 4500",
    "0:07, 7",
    "237, 237",
    "' 237 ', 237",
    "15.4, 15",
    "15.5, 16",
    "60000, 60000"
  })
  void readsSeconds(String text, long seconds) {
    assertEquals(seconds, Durations.seconds(text));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "None",
        "P",
        "PT",
        "P1DT",
        "PT4M13",
        "3m21",
        "h",
        "21s3m",
        "4:60",
        "1:60:00",
        ":13",
        "4:",
        "4:1",
        "-5",
        "1e3",
        "4 min",
        "99999999999999999999",
        "PT-5S",
        "LIVE"
      })
  void answersNullToAnythingElse(String text) {
    assertNull(Durations.seconds(text));
  }

  @Property
  void readsWhatItPrinted(@ForAll @LongRange(min = 0, max = 999_999_999) long seconds) {
    assertEquals(seconds, Durations.seconds(Duration.ofSeconds(seconds).toString()));
    assertEquals(seconds, Durations.seconds(Long.toString(seconds)));
  }

  @Property
  void neverThrows(@ForAll String text) {
    Durations.seconds(text);
    Durations.seconds("PT" + text);
    Durations.seconds("1:" + text);
  }
}
