package dev.kolrank.cli;

import dev.kolrank.job.Query;
import dev.kolrank.job.Sessions;
import dev.kolrank.job.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code query}: SQL over the last published night. */
@Command(
    name = "query",
    description = "Answers SQL over the last published night; without SQL it asks for it.",
    sortOptions = false)
final class QueryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      description = "where the tables are; default: ./lake")
  private String lake;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
  private ResultFormat format;

  @Option(names = "--conf", paramLabel = "FILE", description = "settings that differ, HOCON")
  private Path conf;

  @Parameters(arity = "0..1", paramLabel = "SQL", description = "tables are named as in gold.kol")
  private String sql;

  @Override
  public Integer call() throws IOException {
    Settings settings = Settings.load(Optional.ofNullable(conf));
    PrintWriter out = spec.commandLine().getOut();
    try (SparkSession spark = Sessions.start(settings)) {
      var query = new Query(spark, lake != null ? lake : settings.text("lake"));
      if (sql == null) {
        boolean typed = Boolean.getBoolean("kolrank.terminal");
        var err = spec.commandLine().getErr();
        if (typed) {
          err.println("SQL, ended by ';'. Tables:");
          query.tables().forEach(t -> err.println("  %-30s %s".formatted(t.name(), t.grain())));
        }
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new QueryShell(typed, err, one -> format.print(query.rows(one), out)).read(in);
      }
      format.print(query.rows(sql), out);
    }
    return 0;
  }
}
