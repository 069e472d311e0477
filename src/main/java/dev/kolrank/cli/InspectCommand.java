package dev.kolrank.cli;

import dev.kolrank.connector.inspect.Inspection;
import dev.kolrank.connector.inspect.InspectionReport;
import dev.kolrank.core.UserError;
import dev.kolrank.job.Inspect;
import dev.kolrank.job.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inspect}: shows what a file is and writes a mapping file for it. */
@Command(
    name = "inspect",
    description = "Shows what a crawled file is and writes a mapping file for its source.",
    sortOptions = false)
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SAMPLE", description = "a file as a crawler left it")
  private Path sample;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "the source folder; default: the folder above that of the day, else the file's")
  private String source;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where the mapping is written; default: <NAME>.conf in crawl.connectors")
  private Path target;

  @Option(names = "--conf", paramLabel = "FILE", description = "settings that differ, HOCON")
  private Path conf;

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    Settings settings = Settings.load(Optional.ofNullable(conf));
    String name = source != null ? source : Inspect.sourceOf(sample);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,80}")) {
      throw new UserError(
          "'%s' cannot name a source: give --source a name of letters, digits and hyphens"
              .formatted(TerminalText.line(name)));
    }
    Inspection inspection = Inspect.look(sample, name);
    new InspectionReport(inspection, Inspect.connectors(settings))
        .print(line -> out.println(TerminalText.line(line)));
    Path file =
        target != null ? target : settings.place("crawl.connectors").resolve(name + ".conf");
    out.println();
    if (Files.exists(file)) {
      out.println(
          "%s is there already and stays as it is: give --out another file to write the proposal"
              .formatted(file));
    } else {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, inspection.mapping());
      out.println(
          "wrote %s: finish the lines marked TODO, then check it with jobs/nightly --crawl … --dry-run"
              .formatted(file));
    }
    out.flush();
    return 0;
  }
}
