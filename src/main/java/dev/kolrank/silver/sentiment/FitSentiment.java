package dev.kolrank.silver.sentiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Fits a model of sentiment: multinomial logistic regression over tf-idf of hashed traits, every
 * class counting the same. The result depends on the texts, not on their order.
 */
public final class FitSentiment {
  /** A feature of fewer texts says nothing of others. */
  private static final int LEAST_TEXTS = 2;

  private static final int ITERATIONS = 150;

  /** How much each text may bend the weights: the inverse of the penalty, as C elsewhere. */
  private static final double TRUST = 3;

  private static final StructType SCHEMA =
      new StructType()
          .add("label", DataTypes.DoubleType)
          .add("weight", DataTypes.DoubleType)
          .add("features", SQLDataTypes.VectorType());

  private final List<LabelledText> texts;
  private final List<Traits> traits;
  private final List<Polarity> classes;
  private final float[] idf;
  private final int[] features;
  private final int[] places;

  private FitSentiment(List<LabelledText> given) {
    texts =
        given.stream()
            .sorted(Comparator.comparing(LabelledText::text).thenComparing(LabelledText::polarity))
            .toList();
    traits = texts.stream().map(t -> Traits.of(t.text(), Lexicon.SHIPPED)).toList();
    classes = List.copyOf(new TreeSet<>(texts.stream().map(LabelledText::polarity).toList()));
    idf = rarity(traits);
    features = IntStream.range(0, idf.length).filter(f -> idf[f] > 0).toArray();
    places = new int[idf.length];
    for (int i = 0; i < features.length; i++) {
      places[features[i]] = i;
    }
  }

  /**
   * Fits.
   *
   * @param given texts of at least two polarities
   */
  public static SentimentModel of(SparkSession spark, List<LabelledText> given) {
    return new FitSentiment(given).fit(spark);
  }

  private static float[] rarity(List<Traits> traits) {
    int[] texts = new int[Traits.GRAMS];
    for (Traits t : traits) {
      for (int gram : t.grams()) {
        texts[gram]++;
      }
    }
    float[] idf = new float[SentimentModel.ALL];
    for (int f = 0; f < idf.length; f++) {
      boolean number = f >= Traits.GRAMS;
      if (number || texts[f] >= LEAST_TEXTS) {
        idf[f] = number ? 1 : (float) (1 + StrictMath.log((1.0 + traits.size()) / (1 + texts[f])));
      }
    }
    return idf;
  }

  private SentimentModel fit(SparkSession spark) {
    LogisticRegressionModel fitted =
        new LogisticRegression()
            .setFamily("multinomial")
            .setWeightCol("weight")
            .setRegParam(1 / (TRUST * texts.size()))
            .setStandardization(false)
            .setMaxIter(ITERATIONS)
            .setTol(1e-5)
            .fit(rows(spark));
    int n = classes.size();
    float[] weights = new float[SentimentModel.ALL * n];
    for (int i = 0; i < features.length; i++) {
      for (int c = 0; c < n; c++) {
        weights[features[i] * n + c] = (float) fitted.coefficientMatrix().apply(c, i);
      }
    }
    return new SentimentModel(classes, fitted.interceptVector().toArray(), idf, weights);
  }

  private Dataset<Row> rows(SparkSession spark) {
    Map<Polarity, Integer> counts = new EnumMap<>(Polarity.class);
    texts.forEach(t -> counts.merge(t.polarity(), 1, Integer::sum));
    var rows = new ArrayList<Row>();
    for (int i = 0; i < texts.size(); i++) {
      Polarity polarity = texts.get(i).polarity();
      double weight = (double) texts.size() / classes.size() / counts.get(polarity);
      rows.add(
          RowFactory.create((double) classes.indexOf(polarity), weight, vector(traits.get(i))));
    }
    // sums of fractions depend on how rows are spread
    return spark.createDataFrame(rows, SCHEMA).coalesce(1);
  }

  private Vector vector(Traits traits) {
    int[] grams = Arrays.stream(traits.grams()).filter(g -> idf[g] > 0).toArray();
    int[] at = new int[grams.length + Traits.NUMBERS];
    double[] values = new double[at.length];
    double squares = 0;
    int next = 0;
    for (int i = 0; i < traits.grams().length; i++) {
      int gram = traits.grams()[i];
      if (idf[gram] > 0) {
        at[next] = places[gram];
        values[next] = traits.counts()[i] * idf[gram];
        squares += values[next] * values[next];
        next++;
      }
    }
    double norm = squares == 0 ? 1 : Math.sqrt(squares);
    for (int i = 0; i < next; i++) {
      values[i] /= norm;
    }
    for (int i = 0; i < Traits.NUMBERS; i++) {
      at[next + i] = places[Traits.GRAMS + i];
      values[next + i] = traits.numbers()[i];
    }
    return Vectors.sparse(features.length, at, values);
  }
}
