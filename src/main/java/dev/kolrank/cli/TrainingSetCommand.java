package dev.kolrank.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.try_to_timestamp;

import dev.kolrank.core.UserError;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.job.Sessions;
import dev.kolrank.job.Settings;
import dev.kolrank.job.TrainingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code training-set}: labels with the features that were known at their time. */
@Command(
    name = "training-set",
    description = "Joins labels with the features that were known at their time, never later.",
    sortOptions = false)
final class TrainingSetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--entities",
      required = true,
      paramLabel = "FILE",
      description = "CSV with a header: account_uid or kol_id, event_time (UTC), anything else")
  private Path entities;

  @Option(
      names = "--features",
      required = true,
      split = ",",
      paramLabel = "NAME",
      description = "feature columns, as in followers,posts_28d")
  private List<String> features;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder to write CSV to; must not exist")
  private Path out;

  /** As pandas and spreadsheets read and write: quotes doubled, blanks and line breaks kept. */
  private static final Map<String, String> CSV =
      Map.of(
          "header",
          "true",
          "escape",
          "\"",
          "multiLine",
          "true",
          "ignoreLeadingWhiteSpace",
          "false",
          "ignoreTrailingWhiteSpace",
          "false");

  @Option(names = "--lake", paramLabel = "DIR", description = "the lake; default: as settings say")
  private String lake;

  @Option(names = "--conf", paramLabel = "FILE", description = "settings that differ, HOCON")
  private Path conf;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(entities)) {
      throw new UserError("--entities names no file: " + entities);
    }
    if (Files.exists(out)) {
      throw new UserError("--out must name a folder that does not exist yet: " + out);
    }
    Settings settings = Settings.load(Optional.ofNullable(conf));
    String place = lake == null ? settings.text("lake") : lake;
    try (SparkSession spark = Sessions.start(settings, 0)) {
      var set = new TrainingSet(DeltaLake.at(spark, place));
      Dataset<Row> rows = set.of(labels(spark), features);
      rows.coalesce(1).write().options(CSV).csv(out.toString());
      spec.commandLine().getOut().printf("written: %s%n", out);
    }
    return 0;
  }

  private Dataset<Row> labels(SparkSession spark) {
    Dataset<Row> text = spark.read().options(CSV).csv(entities.toString());
    if (!List.of(text.columns()).contains(TrainingSet.EVENT_TIME)) {
      return text;
    }
    Dataset<Row> rows =
        text.withColumn(TrainingSet.EVENT_TIME, try_to_timestamp(col(TrainingSet.EVENT_TIME)));
    long unread = rows.where(col(TrainingSet.EVENT_TIME).isNull()).count();
    if (unread > 0) {
      throw new UserError(
          "%d rows of --entities have no event_time that can be read: write 2026-06-28 10:00:00"
              .formatted(unread));
    }
    return rows;
  }
}
