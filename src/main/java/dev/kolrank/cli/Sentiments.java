package dev.kolrank.cli;

import static org.apache.spark.sql.functions.max;

import dev.kolrank.engine.DeltaLake;
import dev.kolrank.table.models.Sentiment;
import java.util.List;

/** Says what judged the sentiment of a lake's texts. */
final class Sentiments {

  private Sentiments() {}

  /** A sentence, which tells the reader of an untrained lake so. */
  static String judges(DeltaLake lake) {
    List<String> models =
        lake
            .read(Sentiment.TABLE)
            .groupBy(Sentiment.LANGUAGE.col())
            .agg(max(Sentiment.VERSION.col()))
            .orderBy(Sentiment.LANGUAGE.col())
            .collectAsList()
            .stream()
            .map(row -> row.getString(0) + "-" + row.getLong(1))
            .toList();
    return models.isEmpty()
        ? "sentiment: by the shipped lexicon, no model is trained (jobs/train sentiment --help)"
        : "sentiment: by models %s, in other languages by the shipped lexicon"
            .formatted(String.join(", ", models));
  }
}
