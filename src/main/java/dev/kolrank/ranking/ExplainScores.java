package dev.kolrank.ranking;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.gold.ScoreContribution;
import dev.kolrank.table.ranking.AccountQuantile;
import java.sql.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Scores every KOL and takes the score apart: each account's part in a dimension is its share of
 * the dimension's sum of tails, each dimension's part in the score its share of the raw score.
 */
public record ExplainScores(Formula formula) implements Step {

  @Override
  public Table output() {
    return ScoreContribution.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(AccountQuantile.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> placed =
        in.get(AccountQuantile.TABLE)
            .withColumn("tail", Formula.tail(AccountQuantile.QUANTILE.col()))
            .withColumn("weight", weight());
    Column accounts =
        array_sort(
            collect_list(struct(ACCOUNT_UID.col(), AccountQuantile.QUANTILE.col(), col("tail"))));
    Dataset<Row> dimensions =
        placed
            .groupBy(KOL_ID.col(), AccountQuantile.DIMENSION.col(), col("weight"))
            .agg(accounts.as("accounts"))
            .withColumn("tails", Sums.of(col("accounts"), a -> a.getField("tail")))
            .withColumn("part", col("weight").multiply(Formula.dimensionScore(col("tails"))));
    Column all =
        array_sort(
            collect_list(
                struct(
                    AccountQuantile.DIMENSION.col(), col("part"), col("tails"), col("accounts"))));
    Column share =
        when(col("raw").gt(0), col("score").multiply(col("d.part")).divide(col("raw")))
            .otherwise(lit(0.0));
    Column contribution =
        when(col("d.tails").gt(0), share.multiply(col("a.tail")).divide(col("d.tails")))
            .otherwise(lit(0.0));
    return dimensions
        .groupBy(KOL_ID.col())
        .agg(all.as("dimensions"))
        .withColumn("raw", Sums.of(col("dimensions"), d -> d.getField("part")))
        .withColumn("score", formula.score(col("raw")))
        .select(KOL_ID.col(), col("raw"), col("score"), explode(col("dimensions")).as("d"))
        .select(col("*"), explode(col("d.accounts")).as("a"))
        .select(
            lit(Date.valueOf(in.asOf())).as(AS_OF.name()),
            KOL_ID.col(),
            col("d.dimension").as(ScoreContribution.DIMENSION.name()),
            col("a.account_uid").as(ACCOUNT_UID.name()),
            contribution.as(ScoreContribution.CONTRIBUTION.name()),
            col("a.quantile").as(ScoreContribution.QUANTILE.name()));
  }

  private Column weight() {
    Column weight = null;
    for (Map.Entry<String, Double> w : new TreeMap<>(formula.weights()).entrySet()) {
      Column is = AccountQuantile.DIMENSION.col().equalTo(w.getKey());
      weight = weight == null ? functions.when(is, w.getValue()) : weight.when(is, w.getValue());
    }
    return weight;
  }
}
