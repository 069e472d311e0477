package dev.kolrank.silver.sentiment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Table;
import dev.kolrank.core.Tonight;
import dev.kolrank.silver.Languages;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.CommentSentiment;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Judges a column of texts, and finds what an earlier model judged. */
record Scoring(Judge judge) {
  private static final List<Field> RESULT =
      List.of(
          CommentSentiment.LANGUAGE,
          CommentSentiment.SENTIMENT,
          CommentSentiment.POLARITY,
          CommentSentiment.MODEL);
  private static final StructType TYPE =
      new StructType(RESULT.stream().map(Field::toSpark).toArray(StructField[]::new));

  /** With the models that the lake holds. */
  static Scoring of(Inputs in) {
    return new Scoring(Judge.of(NewestModels.rows(in).collectAsList()));
  }

  /**
   * What is to be judged: rows of a state that changed since the last night, and those that another
   * model would judge now. A key that has no row any more stands alone.
   *
   * @param kind which replacements tell of the state's keys
   */
  Dataset<Row> due(
      Inputs in, Field key, Table results, Table state, Table observations, String kind) {
    Dataset<Row> earlier = in.previous(results);
    if (earlier.isEmpty()) {
      return in.get(state);
    }
    Dataset<Row> outdated = Tonight.held(outdated(earlier, key));
    Dataset<Row> touched =
        Tonight.held(Replacement.touched(in, key, observations, kind).union(outdated).distinct());
    Dataset<Row> rows =
        outdated.isEmpty() ? Replacement.changed(in, state, observations, kind) : in.get(state);
    String[] same = {key.name()};
    return touched.join(rows.join(touched, same, "left_semi"), same, "left");
  }

  /** The keys among earlier results that another model would judge now. */
  private Dataset<Row> outdated(Dataset<Row> earlier, Field key) {
    Column due = lit(Judge.LEXICON);
    for (String language : judge.languages()) {
      due =
          when(CommentSentiment.LANGUAGE.col().equalTo(language), lit(judge.nameFor(language)))
              .otherwise(due);
    }
    Column model = CommentSentiment.MODEL.col();
    Column stillNone = model.equalTo(Judge.NONE).and(due.equalTo(Judge.LEXICON));
    return earlier.where(model.notEqual(due).and(not(stillNone))).select(key.col());
  }

  /**
   * Adds the columns of the result; all null where there is no text.
   *
   * @param declared the language that the text is said to be in, null if nobody says
   */
  Dataset<Row> judged(Dataset<Row> rows, Column text, Column declared) {
    Broadcast<Judge> everywhere =
        JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext()).broadcast(judge);
    UDF2<String, String, Row> judging = (t, d) -> judged(everywhere.value(), t, d);
    Dataset<Row> judged =
        rows.withColumn("judged", udf(judging, TYPE).withName("judged").apply(text, declared));
    for (Field field : RESULT) {
      judged = judged.withColumn(field.name(), col("judged." + field.name()));
    }
    return judged.drop("judged");
  }

  private static Row judged(Judge judge, String text, String declared) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String language = language(text, declared);
    Optional<Verdict> verdict = judge.of(text, language);
    return verdict
        .map(
            v ->
                RowFactory.create(
                    language, v.sentiment(), v.polarity().text(), judge.nameFor(language)))
        .orElseGet(() -> RowFactory.create(language, null, null, Judge.NONE));
  }

  private static String language(String text, String declared) {
    boolean usable = declared != null && declared.matches("[a-z]{2}([-_].*)?");
    return usable ? declared.substring(0, 2) : Languages.detect(text);
  }
}
