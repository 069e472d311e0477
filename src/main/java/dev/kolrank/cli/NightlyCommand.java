package dev.kolrank.cli;

import dev.kolrank.job.Nightly;
import dev.kolrank.job.Sessions;
import dev.kolrank.job.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nightly}: runs one night. */
@Command(
    name = "nightly",
    description = "Takes in what the crawlers left and ranks every KOL as of a day.",
    sortOptions = false)
final class NightlyCommand implements Callable<Integer> {
  private static final Path STACKS = Path.of("kolrank-stacks.txt");

  @Spec private CommandSpec spec;

  @Option(
      names = "--crawl",
      paramLabel = "DIR",
      description = "the crawlers' files, <source>/<YYYY-MM-DD>/…; default: the shipped sample")
  private String crawl;

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      description = "where the tables are; default: ./lake")
  private String lake;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "the night, YYYY-MM-DD; default: the newest crawl day")
  private LocalDate asOf;

  @Option(names = "--conf", paramLabel = "FILE", description = "settings that differ, HOCON")
  private Path conf;

  @Option(
      names = "--only",
      paramLabel = "STEP",
      description = "this step, named by its table, and what it needs")
  private String only;

  @Option(names = "--dry-run", description = "check everything, show the steps, run nothing")
  private boolean dryRun;

  @Option(
      names = "--profile",
      description = {
        "print the CPU time, jobs and bytes of every step, and write sampled stacks",
        "to ./kolrank-stacks.txt (flame-graph input)"
      })
  private boolean profile;

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    Settings settings = Settings.load(Optional.ofNullable(conf));
    String folder = crawl != null ? crawl : settings.text("crawl.folder");
    boolean sample = folder.isEmpty();
    String lakeFolder = lake != null ? lake : settings.text("lake");
    var nightly =
        Nightly.prepare(
            new Nightly.Request(
                settings,
                sample ? Home.sample() : folder,
                sample,
                lakeFolder,
                Optional.ofNullable(asOf),
                Optional.ofNullable(only)));
    nightly.notes().forEach(note -> err.println(TerminalText.line(note)));
    if (dryRun) {
      if (nightly.hasOwnMappings()) {
        try (SparkSession spark = Sessions.start(settings, nightly.bytes())) {
          nightly.verify(spark);
        }
      }
      out.println("night of " + nightly.asOf() + ", nothing run; the steps:");
      nightly.steps().forEach(step -> out.println("  " + step));
      nightly.failures().forEach(failure -> err.println(TerminalText.line(failure)));
      return nightly.failures().isEmpty() ? 0 : Main.SOURCE;
    }
    err.println("night of %s into %s".formatted(nightly.asOf(), lakeFolder));
    // try-with-resources skips a resource that is null
    try (Profile sampled = profile ? Profile.start() : null;
        SparkSession spark = Sessions.start(settings, nightly.bytes())) {
      var summary = nightly.run(spark, new TerminalProgress(err));
      new NightReport(spark, lakeFolder).print(summary, out);
      if (sampled != null) {
        Profile.print(spark, lakeFolder, out);
        sampled.write(STACKS);
        out.println("stacks: " + STACKS);
      }
      return summary.failed().isEmpty() ? 0 : Main.SOURCE;
    }
  }
}
