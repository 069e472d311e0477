package dev.kolrank.silver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.silver.Falls.Value;
import dev.kolrank.silver.Falls.Verdict;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Values as {@code day:source:value}, verdicts as {@code day:source:value<kept state}; a day with a
 * fraction is an hour of it.
 */
class FallsTest {
  private static final Falls FALLS = new Falls(0.9, 1_000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1:a:5000 2:a:0               | 2:a:0<5000 waiting
          1:a:5000 2:a:0 3:a:0         | 2:a:0<5000 confirmed, 3:a:0<5000 confirmed
          1:a:5000 2:a:0 3:a:400       | 2:a:0<5000 confirmed, 3:a:400<5000 confirmed
          1:a:5000 2:a:0 2.5:a:0       | 2:a:0<5000 waiting, 2.5:a:0<5000 waiting
          1:a:5000 2:a:0 2.5:b:0       | 2:a:0<5000 confirmed, 2.5:b:0<5000 confirmed
          1:a:5000 2:a:0 2:b:0         | 2:a:0<5000 confirmed, 2:b:0<5000 confirmed
          1:a:5000 2:a:0 2:b:5000      | ''
          1:a:5000 2:a:0 3:a:5000      | 2:a:0<5000 refuted
          1:a:5000 2:a:0 3:a:501       | 2:a:0<5000 refuted
          1:a:5000 2:a:0 3:a:5000 4:a:0 | 2:a:0<5000 refuted, 4:a:0<5000 waiting
          1:a:5000 2:a:500             | 2:a:500<5000 waiting
          1:a:5000 2:a:501             | ''
          1:a:1000 2:a:0               | 2:a:0<1000 waiting
          1:a:999 2:a:0                | ''
          1:a:0 2:a:5000               | ''
          1:a:0                        | ''
          1:a:9000 2:a:4000 3:a:1800 4:a:800 5:a:300 6:a:0 | ''
          1:a:5000 2:a:100+            | ''
          """)
  void aFallWaitsForAnotherDayOrSource(String seen, String verdicts) {
    List<Value> values = new ArrayList<>();
    for (String value : seen.split(" ", -1)) {
      values.add(value(value));
    }
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(values, new Random(seed));
      assertEquals(verdicts == null ? "" : verdicts, text(FALLS.of(values)));
    }
  }

  /** What silver keeps stands for all before it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1:a:0 2::5000 3:a:0         | 3:a:0<5000 waiting
          1:a:0 2::5000               | ''
          1::5000 2:a:0 3:a:0         | 2:a:0<5000 confirmed, 3:a:0<5000 confirmed
          """)
  void silversValueComesFirst(String seen, String verdicts) {
    List<Value> values = new ArrayList<>();
    for (String value : seen.split(" ", -1)) {
      values.add(value(value));
    }
    assertEquals(verdicts == null ? "" : verdicts, text(FALLS.of(values)));
  }

  private static Value value(String text) {
    String[] parts = text.split(":", -1);
    boolean censored = parts[2].endsWith("+");
    long value = Long.parseLong(parts[2].replace("+", ""));
    long seconds = (long) (Double.parseDouble(parts[0]) * 86_400);
    return new Value(
        Timestamp.from(Instant.ofEpochSecond(seconds)),
        parts[1].isEmpty() ? null : parts[1],
        "file",
        value,
        false,
        censored);
  }

  private static String text(List<Verdict> verdicts) {
    return verdicts.stream().map(FallsTest::text).collect(Collectors.joining(", "));
  }

  private static String text(Verdict verdict) {
    Value value = verdict.value();
    String day = String.valueOf(value.at().getTime() / 86_400_000.0).replaceFirst("\\.0$", "");
    return "%s:%s:%d<%d %s"
        .formatted(day, value.source(), value.value(), verdict.kept(), verdict.state());
  }
}
