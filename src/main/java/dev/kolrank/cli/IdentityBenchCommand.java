package dev.kolrank.cli;

import dev.kolrank.core.UserError;
import dev.kolrank.engine.Progress;
import dev.kolrank.job.IdentityBench;
import dev.kolrank.job.IdentityBench.Measured;
import dev.kolrank.job.Sessions;
import dev.kolrank.job.Settings;
import dev.kolrank.simulate.Census;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench identity}: how the cost of finding people grows with the accounts. */
@Command(
    name = "identity",
    description = "Time and pairs of the nightly identity steps at two sizes, and how they grow.",
    sortOptions = false)
final class IdentityBenchCommand implements Callable<Integer> {
  private static final long SEED = 7;
  private static final LocalDate NIGHT = LocalDate.of(2026, 6, 28);

  @Spec private CommandSpec spec;

  @Option(names = "--accounts", defaultValue = "1000000", description = "accounts")
  private long accounts;

  @Option(names = "--from", description = "accounts of the smaller world; a tenth if not given")
  private Long from;

  @Option(names = "--work", required = true, paramLabel = "DIR", description = "working folder")
  private Path work;

  @Option(
      names = "--warm-up",
      defaultValue = "20000",
      description = "accounts of a run before, unmeasured; 0 for none")
  private long warmUp;

  @Option(names = "--steps", description = "show what each step took")
  private boolean steps;

  @Override
  public Integer call() throws IOException {
    long small = from == null ? accounts / 10 : from;
    if (small < 1 || accounts <= small) {
      throw new UserError(
          "--accounts must be more than --from, got %d and %d".formatted(accounts, small));
    }
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = Settings.defaults();
    for (long size : new long[] {warmUp, small, accounts}) {
      if (size > 0) {
        census(size);
      }
    }
    try (SparkSession spark = Sessions.start(settings)) {
      out.printf(
          Locale.ROOT,
          "%d cores, heap at most %,d MiB, Java %s%n",
          spark.sparkContext().defaultParallelism(),
          Runtime.getRuntime().maxMemory() >> 20,
          System.getProperty("java.version"));
      if (warmUp > 0) {
        bench(spark, settings, warmUp).run(NIGHT, Progress.SILENT);
      }
      Measured one = bench(spark, settings, small).run(NIGHT, progress());
      show(out, "", one);
      IdentityBench large = bench(spark, settings, accounts);
      Measured all = large.run(NIGHT, progress());
      show(out, "", all);
      out.printf(
          Locale.ROOT,
          "growth exponent: time %.2f, CPU %.2f, pairs %.2f%n",
          Measured.exponent(one, all, one.seconds(), all.seconds()),
          Measured.exponent(one, all, one.cpuSeconds(), all.cpuSeconds()),
          Measured.exponent(one, all, (double) one.pairs(), (double) all.pairs()));
      out.flush();
      large.passOneDay();
      show(out, "the night after, 1 % changed: ", large.run(NIGHT.plusDays(1), progress()));
    }
    return 0;
  }

  private static void show(PrintWriter out, String what, Measured m) {
    out.printf(
        Locale.ROOT,
        "%s%,d accounts: %,.1f s, CPU %,.1f s, heap peak %,d MiB; %,d pairs, %.1f an account,"
            + " %.2e of all, %,d compared anew; %,d patterns; precision %.4f, recall %.4f of pairs"
            + " of two platforms%n",
        what,
        m.accounts(),
        m.seconds(),
        m.cpuSeconds(),
        m.peakHeap() >> 20,
        m.pairs(),
        (double) m.pairs() / m.accounts(),
        m.share(),
        m.fresh(),
        m.patterns(),
        m.precision(),
        m.recall());
    out.flush();
  }

  private Progress progress() {
    return steps ? new StepTimes(spec.commandLine().getErr()) : Progress.SILENT;
  }

  /** The census of so many accounts, written unless a run before did. */
  private Path census(long size) throws IOException {
    Path census = work.resolve("census-" + size);
    if (!Files.exists(census)) {
      Path writing = work.resolve("census-writing");
      FileUtils.deleteDirectory(writing.toFile());
      new Census(SEED, size).writeTo(writing);
      Files.move(writing, census);
    }
    return census;
  }

  private IdentityBench bench(SparkSession spark, Settings settings, long size) throws IOException {
    Path lake = BenchLake.emptied(work);
    return new IdentityBench(spark, settings, census(size), lake.toString());
  }
}
