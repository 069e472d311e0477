package dev.kolrank.ranking;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.ranking.AccountQuantile;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Places each account among those of its platform: per signal the mid-rank quantile {@code q =
 * (rank - 1/2) / n}, ties sharing their mean; per dimension the weighted mean of the observed
 * signals' log odds {@code ln(q / (1 - q))}, so that standing out counts for more than being
 * ordinary takes away. A dimension without any signal is expected from the account's other
 * dimensions, drawn towards the middle; never filled with zero or the peers' median.
 *
 * @param correlation per dimension, how far the other dimensions speak for it when it was not
 *     observed: 0 puts the account in the middle, 1 takes their mean over
 */
public record PlaceAccounts(Map<String, Double> correlation) implements Step {

  public PlaceAccounts {
    correlation = Collections.unmodifiableSortedMap(new TreeMap<>(correlation));
    if (!correlation.keySet().equals(Set.copyOf(Signal.DIMENSIONS))
        || correlation.values().stream().anyMatch(c -> c < 0 || c > 1)) {
      throw new IllegalArgumentException(
          "score.correlation gives a number from 0 to 1 for each of "
              + String.join(", ", Signal.DIMENSIONS));
    }
  }

  @Override
  public Table output() {
    return AccountQuantile.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(AccountFeature.TABLE, KolAccount.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> places =
        quantiles(in.get(AccountFeature.TABLE))
            .groupBy(ACCOUNT_UID.col(), PLATFORM.col())
            .agg(
                array_sort(
                        collect_list(
                            struct(col("dimension"), col("signal"), col("weight"), col("odds"))))
                    .as("places"));
    Dataset<Row> kols =
        KolAccount.current(in.history(KolAccount.TABLE)).select(ACCOUNT_UID.col(), KOL_ID.col());
    return places
        .join(kols, ACCOUNT_UID.name())
        .withColumn("all", weightedMean(col("places")))
        .withColumn("each", explode(eachDimension()))
        .select(
            ACCOUNT_UID.col(),
            KOL_ID.col(),
            PLATFORM.col(),
            col("each.dimension").as(AccountQuantile.DIMENSION.name()),
            quantile(coalesce(col("each.odds"), col("all").multiply(col("each.correlation"))))
                .as(AccountQuantile.QUANTILE.name()),
            col("each.observed").as(AccountQuantile.OBSERVED.name()));
  }

  /** The quantile with these log odds. */
  private static Column quantile(Column logOdds) {
    return lit(1.0).divide(exp(negate(logOdds)).plus(1.0));
  }

  /** One row per account and observed signal, with its quantile among the platform's accounts. */
  private static Dataset<Row> quantiles(Dataset<Row> features) {
    Column[] signals =
        Signal.ALL.stream()
            .map(
                s ->
                    struct(
                        lit(s.dimension()).as("dimension"),
                        lit(s.feature().name()).as("signal"),
                        lit(s.weight()).as("weight"),
                        s.feature().col().cast("double").multiply(s.sign()).as("value")))
            .toArray(Column[]::new);
    var peers = Window.partitionBy(PLATFORM.col(), col("signal"));
    var ties = Window.partitionBy(PLATFORM.col(), col("signal"), col("value"));
    Column midRank =
        rank().over(peers.orderBy(col("value"))).plus(count(lit(1)).over(ties).minus(1).divide(2));
    return features
        .select(ACCOUNT_UID.col(), PLATFORM.col(), explode(array(signals)).as("s"))
        .select(ACCOUNT_UID.col(), PLATFORM.col(), col("s.*"))
        .where(col("value").isNotNull())
        .withColumn("q", midRank.minus(0.5).divide(count(lit(1)).over(peers)))
        .withColumn("odds", log(col("q").divide(lit(1.0).minus(col("q")))));
  }

  private Column eachDimension() {
    Column[] dimensions =
        Signal.DIMENSIONS.stream()
            .map(
                d -> {
                  Column own = filter(col("places"), p -> p.getField("dimension").equalTo(d));
                  double signals = Signal.ALL.stream().filter(s -> s.dimension().equals(d)).count();
                  return struct(
                      lit(d).as("dimension"),
                      weightedMean(own).as("odds"),
                      lit(correlation.get(d)).as("correlation"),
                      size(own).divide(signals).as("observed"));
                })
            .toArray(Column[]::new);
    return array(dimensions);
  }

  /** Null for none; in the array's order, so that sums come out the same every time. */
  private static Column weightedMean(Column places) {
    Column weights = Sums.of(places, p -> p.getField("weight"));
    Column weighted = Sums.of(places, p -> p.getField("weight").multiply(p.getField("odds")));
    return when(weights.gt(0), weighted.divide(weights));
  }
}
