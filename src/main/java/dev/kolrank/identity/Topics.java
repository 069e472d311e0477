package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.table.silver.AccountText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The words that tell what an account talks about: those it uses often and others seldom (tf-idf).
 * Words of fewer accounts than anybody's own are left out, as names and typing errors are.
 */
final class Topics {
  /** Accounts whose words are counted, chosen by a hash. */
  private static final long MOST_ACCOUNTS = 50_000;

  /** More would not fit every executor. */
  private static final int MOST_WORDS = 100_000;

  private static final int LEAST_BEARERS = 6;

  /** What more accounts say, in parts of all, is no topic. */
  private static final double COMMON = 0.2;

  private static final int TELLING = 20;
  private static final int LEAST_TELLING = 6;
  private static final String WORD = "word";

  private final UserDefinedFunction telling;

  private Topics(UserDefinedFunction telling) {
    this.telling = telling;
  }

  /** Knows how many of these accounts use each word. */
  static Topics among(Dataset<Row> texts) {
    long oneIn = Math.max(1, texts.count() / MOST_ACCOUNTS);
    Dataset<Row> looked = texts.where(pmod(xxhash64(ACCOUNT_UID.col()), lit(oneIn)).equalTo(0));
    double accounts = (double) Math.max(1, looked.count());
    Map<String, Double> rarity = new HashMap<>();
    looked
        .select(explode(array_distinct(AccountText.TOKENS.col())).as(WORD))
        .groupBy(col(WORD))
        .agg(count(lit(1)).as("bearers"))
        .where(col("bearers").between(LEAST_BEARERS, Math.max(LEAST_BEARERS, COMMON * accounts)))
        .orderBy(col("bearers").desc(), col(WORD))
        .limit(MOST_WORDS)
        .collectAsList()
        .forEach(r -> rarity.put(r.getString(0), Math.log(accounts / r.getLong(1))));
    Broadcast<Map<String, Double>> known =
        JavaSparkContext.fromSparkContext(texts.sparkSession().sparkContext()).broadcast(rarity);
    UDF1<Seq<String>, List<String>> pick =
        words -> pick(CollectionConverters.asJava(words), known.value());
    return new Topics(udf(pick, createArrayType(StringType)).withName("telling_words"));
  }

  /** The telling ones of these words, the most telling first; null if they are few. */
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
