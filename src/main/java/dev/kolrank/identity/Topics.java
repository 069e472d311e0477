package dev.kolrank.identity;

import static dev.kolrank.table.identity.TopicWord.RARITY;
import static dev.kolrank.table.identity.TopicWord.WORD;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The words that tell what an account talks about: those it uses often and others seldom. */
final class Topics {
  private static final int TELLING = 20;
  private static final int LEAST_TELLING = 6;

  private final UserDefinedFunction telling;

  /** Knows how rare each of these words is; their number is bounded. */
  Topics(SparkSession spark, Dataset<Row> words) {
    Map<String, Double> rarity = new HashMap<>();
    words
        .select(WORD.col(), RARITY.col())
        .collectAsList()
        .forEach(r -> rarity.put(r.getString(0), r.getDouble(1)));
    Broadcast<Map<String, Double>> known =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(rarity);
    UDF1<Seq<String>, List<String>> pick =
        tokens -> pick(CollectionConverters.asJava(tokens), known.value());
    telling = udf(pick, createArrayType(StringType)).withName("telling_words");
  }

  /** The telling ones of these words (tf-idf), the most telling first; null if they are few. */
  Column of(Column words) {
    return telling.apply(words);
  }

  static List<String> pick(List<String> words, Map<String, Double> rarity) {
    Map<String, Double> weights = new HashMap<>();
    for (String word : words) {
      Double rare = rarity.get(word);
      if (rare != null) {
        weights.merge(word, rare, Double::sum);
      }
    }
    if (weights.size() < LEAST_TELLING) {
      return null;
    }
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(TELLING)
        .map(Map.Entry::getKey)
        .toList();
  }
}
