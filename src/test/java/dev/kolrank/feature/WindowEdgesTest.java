package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.features.Features;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.CommentDay;
import dev.kolrank.table.silver.EdgeDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every feature over a window sees the window's first day and not the day before it: all that an
 * account and its audience did lies on one day, and that day is moved across the edge.
 */
class WindowEdgesTest {
  private static final LocalDate NIGHT = LocalDate.parse("2026-06-28");

  /** These compare days; their own tests put rows on both sides of the edges. */
  private static final Set<String> OF_SEVERAL_DAYS =
      Set.of("follower_growth", "follower_spikes", "engagement_growth");

  @ParameterizedTest
  @ValueSource(ints = {7, 28, 90})
  void theFirstDayIsInAndTheDayBeforeIsOut(int window) {
    List<String> columns =
        Features.ofAccounts().stream()
            .filter(v -> v.scope().days() == window)
            .filter(v -> !OF_SEVERAL_DAYS.contains(v.feature().name()))
            .filter(v -> v.feature().source() != Source.GRAPH)
            .map(Variant::name)
            .toList();
    assertFalse(columns.isEmpty());
    Row first = on(NIGHT.minusDays(window - 1L));
    assertEquals(
        List.of(), columns.stream().filter(c -> isNothing(first, c)).toList(), "seen on its edge");
    Row before = on(NIGHT.minusDays(window));
    assertEquals(
        List.of(),
        columns.stream().filter(c -> !isNothing(before, c)).toList(),
        "not seen before the window");
  }

  private static boolean isNothing(Row row, String column) {
    Object value = row.getAs(column);
    return value == null || ((Number) value).doubleValue() == 0;
  }

  /** The features of x:1, of which everything lies on the day. */
  private static Row on(LocalDate day) {
    return given(Account.TABLE, "account_uid | handle\nx:1 | ann\nx:2 | bob")
        .and(ActivityDay.TABLE, posts(day))
        .and(CommentDay.TABLE, comments(day))
        .and(EdgeDay.TABLE, edges(day))
        .and(
            KolAccount.TABLE,
            "account_uid | kol_id | valid_from\nx:1 | ka | 2026-01-01\nx:2 | kb | 2026-01-01")
        .and(KolNiche.TABLE, "kol_id | niche | weight\nka | food | 1\nkb | food | 1")
        .when(new ComputeAccountFeatures())
        .rows()
        .stream()
        .filter(r -> r.getAs("account_uid").equals("x:1"))
        .findFirst()
        .orElseThrow();
  }

  private static String posts(LocalDate day) {
    String values =
        IntStream.rangeClosed(1, 60)
            .mapToObj(i -> String.valueOf(10 * i))
            .collect(Collectors.joining(", ", "[", "]"));
    return """
    account_uid | day | posts | sponsored_posts | views | engagements | view_rates | liked_comments | commented_likes | liked_shares | shared_likes | liked_saves | saved_likes | engaged_views | viewed_engagements | liked_views | viewed_likes | viewed_posts | view_logs | view_logs_squared | engaged_posts | engagements_total | engagement_logs | engagement_logs_squared | sponsored_engaged_posts | sponsored_engagement_logs | wordy_posts | text_length | promoted_posts | disclosures | rounded_counts | censored_counts
    x:1 | %1$s | 60 | 1 | %2$s | %2$s | %2$s | 3 | 30 | 3 | 30 | 3 | 30 | 100 | 10 | 100 | 10 | 2 | 4000000000 | 10000000000 | 2 | 900 | 4000000000 | 10000000000 | 1 | 1000000000 | 2 | 40 | 3 | [] | 6 | 4
    """
        .formatted(day, values);
  }

  private static String comments(LocalDate day) {
    String hours = "[40" + ", 0".repeat(23) + "]";
    String texts = "[1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";
    return """
    account_uid | day | comments | people | hours | texts | templates | positive | neutral | negative
    x:1 | %s | 40 | [a, b] | %s | %s | %s | 9 | 1 | 3
    """
        .formatted(day, hours, texts, texts);
  }

  /** Twelve people wrote under three posts of either; x:2 names x:1 as partner. */
  private static String edges(LocalDate day) {
    String people =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    "c%1$d | x:1 | %2$s | comment | [p1, p2, p3]\nc%1$d | x:2 | %2$s | comment | [q1]\n"
                        .formatted(i, day))
            .collect(Collectors.joining());
    return "from_uid | to_uid | day | kind | posts\n"
        + people
        + "x:2 | x:@ann | %1$s | mention | [q1]\nx:2 | x:@ann | %1$s | collaboration | [q1]\n"
            .formatted(day);
  }
}
