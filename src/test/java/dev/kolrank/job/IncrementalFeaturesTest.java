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
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.AccountPromotion;
import dev.kolrank.table.features.FlagEvidence;
import dev.kolrank.table.features.KolFeature;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.CommentDay;
import dev.kolrank.table.silver.EdgeDay;
import dev.kolrank.table.silver.Post;
import dev.kolrank.table.silver.QuarantinedValue;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
          QuarantinedValue.TABLE,
          Account.TABLE,
          AccountDay.TABLE,
          Post.TABLE,
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
    var history = new RandomHistory(new Random(seed), NIGHTS);
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
            "silver.quarantined_value",
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
}
