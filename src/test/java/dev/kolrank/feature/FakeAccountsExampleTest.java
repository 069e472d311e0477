package dev.kolrank.feature;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log1p;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Table;
import dev.kolrank.engine.Lake;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.job.TrainingSet;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.silver.Account;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/**
 * An example to copy (the page for ML teams links it): a logistic model tells made-up accounts by
 * the registered features of a profile's shape, as the training set gives them. Labels are given by
 * path and are no part of the project.
 */
class FakeAccountsExampleTest {
  private static final Path LABELS = Path.of("../shared/truth/fake-instagram/train.csv");
  private static final List<String> SHARES =
      List.of(
          "handle_digits_share", "name_digits_share", "handle_equals_name", "has_link", "private");
  private static final List<String> COUNTS =
      List.of(
          "name_words",
          "bio_length",
          "posts_ever",
          "followers",
          "following",
          "followers_per_following",
          "posts_per_follower");

  @Test
  void theShapeOfAProfileTellsMadeUpAccounts() {
    assumeTrue(Files.exists(LABELS), "no labels at " + LABELS);
    SparkSession spark = SparkFixture.spark();
    Dataset<Row> labelled =
        spark
            .read()
            .option("header", true)
            .option("inferSchema", true)
            .csv(LABELS.toString())
            .withColumn("account_uid", expr("concat('instagram:', monotonically_increasing_id())"));
    var features = new ArrayList<>(SHARES);
    features.addAll(COUNTS);
    Dataset<Row> set = new TrainingSet(lakeOf(labelled)).of(labels(labelled), features);
    double auc = areaUnderCurve(set);
    System.out.printf("fake-instagram: AUC %.3f in five-fold cross-validation%n", auc);
    assertTrue(auc >= 0.90, "AUC " + auc);
  }

  /** Who was found out, and when: what any later night knows of them is not looked at. */
  private static Dataset<Row> labels(Dataset<Row> labelled) {
    return labelled.select(
        col("account_uid"),
        expr("timestamp'2026-06-29 00:00:00'").as(TrainingSet.EVENT_TIME),
        col("fake").cast("double").as("label"));
  }

  /** The lake of a night over these accounts. */
  private static Lake lakeOf(Dataset<Row> labelled) {
    Dataset<Row> computed = new ComputeAccountFeatures().rows(new Profiles(accounts(labelled)));
    var lake = new MemoryLake();
    lake.write(AccountFeature.TABLE, computed.select(AccountFeature.TABLE.conform()), "");
    return lake;
  }

  /** The mean over five folds; nothing of a fold's test part takes part in its fit. */
  private static double areaUnderCurve(Dataset<Row> set) {
    Dataset<Row> numbers = set;
    for (String share : SHARES) {
      numbers = numbers.withColumn(share, coalesce(col(share).cast("double"), lit(0.0)));
    }
    for (String count : COUNTS) {
      numbers = numbers.withColumn(count, coalesce(log1p(col(count)), lit(0.0)));
    }
    var inputs = new ArrayList<>(SHARES);
    inputs.addAll(COUNTS);
    var assembler =
        new VectorAssembler().setInputCols(inputs.toArray(String[]::new)).setOutputCol("features");
    var logistic = new LogisticRegression().setMaxIter(200).setRegParam(0.001);
    var evaluator = new BinaryClassificationEvaluator().setMetricName("areaUnderROC");
    var folds =
        new CrossValidator()
            .setEstimator(new Pipeline().setStages(new PipelineStage[] {assembler, logistic}))
            .setEvaluator(evaluator)
            .setEstimatorParamMaps(new ParamGridBuilder().build())
            .setNumFolds(5)
            .setSeed(7);
    return folds.fit(numbers.orderBy(col("account_uid")).coalesce(1).cache()).avgMetrics()[0];
  }

  /** Accounts with the shape that the labels describe: so long a bio, so many digits. */
  private static Dataset<Row> accounts(Dataset<Row> labelled) {
    Dataset<Row> shaped =
        labelled
            .withColumn("handle", text("`nums/length username`", "100", "h"))
            .withColumn("name", text("`nums/length fullname`", "100", "n"))
            .withColumn(
                "name",
                expr(
                    "if(`name==username` = 1, handle, concat(name, repeat(' w',"
                        + " greatest(`fullname words` - 1, 0))))"))
            .withColumn("bio", expr("repeat('b', `description length`)"))
            .withColumn("link", expr("if(`external URL` = 1, 'https://example.org', null)"))
            .withColumn("private", expr("`private` = 1"))
            .withColumn("followers", expr("`#followers`"))
            .withColumn("following", expr("`#follows`"))
            .withColumn("posts", expr("`#posts`"))
            .withColumn("platform", lit("instagram"))
            .withColumn("last_seen", expr("timestamp'2026-06-28 10:00:00'"));
    List<String> given = List.of(shaped.columns());
    Column[] columns =
        Account.TABLE.fields().stream()
            .map(f -> (given.contains(f.name()) ? f.col() : lit(null)).cast(f.type()).as(f.name()))
            .toArray(Column[]::new);
    return shaped.select(columns);
  }

  private static Column text(String share, String length, String letter) {
    String digits = "cast(round(%s * %s) as int)".formatted(share, length);
    return expr(
        "concat(repeat('1', %1$s), repeat('%2$s', %3$s - %1$s))".formatted(digits, letter, length));
  }

  /** A lake that holds nothing but accounts. */
  private record Profiles(Dataset<Row> accounts) implements Inputs {
    @Override
    public Dataset<Row> get(Table table) {
      return table.equals(Account.TABLE)
          ? accounts
          : spark().createDataFrame(List.of(), table.schema());
    }

    @Override
    public Dataset<Row> history(Table table) {
      return get(table);
    }

    @Override
    public Dataset<Row> fresh(Table table) {
      return get(table);
    }

    @Override
    public Dataset<Row> previous(Table table) {
      return get(table);
    }

    @Override
    public LocalDate asOf() {
      return LocalDate.parse("2026-06-28");
    }

    @Override
    public SparkSession spark() {
      return accounts.sparkSession();
    }
  }
}
