package dev.kolrank.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Plan;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.engine.Night;
import dev.kolrank.engine.Progress;
import dev.kolrank.engine.Runner;
import dev.kolrank.table.Tables;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.Post;
import dev.kolrank.table.silver.QuarantinedValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is quarantined, and what silver keeps instead, follows from the observations alone: not from
 * the order of their arrival, from runs that died, or from files that came and were replaced.
 */
final class QuarantineHistoryTest {
  private static final LocalDate NIGHT = LocalDate.parse("2026-06-28");
  private static final List<Table> SILVER =
      List.of(QuarantinedValue.TABLE, Account.TABLE, AccountDay.TABLE, Post.TABLE);
  private static final List<String> COUNTS =
      List.of("null", "0L", "0L", "3L", "400L", "900L", "1500L", "5000L", "5000L", "20000L");
  private static final Plan PLAN = plan();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void deliveriesDeathsAndReplacementsLeaveNoTrace(long seed) {
    var random = new Random(seed);
    List<List<String>> deliveries = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      deliveries.add(delivery(random, i < 4 ? i : 5 - i));
    }
    List<String> replaced = delivery(random, 2);

    var lake = new MemoryLake();
    for (int i = 0; i < deliveries.size(); i++) {
      var rows = new ArrayList<>(i == 2 ? replaced : deliveries.get(i));
      if (i == 4) {
        rows.addAll(deliveries.get(2));
        takeOut(lake, replaced, 3, i + 1);
      }
      deliver(lake, rows, i + 1);
      if (i == 3) {
        lake.dieAt(SILVER.get(random.nextInt(SILVER.size())), true, true);
        assertThrows(MemoryLake.Death.class, () -> run(lake, 4));
        lake.revive();
      }
      boolean isRepairedByTheNextBatch = i == 3 && seed % 2 == 1;
      if (!isRepairedByTheNextBatch) {
        run(lake, i + 1);
      }
    }

    var atOnce = new MemoryLake();
    deliver(atOnce, deliveries.stream().flatMap(List::stream).toList(), 1);
    run(atOnce, 1);
    Map<String, List<String>> expected = contents(atOnce);
    for (String state : List.of("waiting", "confirmed", "refuted")) {
      assertTrue(expected.get(QuarantinedValue.TABLE.name()).toString().contains(state), state);
    }
    assertEquals(expected, contents(lake));
    long waiting =
        expected.get(QuarantinedValue.TABLE.name()).stream()
            .filter(row -> row.contains("waiting"))
            .count();
    assertEquals(
        Optional.of(waiting + " values wait in quarantine: see silver.quarantined_value"),
        QuarantineReport.sentence(lake));
    assertEquals(Optional.empty(), QuarantineReport.sentence(new MemoryLake()));
  }

  /** Observations of two days, so that some come late. */
  private static List<String> delivery(Random random, int day) {
    var rows = new ArrayList<String>();
    for (int i = 0; i < 24; i++) {
      String uid = "x:" + random.nextInt(8);
      String at =
          "timestamp'2026-06-2%d 1%d:00:00'".formatted(day + random.nextInt(2), random.nextInt(3));
      rows.add(
          ("%s as observed_at, '%s' as source, 'f%d' as source_file, %s as rounded, '%s' as uid,"
                  + " %s as a, %s as b")
              .formatted(
                  at,
                  random.nextInt(5) == 0 ? "b" : "a",
                  random.nextInt(3),
                  random.nextInt(3) == 0 ? "array('followers', 'views')" : "array()",
                  uid,
                  count(random),
                  count(random)));
    }
    return rows;
  }

  private static String count(Random random) {
    return COUNTS.get(random.nextInt(COUNTS.size()));
  }

  private static void deliver(MemoryLake lake, List<String> rows, long batch) {
    List<String> accounts = columns(rows, "uid as account_uid, a as followers, b as posts");
    List<String> posts =
        columns(rows, "'x:1' as account_uid, uid as post_uid, a as views, b as likes");
    lake.write(
        AccountObservation.TABLE,
        RandomHistory.frame(AccountObservation.TABLE, accounts, batch),
        "batch = " + batch);
    lake.write(
        PostObservation.TABLE,
        RandomHistory.frame(PostObservation.TABLE, posts, batch),
        "batch = " + batch);
  }

  private static List<String> columns(List<String> rows, String columns) {
    return rows.stream()
        .map(
            row ->
                "substring(uid, 3) as account_id, substring(uid, 3) as post_id, observed_at,"
                    + " source, source_file, rounded, %s from (select %s)".formatted(columns, row))
        .toList();
  }

  /** The file of a batch came again: its rows go. */
  private static void takeOut(MemoryLake lake, List<String> gone, long held, long batch) {
    String lost =
        gone.stream()
            .map(row -> "select uid, to_date(observed_at) as day from (select " + row + ")")
            .collect(Collectors.joining(" union all "));
    var spark = SparkFixture.spark();
    var keys =
        spark
            .sql(
                """
                select %d as batch, kind, uid, if(kind = 'post', 'x:1', uid) as account_uid, day,
                  cast(null as bigint) as held_batch
                from (%s) cross join (select explode(array('account', 'post')) as kind)
                """
                    .formatted(batch, lost))
            .distinct();
    lake.write(Replacement.TABLE, keys.select(Replacement.TABLE.conform()), "batch = " + batch);
    for (Table table : List.of(AccountObservation.TABLE, PostObservation.TABLE)) {
      lake.write(table, lake.read(table).limit(0), "batch = " + held);
    }
  }

  private static void run(MemoryLake lake, long batch) {
    var night = new Night("run-" + batch, NIGHT, batch, batch - 1, "files " + batch, "code");
    new Runner(lake, Progress.SILENT, 2).run(PLAN, night);
  }

  private static Plan plan() {
    List<Step> steps =
        NightlyPlan.of(Settings.defaults(), Optional.empty()).steps().stream()
            .filter(s -> SILVER.contains(s.output()))
            .toList();
    var sources = new HashSet<>(Tables.STORED);
    sources.removeAll(SILVER);
    return Plan.of(sources, steps);
  }

  private static Map<String, List<String>> contents(MemoryLake lake) {
    var contents = new TreeMap<String, List<String>>();
    for (Table table : SILVER) {
      contents.put(
          table.name(),
          lake
              .read(table)
              .select(to_json(struct(col("*"))))
              .as(Encoders.STRING())
              .collectAsList()
              .stream()
              .sorted()
              .toList());
    }
    return contents;
  }
}
