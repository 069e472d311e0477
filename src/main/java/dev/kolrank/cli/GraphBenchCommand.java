package dev.kolrank.cli;

import dev.kolrank.core.UserError;
import dev.kolrank.job.GraphBench;
import dev.kolrank.job.GraphBench.Measured;
import dev.kolrank.job.Sessions;
import dev.kolrank.job.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench graph}: what ranks of the graph cost, and what they would cost otherwise. */
@Command(
    name = "graph",
    description = "Seconds per round of PageRank: kolrank's own, GraphX, and data frames.",
    sortOptions = false)
final class GraphBenchCommand implements Callable<Integer> {

  /** Whom to measure against. */
  enum Rival {
    GRAPHX,
    FRAMES
  }

  @Spec private CommandSpec spec;

  @Option(names = "--edges", defaultValue = "10000000", description = "edges to draw")
  private long edges;

  @Option(names = "--accounts", defaultValue = "200000", description = "accounts")
  private long accounts;

  @Option(names = "--niches", defaultValue = "24", description = "niches to personalise for")
  private int niches;

  @Option(
      names = "--against",
      arity = "0..*",
      description = "only these of ${COMPLETION-CANDIDATES}; none if none is named")
  private List<Rival> rivals = List.of(Rival.values());

  @Override
  public Integer call() throws IOException {
    if (edges < 1 || accounts < 100 || niches < 0 || niches > accounts / 10) {
      throw new UserError("--accounts must be 100 or more, and ten or more for each of --niches");
    }
    try (SparkSession spark = Sessions.start(Settings.defaults())) {
      print(
          "%d cores, heap at most %,d MiB, Java %s",
          spark.sparkContext().defaultParallelism(),
          Runtime.getRuntime().maxMemory() >> 20,
          System.getProperty("java.version"));
      if (!rivals.isEmpty()) {
        compare(spark);
      }
      try (var bench = new GraphBench(spark, edges, accounts, niches)) {
        line("kolrank, %d niches".formatted(niches), bench.ranks());
        line("second degree", bench.reach());
      }
    }
    return 0;
  }

  private void compare(SparkSession spark) {
    try (var bench = new GraphBench(spark, edges, accounts, 0)) {
      print("%,d edges of %,d accounts", bench.edges(), accounts);
      line("kolrank, one rank", bench.ranks());
      for (Rival rival : rivals) {
        line(
            rival.name().toLowerCase(Locale.ROOT),
            rival == Rival.GRAPHX ? bench.graphX() : bench.frames());
        print("  differs by at most %.1e of a rank", bench.difference());
      }
    }
  }

  private void line(String what, Measured m) {
    print(
        "%-20s %6.1f s to lay ready, %3d rounds in %7.1f s: %7.3f s each; heap peak %,d MiB",
        what,
        m.readySeconds(),
        m.rounds(),
        m.seconds(),
        m.seconds() / m.rounds(),
        m.peakHeap() >> 20);
  }

  private void print(String format, Object... values) {
    var out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, format + "%n", values);
    out.flush();
  }
}
