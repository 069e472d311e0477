package dev.kolrank.core;

import static java.util.Comparator.comparing;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Days as a few ranges, which the statistics of files can be held against: files without any of the
 * days are not opened. Ranges may hold days that were not given, so what is read has still to be
 * joined with them.
 */
public record DayRanges(List<Range> ranges) {
  /** A predicate of more would cost more than it skips. */
  private static final int MOST = 16;

  public DayRanges {
    ranges = List.copyOf(ranges);
  }

  /** From one day to another, both included. */
  public record Range(LocalDate from, LocalDate to) {}

  /** The days of the rows, which are few however many the rows are; null is none. */
  public static DayRanges of(Dataset<Row> rows, Column day) {
    Dataset<Row> days = rows.select(to_date(day).as("day")).where(col("day").isNotNull());
    Dataset<Row> few = Materialized.isLocal(days) ? days : days.distinct();
    return of(few.as(Encoders.LOCALDATE()).collectAsList().stream().distinct().sorted().toList());
  }

  /** Ascending days, the widest gaps between them left out. */
  static DayRanges of(List<LocalDate> days) {
    if (days.isEmpty()) {
      return new DayRanges(List.of());
    }
    List<Integer> cuts =
        IntStream.range(1, days.size())
            .boxed()
            .filter(i -> gap(days, i) > 1)
            .sorted(comparing((Integer i) -> -gap(days, i)).thenComparing(i -> i))
            .limit(MOST - 1)
            .sorted()
            .toList();
    var ranges = new ArrayList<Range>();
    int first = 0;
    for (int cut : cuts) {
      ranges.add(new Range(days.get(first), days.get(cut - 1)));
      first = cut;
    }
    ranges.add(new Range(days.get(first), days.get(days.size() - 1)));
    return new DayRanges(ranges);
  }

  private static long gap(List<LocalDate> days, int i) {
    return ChronoUnit.DAYS.between(days.get(i - 1), days.get(i));
  }

  /** The same ranges, each beginning {@code days} days earlier. */
  public DayRanges reachingBack(int days) {
    return new DayRanges(
        ranges.stream().map(r -> new Range(r.from.minusDays(days), r.to)).toList());
  }

  /** Whether a date, or the UTC day of an instant, lies in one of the ranges. */
  public Column contain(Field day) {
    boolean isInstant = day.type().equals(DataTypes.TimestampType);
    return ranges.stream()
        .map(r -> isInstant ? holds(r, day.col()) : day.col().between(date(r.from), date(r.to)))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private static Column holds(Range range, Column instant) {
    return instant.geq(start(range.from)).and(instant.lt(start(range.to.plusDays(1))));
  }

  /** Whether a date lies in one of the ranges, as SQL. */
  public String sql(String date) {
    return ranges.stream()
        .map(r -> "%s BETWEEN DATE'%s' AND DATE'%s'".formatted(date, r.from, r.to))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" OR "), any -> any.isEmpty() ? "false" : "(" + any + ")"));
  }

  private static Column date(LocalDate day) {
    return lit(Date.valueOf(day));
  }

  private static Column start(LocalDate day) {
    return lit(Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }
}
