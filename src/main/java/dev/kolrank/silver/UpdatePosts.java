package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.CENSORED;
import static dev.kolrank.table.Columns.ROUNDED;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.silver.disclosure.Disclosure;
import dev.kolrank.silver.disclosure.Finding;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Post;
import dev.kolrank.table.silver.QuarantinedValue;
import dev.kolrank.value.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Brings the latest state of every post seen since the last night up to date. */
public record UpdatePosts(Disclosure disclosure) implements Step {
  private static final UserDefinedFunction MENTIONS =
      udf(
              (UDF1<String, List<String>>) Texts::mentions,
              DataTypes.createArrayType(DataTypes.StringType))
          .withName("mentions_of");

  /** Of a value that left quarantine the account is null: its observation was counted before. */
  private static final Column SIGHTING =
      when(
          ACCOUNT_UID.col().isNotNull(),
          array(struct(ACCOUNT_UID.col(), Replaced.POST_DAY.as("day"))));

  private static final List<Field> PROMOTION =
      List.of(Post.PROMOTION, Post.DISCLOSED_IN, Post.PROMOTION_EVIDENCE);
  private static final StructType FINDING =
      new StructType(PROMOTION.stream().map(Field::toSpark).toArray(StructField[]::new));

  @Override
  public Table output() {
    return Post.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(PostObservation.TABLE, Replacement.TABLE, QuarantinedValue.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(LatestValues.GONE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    var quarantine = Quarantine.of(in, Guarded.POSTS);
    Dataset<Row> merged =
        LatestValues.of(Post.TABLE, Post.OBSERVED, Map.of(Post.SIGHTED, SIGHTING))
            .merge(
                quarantine.settled(in.fresh(PostObservation.TABLE)),
                quarantine.believed(Replaced.observed(in, PostObservation.TABLE)),
                in.previous(Post.TABLE),
                Guarded.POSTS.remade(in));
    Column words = concat_ws("\n", Post.TITLE.col(), Post.TEXT.col());
    return promotion(merged.withColumn(Post.MENTIONS.name(), MENTIONS.apply(words)), words)
        .withColumn(Post.PUBLISHED_ON.name(), to_date(Post.PUBLISHED_AT.col()))
        .withColumn(Post.ENGAGEMENTS.name(), engagements())
        .withColumn(ROUNDED.name(), withEngagements(ROUNDED))
        .withColumn(CENSORED.name(), withEngagements(CENSORED));
  }

  /** Interactions are as inexact as any count in them. */
  private static Column withEngagements(Field flag) {
    Column parts = lit(Table.names(Post.INTERACTIONS));
    return when(
            arrays_overlap(flag.col(), parts),
            concat(flag.col(), array(lit(Post.ENGAGEMENTS.name()))))
        .otherwise(flag.col());
  }

  private Dataset<Row> promotion(Dataset<Row> posts, Column words) {
    Column addresses = size(Post.MENTIONS.col()).gt(0).or(words.contains("://"));
    Disclosure told = disclosure;
    UDF5<String, String, scala.collection.Seq<String>, Boolean, Boolean, Row> finding =
        (title, text, tags, marked, addressing) ->
            row(
                told.of(
                    title,
                    text,
                    tags == null ? List.of() : CollectionConverters.asJava(tags),
                    Boolean.TRUE.equals(marked),
                    Boolean.TRUE.equals(addressing)));
    Column found =
        udf(finding, FINDING)
            .withName("promotion_of")
            .apply(
                Post.TITLE.col(),
                Post.TEXT.col(),
                Post.TAGS.col(),
                Post.SPONSORED.col(),
                addresses);
    Dataset<Row> with = posts.withColumn("found", found);
    for (Field field : PROMOTION) {
      with = with.withColumn(field.name(), col("found." + field.name()));
    }
    return with.drop("found");
  }

  private static Row row(Finding finding) {
    return RowFactory.create(
        finding.promotion().map(p -> p.name().toLowerCase(Locale.ROOT)).orElse(null),
        finding.disclosedIn(),
        finding.evidence());
  }

  /** The sum of the interactions given; null when none is. */
  private static Column engagements() {
    List<Column> parts = Post.INTERACTIONS.stream().map(Field::col).toList();
    Column sum = parts.stream().map(c -> coalesce(c, lit(0L))).reduce(Column::plus).orElseThrow();
    return when(coalesce(parts.toArray(Column[]::new)).isNotNull(), sum);
  }
}
