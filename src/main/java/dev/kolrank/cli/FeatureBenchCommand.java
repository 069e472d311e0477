package dev.kolrank.cli;

import dev.kolrank.core.UserError;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.engine.Progress;
import dev.kolrank.job.BenchHistory;
import dev.kolrank.job.FeatureBench;
import dev.kolrank.job.FeatureBench.Measured;
import dev.kolrank.job.Sessions;
import dev.kolrank.job.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench features}: what a full build and a night cost, and how the night grows. */
@Command(
    name = "features",
    description = "Seconds from observations to features: a full build, and one night on top.",
    sortOptions = false)
final class FeatureBenchCommand implements Callable<Integer> {
  private static final long MANY = 1L << 30;

  @Spec private CommandSpec spec;

  @Option(names = "--posts", defaultValue = "10000000", description = "posts of the history")
  private long posts;

  @Option(names = "--accounts", defaultValue = "200000", description = "accounts that post")
  private long accounts;

  @Option(names = "--days", defaultValue = "90", description = "days of history")
  private int days;

  @Option(names = "--work", required = true, paramLabel = "DIR", description = "working folder")
  private Path work;

  @Option(names = "--double", description = "then the same with a history twice as long")
  private boolean twice;

  @Option(names = "--steps", description = "show what each step took")
  private boolean steps;

  @Override
  public Integer call() throws IOException {
    if (days < 1 || posts < days || accounts < 1) {
      throw new UserError("--posts must be at least --days, and both above 0");
    }
    Settings settings = Settings.defaults();
    try (SparkSession spark = Sessions.start(settings, MANY)) {
      int cores = spark.sparkContext().defaultParallelism();
      Measured night = measure(spark, settings, days, cores);
      if (twice) {
        Measured later = measure(spark, settings, 2 * days, cores);
        print("a night over twice the history costs %.2f times as much", ratio(later, night));
      }
    }
    return 0;
  }

  private Measured measure(SparkSession spark, Settings settings, int length, int cores)
      throws IOException {
    Path folder = BenchLake.emptied(work);
    var history = new BenchHistory(posts / days, accounts, length);
    var bench = new FeatureBench(DeltaLake.at(spark, folder.toString()), settings, history);
    List<Measured> runs =
        bench.run(steps ? new StepTimes(spec.commandLine().getErr()) : Progress.SILENT);
    line("full, %,d days".formatted(length), runs.get(0), cores);
    line("night", runs.get(1), cores);
    print("the night costs %.1f %% of the full build", 100 * ratio(runs.get(1), runs.get(0)));
    return runs.get(1);
  }

  private static double ratio(Measured over, Measured under) {
    return over.seconds() / under.seconds();
  }

  private void line(String what, Measured m, int cores) {
    print(
        "%-15s %,11d posts in %,8.1f s (CPU %,8.1f s), %,9.0f posts/s per core; heap peak %,d MiB",
        what,
        m.posts(),
        m.seconds(),
        m.cpuSeconds(),
        m.posts() / m.seconds() / cores,
        m.peakHeap() >> 20);
  }

  private void print(String format, Object... values) {
    var out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, format + "%n", values);
    out.flush();
  }
}
