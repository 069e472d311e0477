package dev.kolrank.cli;

import dev.kolrank.core.UserError;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.job.EvaluateIdentity;
import dev.kolrank.job.Sessions;
import dev.kolrank.job.Settings;
import dev.kolrank.job.evaluate.Agreement;
import dev.kolrank.job.evaluate.Disguise;
import dev.kolrank.job.evaluate.Evaluation;
import dev.kolrank.job.evaluate.Truth;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: measures results against known truth. */
@Command(
    name = "evaluate",
    description = "Measures results against known truth.",
    subcommands = {EvaluateCommand.Identity.class, EvaluateSentimentCommand.class})
final class EvaluateCommand {

  /** {@code evaluate identity}: whether accounts of one person are found, and no others. */
  @Command(
      name = "identity",
      description = "How well the accounts of one person are found, against two simple methods.",
      sortOptions = false)
  static final class Identity implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
        names = "--truth",
        required = true,
        paramLabel = "DIR",
        description = "folder of accounts and who is who; repeat it for several")
    private List<Path> truth;

    @Option(
        names = "--names",
        defaultValue = "all",
        description = "whose display names are shown: ${COMPLETION-CANDIDATES}")
    private Disguise.Names names;

    @Option(names = "--perturb", description = "write half of the shown names otherwise")
    private boolean perturb;

    @Option(
        names = "--draw",
        defaultValue = "0",
        paramLabel = "N",
        description = "which of many ways to draw those halves")
    private int draw;

    @Option(
        names = "--faults",
        paramLabel = "FILE",
        description = "write every missed and every wrong pair there, tab separated")
    private Path faults;

    @Option(
        names = "--lake",
        paramLabel = "DIR",
        description = "append the measures to gold.validation there")
    private String lake;

    @Option(
        names = "--work",
        paramLabel = "DIR",
        description =
            "where the crawl of a simulated world is taken in; kept, to measure again sooner")
    private Path work;

    @Option(names = "--conf", paramLabel = "FILE", description = "settings that differ, HOCON")
    private Path conf;

    @Override
    public Integer call() throws IOException {
      for (Path folder : truth) {
        if (!Files.isDirectory(folder)) {
          throw new UserError("--truth names no folder: " + folder);
        }
      }
      Settings settings = Settings.load(Optional.ofNullable(conf));
      PrintWriter out = spec.commandLine().getOut();
      List<Truth> truths = truth.stream().map(Truth::read).toList();
      refuseWhatDoesNotFit(truths);
      try (SparkSession spark = Sessions.start(settings, bytes(truths))) {
        for (Truth one : truths) {
          Evaluation evaluation = measured(spark, settings, one);
          print(evaluation, out);
          if (faults != null) {
            Files.write(
                faults, evaluation.faults(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          }
          if (lake != null) {
            EvaluateIdentity.keep(DeltaLake.at(spark, lake), evaluation, Instant.now());
          }
        }
      }
      return 0;
    }

    private Evaluation measured(SparkSession spark, Settings settings, Truth one) {
      if (one.crawl().isEmpty()) {
        return EvaluateIdentity.run(spark, settings, one, new Disguise(names, perturb, draw));
      }
      String lake = work.resolve(one.name() + "-" + one.digest()).toString();
      return EvaluateIdentity.run(
          spark, settings, one, lake, new TerminalProgress(spec.commandLine().getErr()));
    }

    private void refuseWhatDoesNotFit(List<Truth> truths) {
      boolean crawled = truths.stream().anyMatch(t -> t.crawl().isPresent());
      if (crawled && work == null) {
        throw new UserError("a simulated world is taken in first: say where by --work DIR");
      }
      if (crawled && (perturb || names != Disguise.Names.ALL || draw != 0)) {
        throw new UserError("--names, --perturb and --draw do not apply to a simulated world");
      }
    }

    private static long bytes(List<Truth> truths) throws IOException {
      long bytes = 0;
      for (Truth one : truths) {
        if (one.crawl().isPresent()) {
          try (Stream<Path> files = Files.walk(one.crawl().get())) {
            bytes += files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
          }
        }
      }
      return bytes;
    }

    private static void print(Evaluation evaluation, PrintWriter out) {
      out.printf(
          Locale.ROOT,
          "%n%s (%s): %,d accounts%n",
          evaluation.truth(),
          evaluation.variant(),
          evaluation.accounts().size());
      out.printf(
          "%-12s %-20s %-8s %-21s %-21s %-21s %s%n",
          "method", "scope", "over", "precision", "recall", "F1", "largest wrong");
      evaluation
          .methods()
          .forEach(
              (method, agreement) -> {
                boolean own = method.equals(Evaluation.KOLRANK);
                for (Agreement.Score score : agreement.scores()) {
                  if (own || score.scope().equals(Agreement.ALL)) {
                    line(method, score, agreement.largestWrong(), out);
                  }
                }
              });
      out.printf("pairs: of two platforms; accounts of one count in b_cubed and largest wrong%n");
      out.printf("%nprobability     pairs  expected   right%n");
      for (Evaluation.Bin bin : evaluation.bins()) {
        out.printf(
            Locale.ROOT,
            "from %.1f    %,9d     %.3f   %s%n",
            bin.from(),
            bin.pairs(),
            bin.expected(),
            text(bin.right()));
      }
      out.printf("%nmissed pairs%n");
      evaluation.misses().forEach((cause, pairs) -> out.printf("%,9d  %s%n", pairs, cause));
      out.flush();
    }

    private static void line(
        String method, Agreement.Score score, long largestWrong, PrintWriter out) {
      out.printf(
          Locale.ROOT,
          "%-12s %-20s %-8s %-21s %-21s %-21s %d%n",
          method,
          score.scope(),
          score.kind(),
          text(score.precision()),
          text(score.recall()),
          text(score.f1()),
          largestWrong);
    }

    private static String text(Agreement.Share share) {
      return String.format(
          Locale.ROOT, "%.3f (%.3f to %.3f)", share.value(), share.low(), share.high());
    }
  }
}
