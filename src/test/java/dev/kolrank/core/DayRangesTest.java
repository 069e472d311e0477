package dev.kolrank.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class DayRangesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  @Test
  void daysInARowAreOneRange() {
    assertEquals(
        "(d BETWEEN DATE'2026-01-01' AND DATE'2026-01-03' OR d BETWEEN DATE'2026-01-05' AND"
            + " DATE'2026-01-05')",
        of(0, 1, 2, 4).sql("d"));
  }

  @Test
  void rangesReachBackByDays() {
    assertEquals(
        "(d BETWEEN DATE'2025-12-30' AND DATE'2026-01-02' OR d BETWEEN DATE'2026-01-08' AND"
            + " DATE'2026-01-10')",
        of(0, 1, 9).reachingBack(2).sql("d"));
  }

  @Test
  void noDaysAreInNoRange() {
    assertEquals("false", of().sql("d"));
  }

  @Test
  void ofManyDaysTheWidestGapsAreLeftOut() {
    long[] days = LongStream.range(0, 40).map(i -> i * i).toArray();
    List<DayRanges.Range> ranges = of(days).ranges();
    assertEquals(16, ranges.size());
    for (long day : days) {
      LocalDate date = FIRST.plusDays(day);
      assertTrue(
          ranges.stream().anyMatch(r -> !date.isBefore(r.from()) && !date.isAfter(r.to())),
          () -> date + " is in a range");
    }
    assertEquals(new DayRanges.Range(FIRST, FIRST.plusDays(24 * 24)), ranges.get(0));
  }

  @Test
  void datesAndInstantsOfTheDaysAreInTheRanges() {
    Dataset<Row> rows =
        SparkFixture.spark()
            .sql(
                "SELECT timestamp(c) AS at, date(timestamp(c)) AS day FROM VALUES ('2026-01-01"
                    + " 23:59:59.999999'), ('2026-01-02 00:00:00'), ('2026-01-04 12:00:00'), (NULL)"
                    + " AS t(c)");
    var asked = rows.where("at < '2026-01-02' OR at > '2026-01-03' OR at IS NULL");
    DayRanges ranges = DayRanges.of(asked, functions.col("at"));
    assertEquals(of(0, 3), ranges);
    for (Field field :
        List.of(
            Field.optional("at", DataTypes.TimestampType, "an instant"),
            Field.optional("day", DataTypes.DateType, "a day"))) {
      assertEquals(2, rows.where(ranges.contain(field)).count(), field.name());
      assertEquals(0, rows.where(of().contain(field)).count(), field.name());
    }
  }

  private static DayRanges of(long... days) {
    return DayRanges.of(
        IntStream.range(0, days.length).mapToObj(i -> FIRST.plusDays(days[i])).toList());
  }
}
