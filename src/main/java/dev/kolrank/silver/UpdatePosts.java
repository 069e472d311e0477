package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Post;
import dev.kolrank.value.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** Brings the latest state of every post seen since the last night up to date. */
public record UpdatePosts() implements Step {
  private static final UserDefinedFunction MENTIONS =
      udf(
              (UDF1<String, List<String>>) Texts::mentions,
              DataTypes.createArrayType(DataTypes.StringType))
          .withName("mentions_of");

  private static final Column SIGHTING =
      array(struct(ACCOUNT_UID.col(), Replaced.POST_DAY.as("day")));

  @Override
  public Table output() {
    return Post.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(PostObservation.TABLE, Replacement.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(LatestValues.GONE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> merged =
        new LatestValues(List.of(POST_UID), Post.OBSERVED, Map.of(Post.SIGHTED, SIGHTING))
            .merge(
                in.fresh(PostObservation.TABLE),
                Replaced.observed(in, PostObservation.TABLE),
                in.previous(Post.TABLE),
                Replaced.keys(in, Replacement.POST).select(POST_UID.as(Replacement.UID.col())));
    Column words = concat_ws("\n", Post.TITLE.col(), Post.TEXT.col());
    return merged
        .withColumn(Post.PUBLISHED_ON.name(), to_date(Post.PUBLISHED_AT.col()))
        .withColumn(Post.MENTIONS.name(), MENTIONS.apply(words))
        .withColumn(Post.ENGAGEMENTS.name(), engagements());
  }

  /** The sum of the interactions given; null when none is. */
  private static Column engagements() {
    List<Column> parts =
        List.of(Post.LIKES, Post.COMMENTS, Post.SHARES, Post.SAVES, Post.COINS, Post.DANMAKU)
            .stream()
            .map(Field::col)
            .toList();
    Column sum = parts.stream().map(c -> coalesce(c, lit(0L))).reduce(Column::plus).orElseThrow();
    return when(coalesce(parts.toArray(Column[]::new)).isNotNull(), sum);
  }
}
