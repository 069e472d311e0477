package dev.kolrank.silver.sentiment;

import static org.apache.spark.sql.functions.max;

import dev.kolrank.core.Inputs;
import dev.kolrank.table.models.Sentiment;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The models of sentiment that a night judges with: the newest version of each language. */
public final class NewestModels {
  private NewestModels() {}

  /** One row per language that has a model. */
  static Dataset<Row> rows(Inputs in) {
    Dataset<Row> all = in.get(Sentiment.TABLE);
    Dataset<Row> newest =
        all.groupBy(Sentiment.LANGUAGE.col())
            .agg(max(Sentiment.VERSION.col()).as(Sentiment.VERSION.name()));
    String[] key = {Sentiment.LANGUAGE.name(), Sentiment.VERSION.name()};
    return all.join(newest, key, "left_semi");
  }

  /** What judges: the lexicon and the models, as in {@code lexicon-1 en-2 zh-1}. */
  public static String names(Inputs in) {
    Stream<String> trained =
        rows(in).select(Sentiment.LANGUAGE.col(), Sentiment.VERSION.col()).collectAsList().stream()
            .map(row -> row.getString(0) + "-" + row.getLong(1))
            .sorted();
    return Stream.concat(Stream.of(Judge.LEXICON), trained).collect(Collectors.joining(" "));
  }
}
