package dev.kolrank.feature;

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
import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.features.FeatureDrift;
import dev.kolrank.table.features.KolFeature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
    return Set.of(AccountFeature.COMPUTED, KolFeature.COMPUTED);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    var before = Map.of(7, earlier(in, 7), 28, earlier(in, 28));
    var rows = new ArrayList<Row>();
    for (Entity entity : Entity.values()) {
      rows.addAll(measured(in, Published.of(entity), before));
    }
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
      Inputs in, Published published, Map<Integer, Map<String, Row>> before) {
    Dataset<Row> rows = in.get(published.computed());
    List<Variant> features = published.features();
    String name = published.entity().name().toLowerCase(Locale.ROOT);
    Row sums = sums(rows, published);
    long all = sums.getLong(0);
    Map<String, TreeMap<Integer, Long>> bins = bins(rows, published.key(), features, all);
    var out = new ArrayList<Row>();
    for (int i = 0; i < features.size(); i++) {
      Variant feature = features.get(i);
      var distribution =
          new Distribution(
              all, sums.getStruct(i + 1), bins.getOrDefault(feature.name(), new TreeMap<>()));
      Row week = before.get(7).get(name + "/" + feature.name());
      Row month = before.get(28).get(name + "/" + feature.name());
      out.add(
          distribution.row(in.asOf(), name, feature, published.relationsOf(feature), week, month));
    }
    return out;
  }

  /**
   * The number of rows; per feature the values, those that break the contract, both ends, and those
   * that break each of its relations.
   */
  private static Row sums(Dataset<Row> rows, Published published) {
    Column[] sums =
        published.features().stream().map(f -> sums(published, f)).toArray(Column[]::new);
    return rows.agg(count(lit(1)), sums).first();
  }

  private static Column sums(Published published, Variant feature) {
    Column value = feature.field().col();
    Column broken = feature.feature().contract().broken(value);
    var sums = new ArrayList<Column>();
    sums.add(count(value));
    sums.add(count(when(broken, lit(1))));
    sums.add(min(value.cast("double")));
    sums.add(max(value.cast("double")));
    published.relationsOf(feature).forEach(r -> sums.add(count(when(r.broken(), lit(1)))));
    return struct(sums.toArray(Column[]::new)).as(feature.name());
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
