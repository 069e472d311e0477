package dev.kolrank.cli;

import dev.kolrank.core.UserError;
import dev.kolrank.simulate.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate}: writes a crawl of an invented world, with the truth beside it. */
@Command(
    name = "simulate",
    description = "Writes a crawl of an invented world in the crawlers' formats, and its truth.",
    sortOptions = false)
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--people",
      defaultValue = "300",
      description = "people; default ${DEFAULT-VALUE}")
  private int people;

  @Option(names = "--days", defaultValue = "60", description = "days; default ${DEFAULT-VALUE}")
  private int days;

  @Option(names = "--seed", defaultValue = "7", description = "same seed, same bytes")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "an empty folder")
  private Path out;

  @Option(names = "--end", defaultValue = "2026-06-28", description = "the last day")
  private LocalDate end;

  @Option(
      names = "--crawls",
      defaultValue = "3",
      description = "crawl days; default ${DEFAULT-VALUE}")
  private int crawls;

  @Option(names = "--every", defaultValue = "7", description = "days between them")
  private int every;

  @Option(
      names = "--sources",
      split = ",",
      paramLabel = "NAME",
      description = "crawlers to play, as in x-api,yt-dlp, or all; default one of each platform")
  private List<String> sources = Simulation.USUAL_SOURCES;

  @Option(
      names = "--checkable",
      description = "also write what must be found in each file; twice the space")
  private boolean checkable;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out) && !isEmptyFolder(out)) {
      throw new UserError("--out is not an empty folder: " + out);
    }
    long start = System.nanoTime();
    Simulation simulation;
    try {
      simulation = new Simulation(people, days, seed, end, crawls, every, named(), checkable);
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage(), e);
    }
    var summary = simulation.writeTo(out);
    double seconds = (System.nanoTime() - start) / 1e9;
    var terminal = spec.commandLine().getOut();
    summary
        .records()
        .forEach((source, n) -> terminal.printf(Locale.ROOT, "%-22s %,12d records%n", source, n));
    terminal.printf(
        Locale.ROOT,
        "%,d people with %,d accounts, %,d records in %.1f s; crawl and truth are in %s%n",
        summary.people(),
        summary.accounts(),
        summary.total(),
        seconds,
        out);
    return 0;
  }

  private List<String> named() {
    return sources.equals(List.of("all")) ? Simulation.ALL_SOURCES : sources;
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
