package dev.kolrank.ranking;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.struct;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.AccountAudience;
import dev.kolrank.table.models.Tier;
import java.sql.Date;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits the tiers' thresholds to the audiences of the night: as platforms grow, so does what makes a
 * tier.
 *
 * @param quantiles of effective audience at which micro, mid, macro and mega begin
 */
public record FitTiers(List<Double> quantiles) implements Step {

  public FitTiers {
    quantiles = List.copyOf(quantiles);
    if (quantiles.size() != Tier.NAMES.size() - 1
        || !quantiles.equals(quantiles.stream().sorted().toList())
        || quantiles.stream().anyMatch(q -> q <= 0 || q >= 1)) {
      throw new IllegalArgumentException(
          "tier.quantiles wants four rising numbers between 0 and 1, got " + quantiles);
    }
  }

  @Override
  public Table output() {
    return Tier.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(AccountAudience.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Column[] tiers = new Column[Tier.NAMES.size()];
    tiers[0] = tier(Tier.NAMES.get(0), lit(0.0));
    for (int i = 1; i < tiers.length; i++) {
      Column from = percentile(col("audience"), lit(quantiles.get(i - 1)));
      tiers[i] = tier(Tier.NAMES.get(i), coalesce(from, lit(0.0)));
    }
    return ofKols(in.get(AccountAudience.TABLE))
        .agg(array(tiers).as("tiers"))
        .select(explode(col("tiers")).as("tier"))
        .select(lit(Date.valueOf(in.asOf())).as(AS_OF.name()), col("tier.*"));
  }

  private static Column tier(String name, Column from) {
    return struct(lit(name).as(Tier.TIER.name()), from.as(Tier.FROM_AUDIENCE.name()));
  }

  /** The audience of each KOL: that of its accounts, added up in the order of their keys. */
  static Dataset<Row> ofKols(Dataset<Row> accounts) {
    Column parts =
        array_sort(
            collect_list(
                struct(
                    ACCOUNT_UID.col(), AccountAudience.EFFECTIVE_AUDIENCE.col().as("audience"))));
    return accounts
        .groupBy(KOL_ID.col())
        .agg(parts.as("parts"))
        .select(KOL_ID.col(), Sums.of(col("parts"), p -> p.getField("audience")).as("audience"));
  }
}
