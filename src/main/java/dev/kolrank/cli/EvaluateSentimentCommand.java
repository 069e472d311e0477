package dev.kolrank.cli;

import dev.kolrank.engine.DeltaLake;
import dev.kolrank.job.EvaluateSentiment;
import dev.kolrank.job.Sessions;
import dev.kolrank.job.Settings;
import dev.kolrank.job.evaluate.SentimentTrial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate sentiment}: whether texts are felt as people say. */
@Command(
    name = "sentiment",
    description = "How well sentiment is told, in cross-validation, against the lexicon alone.",
    sortOptions = false)
final class EvaluateSentimentCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LabelledData data;

  @Option(
      names = "--parts",
      defaultValue = "5",
      paramLabel = "N",
      description = "parts of the cross-validation; default: ${DEFAULT-VALUE}")
  private int parts;

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      description = "append the measures to gold.validation there")
  private String lake;

  @Option(names = "--conf", paramLabel = "FILE", description = "settings that differ, HOCON")
  private Path conf;

  @Override
  public Integer call() throws IOException {
    Settings settings = Settings.load(Optional.ofNullable(conf));
    var sets = data.sets();
    try (SparkSession spark = Sessions.start(settings, 0)) {
      SentimentTrial trial = SentimentTrial.of(spark, data.language(), sets, Math.max(2, parts));
      print(trial, spec.commandLine().getOut());
      if (lake != null) {
        EvaluateSentiment.keep(DeltaLake.at(spark, lake), data.language(), trial, Instant.now());
      }
    }
    return 0;
  }

  static void print(SentimentTrial trial, PrintWriter out) {
    out.printf(
        "%-28s %-8s %7s %8s %8s  %s%n", "set", "method", "texts", "macro F1", "accuracy", "F1");
    trial
        .bySet()
        .forEach(
            (set, methods) ->
                methods.forEach(
                    (method, score) ->
                        out.printf(
                            Locale.ROOT,
                            "%-28s %-8s %,7d %8.3f %8.3f  %s%n",
                            set,
                            method,
                            score.texts(),
                            score.macroF1(),
                            score.accuracy(),
                            score.f1().entrySet().stream()
                                .map(
                                    e ->
                                        String.format(
                                            Locale.ROOT,
                                            "%s %.3f",
                                            e.getKey().text(),
                                            e.getValue()))
                                .collect(Collectors.joining(", ")))));
    out.flush();
  }
}
