package dev.kolrank.cli;

import dev.kolrank.engine.DeltaLake;
import dev.kolrank.job.Sessions;
import dev.kolrank.job.Settings;
import dev.kolrank.job.TrainSentiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: fits models from labelled data. */
@Command(
    name = "train",
    description = "Fits models from labelled data.",
    subcommands = TrainCommand.Sentiment.class)
final class TrainCommand {

  /** {@code train sentiment}: a model of one language, which the next night uses. */
  @Command(
      name = "sentiment",
      description = "Fits the sentiment of one language; the next night scores with it.",
      sortOptions = false)
  static final class Sentiment implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private LabelledData data;

    @Option(
        names = "--lake",
        paramLabel = "DIR",
        description = "the lake that gets the model; default: ./lake")
    private String lake;

    @Option(
        names = "--parts",
        defaultValue = "5",
        paramLabel = "N",
        description =
            "parts of the cross-validation that says how good it is; default: ${DEFAULT-VALUE}")
    private int parts;

    @Option(names = "--conf", paramLabel = "FILE", description = "settings that differ, HOCON")
    private Path conf;

    @Override
    public Integer call() throws IOException {
      Settings settings = Settings.load(Optional.ofNullable(conf));
      var sets = data.sets();
      String place = lake != null ? lake : settings.text("lake");
      var out = spec.commandLine().getOut();
      try (SparkSession spark = Sessions.start(settings, 0)) {
        var trained =
            TrainSentiment.run(
                DeltaLake.at(spark, place), data.language(), sets, Math.max(2, parts));
        EvaluateSentimentCommand.print(trained.trial(), out);
        out.println(
            "models.sentiment has version %d of %s; the next night scores with it"
                .formatted(trained.version(), data.language()));
        out.flush();
      }
      return 0;
    }
  }
}
