package dev.kolrank.job;

import dev.kolrank.engine.DeltaLake;
import dev.kolrank.job.evaluate.SentimentTrial;
import dev.kolrank.table.gold.Validation;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Keeps what a trial of sentiment showed. */
public final class EvaluateSentiment {
  private static final String SUBJECT = "sentiment";

  private EvaluateSentiment() {}

  /** Appends the measures to {@code gold.validation} of a lake. */
  public static void keep(DeltaLake lake, String language, SentimentTrial trial, Instant at) {
    List<Row> rows = new ArrayList<>();
    trial
        .bySet()
        .forEach(
            (set, methods) ->
                methods.forEach(
                    (method, score) -> {
                      rows.add(
                          row(
                              at,
                              set,
                              language,
                              method,
                              "all",
                              "macro_f1",
                              score.macroF1(),
                              score.texts()));
                      rows.add(
                          row(
                              at,
                              set,
                              language,
                              method,
                              "all",
                              "accuracy",
                              score.accuracy(),
                              score.texts()));
                      score
                          .f1()
                          .forEach(
                              (polarity, f1) ->
                                  rows.add(
                                      row(
                                          at,
                                          set,
                                          language,
                                          method,
                                          polarity.text(),
                                          "f1",
                                          f1,
                                          score.texts())));
                    }));
    lake.write(
        Validation.TABLE,
        lake.spark().createDataFrame(rows, Validation.TABLE.schema()).coalesce(1),
        "");
  }

  private static Row row(
      Instant at,
      String set,
      String language,
      String method,
      String scope,
      String measure,
      double value,
      long texts) {
    return RowFactory.create(
        Timestamp.from(at),
        SUBJECT,
        set,
        language,
        method,
        scope,
        measure,
        value,
        null,
        null,
        texts);
  }
}
