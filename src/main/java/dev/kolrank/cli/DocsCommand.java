package dev.kolrank.cli;

import dev.kolrank.job.Docs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code docs}: writes the pages that are generated from the code. */
@Command(
    name = "docs",
    description = "Writes the pages that are generated from the declarations.",
    sortOptions = false)
final class DocsCommand implements Callable<Integer> {
  @Option(names = "--out", defaultValue = "src/site/markdown", paramLabel = "DIR")
  private Path out;

  @Override
  public Integer call() throws IOException {
    Docs.write(out);
    return 0;
  }
}
