package dev.kolrank.cli;

import dev.kolrank.engine.Progress;
import dev.kolrank.job.IngestBench;
import dev.kolrank.job.IngestBench.Measured;
import dev.kolrank.job.IngestBench.Reach;
import dev.kolrank.job.Nightly;
import dev.kolrank.job.Sessions;
import dev.kolrank.job.Settings;
import dev.kolrank.simulate.ContentMill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench}: measures kolrank on this machine. */
@Command(
    name = "bench",
    description = "Measures kolrank on this machine.",
    subcommands = {
      BenchCommand.Ingest.class,
      IdentityBenchCommand.class,
      FeatureBenchCommand.class,
      GraphBenchCommand.class
    })
final class BenchCommand {

  /** {@code bench ingest}: how many records a core takes in. */
  @Command(
      name = "ingest",
      description = "Records per second and core from JSON lines to bronze, and on to silver.",
      sortOptions = false)
  static final class Ingest implements Callable<Integer> {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 28);

    @Spec private CommandSpec spec;

    @Option(names = "--records", defaultValue = "1000000", description = "lines to take in")
    private long records;

    @Option(names = "--length", defaultValue = "900", description = "bytes of a line")
    private int length;

    @Option(names = "--work", required = true, paramLabel = "DIR", description = "working folder")
    private Path work;

    @Option(
        names = "--warm-up",
        defaultValue = "200000",
        description = "lines taken in before, unmeasured")
    private long warmUp;

    @Option(
        names = "--to",
        description = "how far: ${COMPLETION-CANDIDATES}; each by itself where not given")
    private List<Reach> reaches = List.of(Reach.values());

    @Option(names = "--steps", description = "show what each step took")
    private boolean steps;

    @Override
    public Integer call() throws IOException {
      Settings settings = Settings.defaults();
      var out = spec.commandLine().getOut();
      Path crawl = crawl(records);
      long bytes = FileUtils.sizeOfDirectory(crawl.toFile());
      Path first = crawl(warmUp);
      try (SparkSession spark = Sessions.start(settings, bytes)) {
        int cores = spark.sparkContext().defaultParallelism();
        out.printf(
            Locale.ROOT,
            "%,d lines of %d bytes; %d cores, heap at most %,d MiB, Java %s%n",
            records,
            bytes / records,
            cores,
            Runtime.getRuntime().maxMemory() >> 20,
            System.getProperty("java.version"));
        for (Reach reach : reaches) {
          measure(spark, settings, first, reach, Progress.SILENT);
          Measured m = measure(spark, settings, crawl, reach, progress());
          out.printf(
              Locale.ROOT,
              "to %-6s %,9.0f records/s per core (wall), %,9.0f per CPU second; %.1f s;"
                  + " crawl read %.2f times; heap peak %,d MiB%n",
              reach.name().toLowerCase(Locale.ROOT),
              m.records() / m.seconds() / cores,
              m.records() / m.cpuSeconds(),
              m.seconds(),
              (double) m.crawlBytesRead() / bytes,
              m.peakHeap() >> 20);
          out.flush();
        }
      }
      return 0;
    }

    private Progress progress() {
      return steps ? new TerminalProgress(spec.commandLine().getErr()) : Progress.SILENT;
    }

    /** The crawl of so many lines, written unless a run before did. */
    private Path crawl(long lines) throws IOException {
      Path crawl = work.resolve("crawl-%d-%d".formatted(lines, length));
      if (!Files.exists(crawl)) {
        Path writing = work.resolve("crawl-writing");
        FileUtils.deleteDirectory(writing.toFile());
        new ContentMill(7, lines, length, 50).writeTo(writing, DAY);
        Files.move(writing, crawl);
      }
      return crawl;
    }

    private Measured measure(
        SparkSession spark, Settings settings, Path crawl, Reach reach, Progress progress)
        throws IOException {
      Path lake = BenchLake.emptied(work);
      var request =
          new Nightly.Request(
              settings,
              crawl.toString(),
              true,
              lake.toString(),
              Optional.of(DAY),
              Optional.empty());
      return IngestBench.run(spark, request, reach, progress);
    }
  }
}
