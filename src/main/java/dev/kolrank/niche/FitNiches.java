package dev.kolrank.niche;

import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.KolAnchor;
import dev.kolrank.table.models.Niche;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Clusters KOLs in the anchor space by cosine k-means (Dhillon and Modha 2001, as MLlib has it).
 * The fit is made on a sample chosen by the hash of the key, in one partition sorted by key: its
 * cost does not grow with the lake, and floating-point sums come out the same every night.
 *
 * @param taxonomy names the clusters
 * @param clusters how many to fit
 * @param sample the most KOLs to fit on
 * @param seed of the initial centres
 */
public record FitNiches(Taxonomy taxonomy, int clusters, int sample, long seed) implements Step {
  private static final String VECTOR = "vector";
  private static final String[] BY_CLUSTER = {Niche.CLUSTER.name()};
  private static final int WORDS = 12;
  private static final int ITERATIONS = 20;

  public FitNiches {
    if (clusters < 2) {
      throw new IllegalArgumentException("niche.clusters must be at least 2, got " + clusters);
    }
    if (sample < 2) {
      throw new IllegalArgumentException("niche.sample must be at least 2, got " + sample);
    }
  }

  @Override
  public Table output() {
    return Niche.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(KolAnchor.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> fitted =
        in.get(KolAnchor.TABLE)
            .orderBy(xxhash64(KOL_ID.col()), KOL_ID.col())
            .limit(sample)
            .coalesce(1)
            .sortWithinPartitions(KOL_ID.col())
            .select(
                KOL_ID.col(),
                KolAnchor.TOKENS.col(),
                functions.array_to_vector(KolAnchor.ANCHORS.col()).as(VECTOR))
            .cache();
    try {
      long kols = fitted.count();
      return kols < 2 ? none(in) : centres(in, fitted, kols);
    } finally {
      fitted.unpersist();
    }
  }

  private static Dataset<Row> none(Inputs in) {
    return in.spark().createDataFrame(List.of(), Niche.TABLE.schema());
  }

  private Dataset<Row> centres(Inputs in, Dataset<Row> fitted, long kols) {
    KMeansModel model =
        new KMeans()
            .setK((int) Math.min(clusters, kols))
            .setDistanceMeasure("cosine")
            .setFeaturesCol(VECTOR)
            .setPredictionCol(Niche.CLUSTER.name())
            .setMaxIter(ITERATIONS)
            .setSeed(seed)
            .fit(fitted);
    var rows = new ArrayList<Row>();
    Vector[] centres = model.clusterCenters();
    for (int i = 0; i < centres.length; i++) {
      double[] centre = centres[i].toArray();
      rows.add(
          RowFactory.create(
              Date.valueOf(in.asOf()),
              (long) i,
              taxonomy.niches().get(greatest(centre)),
              centre,
              kols));
    }
    var schema =
        new StructType()
            .add(AS_OF.toSpark())
            .add(Niche.CLUSTER.toSpark())
            .add(Niche.NICHE.toSpark())
            .add(Niche.CENTRE.toSpark())
            .add(Niche.ACCOUNTS.toSpark());
    return in.spark()
        .createDataFrame(rows, schema)
        .join(words(model.transform(fitted), kols), BY_CLUSTER, "left")
        .withColumn(Niche.WORDS.name(), coalesce(Niche.WORDS.col(), array().cast("array<string>")))
        .select(Niche.TABLE.conform())
        .transform(Materialized::of);
  }

  private static int greatest(double[] centre) {
    int best = 0;
    for (int i = 1; i < centre.length; i++) {
      if (centre[i] > centre[best]) {
        best = i;
      }
    }
    return best;
  }

  /** The tokens that are frequent in a cluster and rare elsewhere: tf-idf over clusters' KOLs. */
  private static Dataset<Row> words(Dataset<Row> assigned, long kols) {
    var everywhere = Window.partitionBy(col("token"));
    var best = Window.partitionBy(Niche.CLUSTER.col()).orderBy(negate(col("weight")), col("token"));
    var words =
        transform(
            sort_array(collect_list(struct(col("place"), col("token")))), w -> w.getField("token"));
    return assigned
        .select(
            Niche.CLUSTER.col().cast(DataTypes.LongType),
            explode(KolAnchor.TOKENS.col()).as("token"))
        .where(length(col("token")).gt(1))
        .groupBy(Niche.CLUSTER.col(), col("token"))
        .agg(count(lit(1)).as("kols"))
        .withColumn("anywhere", sum(col("kols")).over(everywhere))
        .withColumn(
            "weight", col("kols").multiply(log(lit((double) kols + 1).divide(col("anywhere")))))
        .withColumn("place", row_number().over(best))
        .where(col("place").leq(WORDS))
        .groupBy(Niche.CLUSTER.col())
        .agg(words.as(Niche.WORDS.name()));
  }

  @Override
  public String toString() {
    return "FitNiches[%s, %d, %d, %d]".formatted(taxonomy, clusters, sample, seed);
  }
}
