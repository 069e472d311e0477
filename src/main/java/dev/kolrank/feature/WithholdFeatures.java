package dev.kolrank.feature;

import static dev.kolrank.table.features.AccountFeature.COVERAGE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.Feature.Entity;
import dev.kolrank.table.features.Feature.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Publishes the computed features but for those that break their contract, or a relation to another
 * one, anywhere: a column with one impossible value cannot be trusted in any row, so it is null for
 * the night; {@code features.feature_drift} names it.
 */
public record WithholdFeatures(Entity entity) implements Step {

  @Override
  public Table output() {
    return Published.of(entity).table();
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(Published.of(entity).computed());
  }

  @Override
  public boolean selectsOnly() {
    return true;
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    var published = Published.of(entity);
    Dataset<Row> computed = in.get(published.computed());
    List<Variant> features = published.features();
    Column[] broken = features.stream().map(v -> isBroken(published, v)).toArray(Column[]::new);
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
        ? rows.withColumn(COVERAGE.name(), ComputeAccountFeatures.coverage(published.fields()))
        : rows;
  }

  /** Whether any value breaks what is expected of the feature. */
  private static Column isBroken(Published published, Variant variant) {
    Column broken = variant.feature().contract().broken(variant.field().col());
    Column expected = coalesce(broken, lit(false));
    for (var relation : published.relationsOf(variant)) {
      expected = expected.or(coalesce(relation.broken(), lit(false)));
    }
    return coalesce(max(when(expected, lit(true)).otherwise(lit(false))), lit(false))
        .as(variant.name());
  }
}
