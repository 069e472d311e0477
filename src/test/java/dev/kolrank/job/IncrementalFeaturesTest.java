package dev.kolrank.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import dev.kolrank.table.features.AccountPromotion;
import dev.kolrank.table.features.FlagEvidence;
import dev.kolrank.table.features.KolFeature;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.KolAccount;
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

  /** Nights may fall out: windows move by two weeks and by a day. */
  private static final List<LocalDate> NIGHTS =
      List.of(NIGHT.minusDays(15), NIGHT.minusDays(1), NIGHT);

  private static final List<Table> COMPARED =
      List.of(
          ActivityDay.TABLE,
          CommentDay.TABLE,
          EdgeDay.TABLE,
          AccountPromotion.TABLE,
          AccountFeature.TABLE,
          KolFeature.TABLE,
          FlagEvidence.TABLE);

  /** Who the accounts belong to, with an alias among them, and of what they talk. */
  private static final Map<Table, String> IDENTITY =
      Map.of(
          AccountAlias.TABLE,
          "select 'x:4' as alias_uid, 'x:3' as account_uid, '' as evidence",
          KolAccount.TABLE,
          """
          select date'2026-01-01' as valid_from, 1D as probability, array() as linked_by, * from values
            ('x:0', 'ka'), ('x:1', 'ka'), ('x:2', 'kb'), ('x:3', 'kc') as t(account_uid, kol_id)
          """,
          KolNiche.TABLE,
          """
          select * from values
            ('ka', 'food', 0.7D), ('ka', 'beauty', 0.3D), ('kb', 'food', 1D), ('kc', 'tech', 1D)
            as t(kol_id, niche, weight)
          """);

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void nightsAndOrderLeaveNoTrace(long seed) {
    var history = new History(new Random(seed));
    var nights = new MemoryLake();
    for (int night = 0; night < NIGHTS.size(); night++) {
      history.write(nights, night, night + 1, new Random(seed), 1);
      run(nights, night + 1, NIGHTS.get(night));
    }
    var atOnce = new MemoryLake();
    history.write(atOnce, 0, NIGHTS.size(), new Random(seed + 1), 1);
    run(atOnce, 1, NIGHT);
    var spread = new MemoryLake();
    history.write(spread, 0, NIGHTS.size(), new Random(seed + 2), 7);
    run(spread, 1, NIGHT);
    Map<String, List<String>> expected = contents(atOnce);
    expected.forEach(
        (table, rows) ->
            assertFalse(
                rows.isEmpty() && !table.equals(FlagEvidence.TABLE.name()), table + " is empty"));
    List<String> accounts = expected.get(AccountFeature.TABLE.name());
    assertTrue(accounts.stream().anyMatch(r -> r.contains("niche_engagement_won_90d")));
    assertEquals(expected, contents(spread));
    assertEquals(expected, contents(nights));
  }

  private static void run(MemoryLake lake, long batch, LocalDate asOf) {
    IDENTITY.forEach(
        (table, rows) -> lake.write(table, identity(table, rows, asOf), slice(table, asOf)));
    var night = new Night("run-" + batch, asOf, batch, batch - 1, "files " + batch, "code");
    new Runner(lake, Progress.SILENT, 2).run(plan(), night);
  }

  private static Dataset<Row> identity(Table table, String rows, LocalDate asOf) {
    Dataset<Row> tonight =
        SparkFixture.spark().sql(rows).withColumn("as_of", lit(Date.valueOf(asOf)));
    return tonight.select(table.conform(tonight.schema()));
  }

  private static String slice(Table table, LocalDate asOf) {
    return table.fields().contains(Columns.AS_OF) ? "as_of = date'%s'".formatted(asOf) : "true";
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
            "features.account_promotion",
            "features.account_value",
            "features.account_feature",
            "features.account_audience",
            "features.kol_value",
            "features.kol_feature",
            "features.flag_evidence");
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
      for (LocalDate day : NIGHTS) {
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
            long batch = until - from == NIGHTS.size() ? 1 : from + 1;
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
