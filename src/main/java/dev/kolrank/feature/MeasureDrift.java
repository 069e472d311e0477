package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.Feature.Entity;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.features.FeatureDrift;
import dev.kolrank.table.features.Features;
import dev.kolrank.table.features.KolFeature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Measures how each feature is distributed, and how far that is from a week and from four weeks
 * before. Earlier nights' counts are kept, so that nothing but tonight's features is read.
 */
public record MeasureDrift() implements Step {
  static final int SAMPLE = 20_000;

  /** Where numbers go that are none. */
  private static final int NO_NUMBER = Integer.MAX_VALUE;

  @Override
  public Table output() {
    return FeatureDrift.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(AccountFeature.COMPUTED, KolFeature.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    var before = Map.of(7, earlier(in, 7), 28, earlier(in, 28));
    var rows = new ArrayList<Row>();
    rows.addAll(measured(in, AccountFeature.COMPUTED, ACCOUNT_UID, Features.ofAccounts(), before));
    rows.addAll(measured(in, KolFeature.TABLE, KOL_ID, Features.from(Source.KOL), before));
    return in.spark().createDataFrame(rows, FeatureDrift.TABLE.schema()).coalesce(1);
  }

  private static Map<String, Row> earlier(Inputs in, int nights) {
    var rows = new HashMap<String, Row>();
    // a row per feature
    for (Row row : in.earlier(FeatureDrift.TABLE, nights).collectAsList()) {
      rows.put(
          row.getAs(FeatureDrift.ENTITY.name()) + "/" + row.getAs(FeatureDrift.FEATURE.name()),
          row);
    }
    return rows;
  }

  private static List<Row> measured(
      Inputs in,
      Table table,
      Field key,
      List<Variant> features,
      Map<Integer, Map<String, Row>> before) {
    Dataset<Row> rows = in.get(table);
    Row sums = sums(rows, features);
    long all = sums.getLong(0);
    Map<String, TreeMap<Integer, Long>> bins = bins(rows, key, features, all);
    var out = new ArrayList<Row>();
    for (int i = 0; i < features.size(); i++) {
      Variant feature = features.get(i);
      var distribution =
          new Distribution(
              all, sums.getStruct(i + 1), bins.getOrDefault(feature.name(), new TreeMap<>()));
      String name = feature.feature().entity() == Entity.KOL ? "kol" : "account";
      Row week = before.get(7).get(name + "/" + feature.name());
      Row month = before.get(28).get(name + "/" + feature.name());
      out.add(distribution.row(in.asOf(), name, feature, week, month));
    }
    return out;
  }

  /** The number of rows; per feature the values, those that break the contract, both ends. */
  private static Row sums(Dataset<Row> rows, List<Variant> features) {
    Column[] sums =
        features.stream()
            .map(
                f -> {
                  Column value = f.field().col();
                  Column broken = f.feature().contract().broken(value);
                  return struct(
                          count(value),
                          count(when(broken, lit(1))),
                          min(value.cast("double")),
                          max(value.cast("double")))
                      .as(f.name());
                })
            .toArray(Column[]::new);
    return rows.agg(count(lit(1)), sums).first();
  }

  private static Map<String, TreeMap<Integer, Long>> bins(
      Dataset<Row> rows, Field key, List<Variant> features, long all) {
    Column value = col("value");
    Column half = floor(log2(abs(value).multiply(1_000).plus(1)).multiply(2));
    Column bin =
        when(value.isNaN().or(abs(value).gt(Double.MAX_VALUE)), lit(NO_NUMBER))
            .otherwise(signum(value).multiply(half).cast("int"));
    Column[] values =
        features.stream().map(f -> f.field().col().cast("double")).toArray(Column[]::new);
    long step = Math.max(1, (all + SAMPLE - 1) / SAMPLE);
    var bins = new HashMap<String, TreeMap<Integer, Long>>();
    // some dozen bins per feature
    for (Row row :
        rows.where(pmod(xxhash64(key.col()), lit(step)).equalTo(0))
            .select(posexplode(array(values)).as(new String[] {"feature", "value"}))
            .where(value.isNotNull())
            .groupBy(col("feature"), bin.as("bin"))
            .agg(count(lit(1)))
            .collectAsList()) {
      String feature = features.get(row.getInt(0)).name();
      bins.computeIfAbsent(feature, n -> new TreeMap<>()).put(row.getInt(1), row.getLong(2));
    }
    return bins;
  }
}
