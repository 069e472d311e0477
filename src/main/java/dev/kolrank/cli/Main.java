package dev.kolrank.cli;

import dev.kolrank.core.ContractViolation;
import dev.kolrank.core.StorageError;
import dev.kolrank.core.UserError;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/**
 * Entry: {@code kolrank <command>}. Exit codes:
 *
 * <ul>
 *   <li>0: done
 *   <li>1: failed for another reason; {@code --verbose} shows where
 *   <li>2: the call, a setting or a mapping file must be mended
 *   <li>3: rows broke their table's contract; gold is untouched
 *   <li>4: the storage did not give a source; the others were taken in and published
 *   <li>6: the storage of the lake or of the crawl folder failed, or no source could be taken in;
 *       nothing was published
 * </ul>
 */
@Command(
    name = "kolrank",
    description = "Who influences whom, across every platform, every night.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    scope = ScopeType.INHERIT,
    subcommands = {
      NightlyCommand.class,
      QueryCommand.class,
      InspectCommand.class,
      SimulateCommand.class,
      DocsCommand.class,
      BenchCommand.class,
      EvaluateCommand.class,
      TrainCommand.class,
      ExplainCommand.class,
      TrainingSetCommand.class
    })
public final class Main {
  static final int FAILED = 1;
  static final int MEND = 2;
  static final int CONTRACT = 3;
  static final int SOURCE = 4;
  static final int STORAGE = 6;

  @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "show stack traces")
  private boolean verbose;

  private Main() {}

  /** Runs a command and ends the program. */
  public static void main(String[] args) {
    int code = run(args);
    System.out.flush();
    System.exit(code);
  }

  /** Runs a command. */
  static int run(String... args) {
    var main = new Main();
    return new CommandLine(main)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, Main::day)
        .setParameterExceptionHandler(
            (fault, given) -> {
              var command = fault.getCommandLine();
              command.getErr().println("kolrank: " + TerminalText.lines(fault.getMessage()));
              command
                  .getErr()
                  .println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
              return MEND;
            })
        .setExecutionExceptionHandler(
            (fault, command, parsed) -> {
              if (main.verbose) {
                fault.printStackTrace(command.getErr());
              }
              command.getErr().println(TerminalText.lines(message(fault)));
              if (!main.verbose && code(fault) == FAILED) {
                command.getErr().println("Run it with --verbose to see where.");
              }
              return code(fault);
            })
        .execute(args);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'%s' is no day such as 2026-06-28".formatted(text));
    }
  }

  private static int code(Exception fault) {
    if (fault instanceof UserError) {
      return MEND;
    }
    if (fault instanceof ContractViolation) {
      return CONTRACT;
    }
    return StorageError.isBelow(fault) ? STORAGE : FAILED;
  }

  /** One sentence: the root of the fault, without the wrapping of those who passed it on. */
  private static String message(Exception fault) {
    if (fault instanceof UserError
        || fault instanceof ContractViolation
        || fault instanceof StorageError) {
      return "kolrank: " + fault.getMessage();
    }
    Throwable root = fault;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String told = "%s: %s".formatted(root.getClass().getSimpleName(), firstLine(root));
    return StorageError.isBelow(fault)
        ? "kolrank: the storage failed (%s): restore access to it, then run it again"
            .formatted(told)
        : "kolrank: " + told;
  }

  static String firstLine(Throwable fault) {
    return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
  }

  /** The version of the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"kolrank " + (version == null ? "from classes" : version)};
    }
  }
}
