package dev.kolrank.feature;

import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.features.Features;
import dev.kolrank.table.features.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Places accounts among their peers: those of the platform, first niche and size (the power of ten
 * of its followers); where these are fewer than twenty, or its followers are unknown, those of
 * platform and size, else of the platform.
 */
final class Peers {
  private static final int LEAST = 20;

  /** An interquartile range in standard deviations of a normal distribution. */
  private static final double RANGE = 1.349;

  /** Peers who are all alike make nobody an outlier for a hundredth. */
  private static final double LEAST_DEVIATION = 0.1;

  private static final double UNIT_SHARE = 0.1;
  private static final String SIZE = "__size";
  private static final String[][] GROUPS = {
    {PLATFORM.name(), SourceRows.NICHE.name(), SIZE}, {PLATFORM.name(), SIZE}, {PLATFORM.name()}
  };

  private Peers() {}

  /** The features with those that compare. */
  static Dataset<Row> placed(Dataset<Row> features) {
    List<Variant> compared = Features.from(Source.PEERS);
    Column followers = AccountFeature.feature("followers").col();
    var measures = new ArrayList<Column>(List.of(col("*")));
    Column size = when(followers.gt(0), floor(log10(followers))).when(followers.equalTo(0), 0);
    measures.add(size.cast("int").as(SIZE));
    compared.forEach(v -> measures.add(v.value().as(measure(v))));
    Dataset<Row> measured = features.select(measures.toArray(Column[]::new));
    Dataset<Row> rows = measured;
    for (int i = 0; i < GROUPS.length; i++) {
      rows = rows.join(broadcast(quartiles(measured, compared, i)), GROUPS[i], "left");
    }
    var places = new ArrayList<Column>(List.of(col("*")));
    Features.from(Source.PLATFORM).forEach(v -> places.add(v.value()));
    compared.forEach(v -> places.add(distance(v).cast(v.feature().type()).as(v.name())));
    return rows.select(places.toArray(Column[]::new));
  }

  private static Dataset<Row> quartiles(Dataset<Row> rows, List<Variant> compared, int group) {
    var columns = new ArrayList<Column>();
    for (Variant variant : compared) {
      Column measure = col(measure(variant));
      Column quartiles = percentile(measure, array(lit(0.25), lit(0.5), lit(0.75)));
      columns.add(struct(count(measure).as("n"), quartiles.as("q")).as(measure(variant) + group));
    }
    if (group == GROUPS.length - 1) {
      Column median = percentile(AccountFeature.feature("engagements_median_90d").col(), lit(0.5));
      columns.add(greatest(median.multiply(UNIT_SHARE), lit(1.0)).as(Statistics.UNIT));
    }
    Column[] keys = Arrays.stream(GROUPS[group]).map(name -> col(name)).toArray(Column[]::new);
    return rows.groupBy(keys)
        .agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
  }

  private static Column distance(Variant variant) {
    var widening = new ArrayList<Column>();
    for (int i = 0; i < GROUPS.length; i++) {
      Column peers = col(measure(variant) + i);
      widening.add(when(peers.getField("n").geq(LEAST), peers.getField("q")));
    }
    Column q = coalesce(widening.toArray(Column[]::new));
    Column deviation =
        greatest(get(q, lit(2)).minus(get(q, lit(0))).divide(RANGE), lit(LEAST_DEVIATION));
    return col(measure(variant)).minus(get(q, lit(1))).divide(deviation);
  }

  private static String measure(Variant variant) {
    return "__" + variant.name();
  }
}
