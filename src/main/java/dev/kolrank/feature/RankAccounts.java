package dev.kolrank.feature;

import static dev.kolrank.feature.graph.BlockGraph.FROM;
import static dev.kolrank.feature.graph.BlockGraph.TO;
import static dev.kolrank.feature.graph.BlockGraph.WEIGHT;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.map_from_arrays;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.feature.graph.BlockGraph;
import dev.kolrank.feature.graph.PageRank;
import dev.kolrank.feature.graph.SecondDegree;
import dev.kolrank.table.features.AccountGraph;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.features.Rows;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.EdgeDay;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Ranks accounts by who turns to whom: mentions, reposts and collaborations of 90 days among
 * tracked accounts of different people. An edge weighs the days on which it was made. An account's
 * edges share what the account itself holds, so whoever turns to others all day gives them no more
 * than it has; weights only say among whom that is parted.
 */
public record RankAccounts() implements Step {
  /** Ranks in other niches that are fainter are left out. */
  private static final double FAINTEST = 0.01;

  @Override
  public Table output() {
    return AccountGraph.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(
        Account.TABLE, EdgeDay.TABLE, AccountAlias.TABLE, KolAccount.TABLE, KolNiche.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    var sources = new SourceRows(in);
    Dataset<Row> edges =
        sources
            .mentions()
            .groupBy(Rows.OTHER.col().as(FROM), ACCOUNT_UID.col().as(TO))
            .agg(count_distinct(EdgeDay.DAY.col()).as(WEIGHT))
            .transform(Materialized::of);
    if (edges.isEmpty()) {
      return in.spark().createDataFrame(List.of(), output().schema());
    }
    Column niche = SourceRows.NICHE.col().as(BlockGraph.NICHE);
    Dataset<Row> kin =
        sources.kols().select(ACCOUNT_UID.col(), KOL_ID.col().as(BlockGraph.PERSON), niche);
    try (var graph = BlockGraph.of(edges, kin)) {
      PageRank.Result ranked = PageRank.of(graph);
      return ranked
          .rows()
          .select(ranks(graph.niches()))
          .join(SecondDegree.of(graph), new String[] {ACCOUNT_UID.name()}, "left")
          .withColumnRenamed(SecondDegree.REACH, AccountGraph.REACH.name())
          .withColumn(AccountGraph.ROUNDS.name(), lit(ranked.rounds()))
          .withColumn(AS_OF.name(), SourceRows.night(in));
    }
  }

  private static Column[] ranks(List<String> niches) {
    Column names = lit(niches.toArray(String[]::new));
    Column ranks = transform(col(PageRank.MASS), m -> m.divide(PageRank.PARTS));
    Column byNiche = map_from_arrays(names, slice(ranks, lit(2), lit(niches.size())));
    Column place = array_position(names, AccountGraph.NICHE.col()).cast("int");
    return new Column[] {
      ACCOUNT_UID.col(),
      AccountGraph.NICHE.col(),
      AccountGraph.RANK.as(get(ranks, lit(0))),
      AccountGraph.NICHE_RANK.as(when(AccountGraph.NICHE.col().isNotNull(), get(ranks, place))),
      AccountGraph.NICHE_RANKS.as(map_filter(byNiche, (niche, rank) -> rank.geq(FAINTEST)))
    };
  }
}
