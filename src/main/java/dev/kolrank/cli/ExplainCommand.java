package dev.kolrank.cli;

import dev.kolrank.core.UserError;
import dev.kolrank.job.ExplainPair;
import dev.kolrank.job.Query;
import dev.kolrank.job.Sessions;
import dev.kolrank.job.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: takes results apart. */
@Command(
    name = "explain",
    description = "Takes results of the last published night apart.",
    subcommands = ExplainCommand.Identity.class)
final class ExplainCommand {

  /** {@code explain identity}: why two accounts are, or are not, one person's. */
  @Command(
      name = "identity",
      description = "Why two accounts are taken for one person's, comparison by comparison.",
      sortOptions = false)
  static final class Identity implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "as in weibo:123")
    private String one;

    @Parameters(index = "1", paramLabel = "ACCOUNT", description = "as in x:456")
    private String other;

    @Option(
        names = "--lake",
        paramLabel = "DIR",
        description = "where the tables are; default: ./lake")
    private String lake;

    @Option(names = "--conf", paramLabel = "FILE", description = "settings that differ, HOCON")
    private Path conf;

    @Override
    public Integer call() throws IOException {
      if (one.equals(other)) {
        throw new UserError("name two accounts: " + one + " is one");
      }
      Settings settings = Settings.load(Optional.ofNullable(conf));
      try (SparkSession spark = Sessions.start(settings, 0)) {
        var query = new Query(spark, lake != null ? lake : settings.text("lake"));
        ExplainPair.of(query, one, other).forEach(spec.commandLine().getOut()::println);
      }
      spec.commandLine().getOut().flush();
      return 0;
    }
  }
}
