package dev.kolrank.connector.inspect;

import dev.kolrank.connector.Canonical.Reading;
import dev.kolrank.value.Counts;
import dev.kolrank.value.Durations;
import dev.kolrank.value.Ids;
import dev.kolrank.value.Times;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether the values of a field can be those of a column.
 *
 * @param seen a time that no value is later than by more than a day
 */
record ValueTests(Instant seen) {
  private static final Instant EARLIEST = Instant.parse("2004-01-01T00:00:00Z");
  private static final long DAY_SECONDS = 86_400;

  /** The share of values that must pass. */
  private static final double ENOUGH = 0.8;

  private static final Pattern EPOCH = Pattern.compile("1[0-9]{9}|1[0-9]{12}|1[0-9]{9}[.][0-9]+");
  private static final Pattern ID = Pattern.compile("[^\\s]{1,256}");
  private static final Pattern HANDLE = Pattern.compile("@?[^\\s@/]{1,80}");
  private static final Pattern FLAG = Pattern.compile("(?i)true|false|yes|no|y|n|t|f|0|1|是|否");
  private static final Pattern URL = Pattern.compile("(?i)(https?:)?//\\S+|www\\.\\S+");

  /** Whether most values can be read as a column is read. */
  boolean fits(FieldSample field, Reading reading) {
    return !field.values().isEmpty()
        && switch (reading) {
          case ID -> most(field, v -> ID.matcher(v).matches() && Ids.clean(v) != null);
          case COUNT -> !field.isList() && most(field, ValueTests::isCount);
          case TIME -> !field.isList() && most(field, this::isTime);
          case FLAG -> most(field, v -> FLAG.matcher(v).matches());
          case LIST -> true;
          case SECONDS -> most(field, v -> Durations.seconds(v) != null);
          case HANDLE -> most(field, v -> HANDLE.matcher(v).matches());
          case TEXT -> true;
        };
  }

  /** Whether most values are addresses. */
  static boolean areUrls(FieldSample field) {
    return most(field, v -> URL.matcher(v).matches());
  }

  /** Whether most values are times as no count is. */
  static boolean areEpochs(FieldSample field) {
    return most(field, v -> EPOCH.matcher(v).matches());
  }

  /** Whether most values are digits alone. */
  static boolean areNumbers(FieldSample field) {
    return most(field, v -> v.matches("[0-9]+"));
  }

  private static boolean isCount(String value) {
    return Counts.parse(value) != null || value.equals("-1");
  }

  private boolean isTime(String value) {
    Instant time = Times.parse(value, seen, ZoneOffset.UTC);
    return time != null && !time.isBefore(EARLIEST) && time.isBefore(seen.plusSeconds(DAY_SECONDS));
  }

  private static boolean most(FieldSample field, Predicate<String> passes) {
    long passed = field.values().stream().filter(passes).count();
    return passed >= ENOUGH * field.values().size();
  }
}
