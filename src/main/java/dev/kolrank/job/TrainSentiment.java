package dev.kolrank.job;

import static org.apache.spark.sql.functions.max;

import dev.kolrank.engine.DeltaLake;
import dev.kolrank.job.evaluate.SentimentTrial;
import dev.kolrank.silver.sentiment.FitSentiment;
import dev.kolrank.silver.sentiment.LabelledText;
import dev.kolrank.silver.sentiment.SentimentModel;
import dev.kolrank.table.models.Sentiment;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/** Fits a model of sentiment and puts it into a lake as the newest version of its language. */
public final class TrainSentiment {

  private TrainSentiment() {}

  /** The version that the model got, and how it did on texts that it had not seen. */
  public record Trained(long version, SentimentTrial trial) {}

  /** Measures on parts, fits on all, writes. */
  public static Trained run(
      DeltaLake lake, String language, Map<String, List<LabelledText>> sets, int parts) {
    SentimentTrial trial = SentimentTrial.of(lake.spark(), language, sets, parts);
    List<LabelledText> all = sets.values().stream().flatMap(List::stream).toList();
    SentimentModel model = FitSentiment.of(lake.spark(), all);
    Row newest =
        lake.read(Sentiment.TABLE)
            .where(Sentiment.LANGUAGE.col().equalTo(language))
            .agg(max(Sentiment.VERSION.col()))
            .first();
    long version = newest.isNullAt(0) ? 1 : newest.getLong(0) + 1;
    Row row = model.row(language, version, all.size(), OptionalDouble.of(mean(trial)));
    lake.write(
        Sentiment.TABLE,
        lake.spark().createDataFrame(List.of(row), Sentiment.TABLE.schema()).coalesce(1),
        "");
    return new Trained(version, trial);
  }

  private static double mean(SentimentTrial trial) {
    return trial.bySet().values().stream()
        .mapToDouble(methods -> methods.get(SentimentTrial.TRAINED).macroF1())
        .average()
        .orElseThrow();
  }
}
