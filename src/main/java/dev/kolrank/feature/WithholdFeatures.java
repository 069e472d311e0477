package dev.kolrank.feature;

import static dev.kolrank.table.features.AccountFeature.COVERAGE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.features.Features;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Publishes the computed features but for those that break their contract anywhere: a column with
 * one impossible value cannot be trusted in any row, so it is null for the night; {@code
 * features.feature_drift} names it.
 */
public record WithholdFeatures() implements Step {

  @Override
  public Table output() {
    return AccountFeature.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(AccountFeature.COMPUTED);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> computed = in.get(AccountFeature.COMPUTED);
    List<Variant> features = Features.ofAccounts();
    Column[] broken = features.stream().map(WithholdFeatures::isBroken).toArray(Column[]::new);
    // one row, of as many flags as there are features
    Row found = computed.agg(broken[0], Arrays.copyOfRange(broken, 1, broken.length)).first();
    Dataset<Row> rows = computed;
    boolean any = false;
    for (int i = 0; i < broken.length; i++) {
      if (found.getBoolean(i)) {
        any = true;
        Variant withheld = features.get(i);
        rows = rows.withColumn(withheld.name(), lit(null).cast(withheld.feature().type()));
      }
    }
    return any
        ? rows.withColumn(
            COVERAGE.name(), ComputeAccountFeatures.coverage(Features.accountFields()))
        : rows;
  }

  /** Whether any value breaks the contract. */
  static Column isBroken(Variant variant) {
    Column broken = variant.feature().contract().broken(variant.field().col());
    return coalesce(max(when(broken, lit(true)).otherwise(lit(false))), lit(false))
        .as(variant.name());
  }
}
