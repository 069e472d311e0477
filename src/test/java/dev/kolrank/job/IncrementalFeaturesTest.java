package dev.kolrank.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Plan;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.engine.Night;
import dev.kolrank.engine.Progress;
import dev.kolrank.engine.Runner;
import dev.kolrank.table.Columns;
import dev.kolrank.table.Tables;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.CommentDay;
import dev.kolrank.table.silver.EdgeDay;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tiles and features of random histories are the same bits whether observations come over nights or
 * at once, and in whatever order and partitions they lie.
 */
final class IncrementalFeaturesTest {
  private static final LocalDate NIGHT = LocalDate.parse("2026-06-28");
  private static final int NIGHTS = 3;
  private static final List<Table> COMPARED =
      List.of(ActivityDay.TABLE, CommentDay.TABLE, EdgeDay.TABLE, AccountFeature.TABLE);

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void nightsAndOrderLeaveNoTrace(long seed) {
    var history = new History(new Random(seed));
    var nights = new MemoryLake();
    for (int night = 0; night < NIGHTS; night++) {
      history.write(nights, night, night + 1, new Random(seed), 1);
      run(nights, night + 1, NIGHT.minusDays(NIGHTS - 1 - night));
    }
    var atOnce = new MemoryLake();
    history.write(atOnce, 0, NIGHTS, new Random(seed + 1), 1);
    run(atOnce, 1, NIGHT);
    var spread = new MemoryLake();
    history.write(spread, 0, NIGHTS, new Random(seed + 2), 7);
    run(spread, 1, NIGHT);
    Map<String, List<String>> expected = contents(atOnce);
    expected.forEach((table, rows) -> assertFalse(rows.isEmpty(), table + " is empty"));
    assertEquals(expected, contents(spread));
    assertEquals(expected, contents(nights));
  }

  private static void run(MemoryLake lake, long batch, LocalDate asOf) {
    var night = new Night("run-" + batch, asOf, batch, batch - 1, "files " + batch, "code");
    new Runner(lake, Progress.SILENT, 2).run(plan(), night);
  }

  private static Plan plan() {
    Set<String> wanted =
        Set.of(
            "silver.account",
            "silver.account_day",
            "silver.post",
            "silver.comment",
            "silver.comment_sentiment",
            "silver.activity_day",
            "silver.comment_day",
            "silver.edge_day",
            "features.account_graph",
            "features.account_value",
            "features.account_feature");
    List<Step> steps =
        NightlyPlan.of(Settings.defaults(), Optional.empty()).steps().stream()
            .filter(s -> wanted.contains(s.output().name()))
            .toList();
    var sources = new HashSet<>(Tables.STORED);
    sources.removeAll(steps.stream().map(Step::output).collect(Collectors.toSet()));
    return Plan.of(sources, steps);
  }

  private static Map<String, List<String>> contents(MemoryLake lake) {
    var contents = new TreeMap<String, List<String>>();
    for (Table table : COMPARED) {
      Dataset<Row> rows = lake.read(table);
      if (table.fields().contains(Columns.AS_OF)) {
        rows = rows.where(Columns.AS_OF.col().equalTo(lit(Date.valueOf(NIGHT))));
      }
      contents.put(
          table.name(),
          rows.select(to_json(struct(col("*")))).as(Encoders.STRING()).collectAsList().stream()
              .sorted()
              .toList());
    }
    return contents;
  }

  /** Observations night by night; posts and comments are seen again with other numbers. */
  private static final class History {
    private final Map<Table, List<List<String>>> nights =
        new TreeMap<>(Comparator.comparing(Table::name));

    History(Random random) {
      for (int night = 0; night < NIGHTS; night++) {
        LocalDate day = NIGHT.minusDays(NIGHTS - 1L - night);
        add(AccountObservation.TABLE, 8, i -> account(random, day));
        add(PostObservation.TABLE, 60, i -> post(random, day));
        add(CommentObservation.TABLE, 80, i -> comment(random, day));
      }
    }

    private void add(Table table, int count, IntFunction<String> row) {
      var rows = new ArrayList<String>();
      for (int i = 0; i < count; i++) {
        rows.add(row.apply(i));
      }
      nights.computeIfAbsent(table, t -> new ArrayList<>()).add(rows);
    }

    private static String account(Random random, LocalDate day) {
      int id = random.nextInt(5);
      return "'x:%d' as account_uid, '%d' as account_id, timestamp'%s 10:00:%02d' as observed_at, 'h%d' as handle, %s as followers"
          .formatted(id, id, day, random.nextInt(60), id, number(random, 5_000));
    }

    private static String post(Random random, LocalDate day) {
      int id = random.nextInt(90);
      int owner = random.nextInt(10) == 0 ? random.nextInt(5) : id % 5;
      String published =
          random.nextInt(8) == 0
              ? "null"
              : "timestamp'%s 10:00:00'".formatted(day.minusDays(random.nextInt(12) == 0 ? 1 : id));
      String text = List.of("hello", "with @h1", "@h2 #ad", "@h3 and @h4").get(id % 4);
      return ("'x:p%d' as post_uid, 'p%d' as post_id, 'x:%d' as account_uid, timestamp'%s"
              + " 11:00:%02d' as observed_at, %s as published_at, '%s' as text, %s as repost,"
              + " %s as views, %s as likes, %s as comments")
          .formatted(
              id,
              id,
              owner,
              day,
              random.nextInt(60),
              published,
              text,
              random.nextInt(15) == 0,
              number(random, 900),
              number(random, 90),
              number(random, 9));
    }

    private static String comment(Random random, LocalDate day) {
      int id = random.nextInt(150);
      int post = random.nextInt(20) == 0 ? random.nextInt(100) : id % 100;
      return ("'x:c%d' as comment_uid, 'c%d' as comment_id, 'x:p%d' as post_uid, timestamp'%s"
              + " 12:00:%02d' as observed_at, %s as author_hash, '%s' as text,"
              + " timestamp'%s %02d:00:00' as published_at")
          .formatted(
              id,
              id,
              post,
              day,
              random.nextInt(60),
              random.nextInt(20) == 0 ? "null" : "'a" + id % 12 + "'",
              List.of("I love this", "what a terrible post", "text number " + id % 9).get(id % 3),
              day.minusDays(random.nextInt(12) == 0 ? 1 : id % 40),
              id % 24);
    }

    private static String number(Random random, int below) {
      return random.nextInt(6) == 0 ? "null" : "%dL".formatted(random.nextInt(below));
    }

    /** The nights from one to before another, shuffled, as batches from the first on. */
    void write(MemoryLake lake, int from, int until, Random random, int partitions) {
      nights.forEach(
          (table, each) -> {
            var rows = new ArrayList<String>();
            each.subList(from, until).forEach(rows::addAll);
            Collections.shuffle(rows, random);
            long batch = until - from == NIGHTS ? 1 : from + 1;
            lake.write(
                table, frame(table, rows, batch).repartition(partitions), "batch = " + batch);
          });
    }

    private static Dataset<Row> frame(Table table, List<String> rows, long batch) {
      var spark = SparkFixture.spark();
      Dataset<Row> written =
          spark.sql(
              rows.stream().map(r -> "select " + r).collect(Collectors.joining(" union all ")));
      List<String> given = List.of(written.columns());
      Column[] all =
          table.fields().stream()
              .map(
                  f ->
                      (given.contains(f.name())
                              ? f.col()
                              : f.name().equals("batch")
                                  ? lit(batch)
                                  : lit(f.name().equals("platform") ? "x" : null))
                          .cast(f.type())
                          .as(f.name()))
              .toArray(Column[]::new);
      return written.select(all);
    }
  }
}
