package dev.kolrank.silver.sentiment;

import dev.kolrank.table.models.Sentiment;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A fitted model of one language: the probability of each class is a softmax of weighted traits.
 */
public final class SentimentModel implements Serializable {
  private static final long serialVersionUID = 1;

  /** Behind the hashes come the numbers of the lexicon. */
  static final int ALL = Traits.GRAMS + Traits.NUMBERS;

  private final List<Polarity> classes;
  private final double[] intercepts;
  private final float[] idf;
  private final float[] weights;

  /**
   * A model.
   *
   * @param idf per feature, 0 where it has no weight
   * @param weights per feature and class, features first
   */
  SentimentModel(List<Polarity> classes, double[] intercepts, float[] idf, float[] weights) {
    this.classes = List.copyOf(classes);
    this.intercepts = intercepts.clone();
    this.idf = idf.clone();
    this.weights = weights.clone();
  }

  /** The model that a row of {@code models.sentiment} holds. */
  static SentimentModel of(Row row) {
    List<String> names = row.getList(row.fieldIndex(Sentiment.CLASSES.name()));
    List<Double> intercepts = row.getList(row.fieldIndex(Sentiment.INTERCEPTS.name()));
    List<Integer> features = row.getList(row.fieldIndex(Sentiment.FEATURES.name()));
    List<Double> idf = row.getList(row.fieldIndex(Sentiment.IDF.name()));
    List<Double> weights = row.getList(row.fieldIndex(Sentiment.WEIGHTS.name()));
    int classes = names.size();
    float[] allIdf = new float[ALL];
    float[] allWeights = new float[ALL * classes];
    for (int i = 0; i < features.size(); i++) {
      int feature = features.get(i);
      allIdf[feature] = idf.get(i).floatValue();
      for (int c = 0; c < classes; c++) {
        allWeights[feature * classes + c] = weights.get(i * classes + c).floatValue();
      }
    }
    return new SentimentModel(
        names.stream().map(Polarity::named).toList(),
        intercepts.stream().mapToDouble(Double::doubleValue).toArray(),
        allIdf,
        allWeights);
  }

  /** The row of {@code models.sentiment} that holds this model. */
  public Row row(String language, long version, long texts, OptionalDouble macroF1) {
    var features = new ArrayList<Integer>();
    var kept = new ArrayList<Double>();
    var values = new ArrayList<Double>();
    for (int f = 0; f < ALL; f++) {
      if (idf[f] != 0) {
        features.add(f);
        kept.add((double) idf[f]);
        for (int c = 0; c < classes.size(); c++) {
          values.add((double) weights[f * classes.size() + c]);
        }
      }
    }
    return RowFactory.create(
        language,
        version,
        classes.stream().map(Polarity::text).toList(),
        texts,
        macroF1.isPresent() ? macroF1.getAsDouble() : null,
        Arrays.stream(intercepts).boxed().toList(),
        features,
        kept,
        values);
  }

  /** The classes that the model tells apart. */
  public List<Polarity> classes() {
    return classes;
  }

  /** The probability of each polarity; 0 for one that the model does not know. */
  public Map<Polarity, Double> probabilities(String text) {
    double[] scores = scores(Traits.of(text, Lexicon.SHIPPED));
    double top = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      top = Math.max(top, score);
    }
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = StrictMath.exp(scores[c] - top);
      sum += scores[c];
    }
    var probabilities = new EnumMap<Polarity, Double>(Polarity.class);
    for (Polarity polarity : Polarity.values()) {
      int c = classes.indexOf(polarity);
      probabilities.put(polarity, c < 0 ? 0 : scores[c] / sum);
    }
    return probabilities;
  }

  private double[] scores(Traits traits) {
    int n = classes.size();
    double[] scores = new double[n];
    double squares = 0;
    for (int i = 0; i < traits.grams().length; i++) {
      int feature = traits.grams()[i];
      double value = traits.counts()[i] * idf[feature];
      squares += value * value;
      for (int c = 0; c < n; c++) {
        scores[c] += value * weights[feature * n + c];
      }
    }
    double norm = squares == 0 ? 1 : Math.sqrt(squares);
    for (int c = 0; c < n; c++) {
      scores[c] = scores[c] / norm + intercepts[c];
      for (int i = 0; i < Traits.NUMBERS; i++) {
        scores[c] += traits.numbers()[i] * weights[(Traits.GRAMS + i) * n + c];
      }
    }
    return scores;
  }
}
