package dev.kolrank.cli;

import dev.kolrank.core.UserError;
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
        return shell(query, out, spec.commandLine().getErr());
      }
      format.print(query.rows(sql), out);
    }
    return 0;
  }

  /**
   * Reads statements from standard input until its end. Only results go to {@code out}, so that they
   * can be piped; a wrong statement is reported, and the next one is answered.
   */
  private int shell(Query query, PrintWriter out, PrintWriter err) throws IOException {
    boolean typed = System.console() != null;
    if (typed) {
      err.println("SQL, ended by ';'. Tables:");
      query.tables().forEach(t -> err.println("  %-30s %s".formatted(t.name(), t.grain())));
    }
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var statement = new StringBuilder();
    boolean failed = false;
    prompt(typed, err, statement);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (statement.isEmpty() && line.strip().matches("(?i)(quit|exit|\\\\q);?")) {
        break;
      }
      statement.append(line).append('\n');
      if (line.strip().endsWith(";")) {
        failed |= !answer(query, statement, out, err);
      }
      prompt(typed, err, statement);
    }
    if (!statement.toString().isBlank()) {
      failed |= !answer(query, statement, out, err);
    }
    return failed && !typed ? Main.MEND : 0;
  }

  private static void prompt(boolean typed, PrintWriter err, StringBuilder statement) {
    if (typed) {
      err.print(statement.isEmpty() ? "kolrank> " : "      -> ");
      err.flush();
    }
  }

  /** Prints the answer and empties the statement; false where there is none. */
  private boolean answer(Query query, StringBuilder statement, PrintWriter out, PrintWriter err) {
    String sql = statement.toString().strip().replaceFirst(";$", "");
    statement.setLength(0);
    try {
      format.print(query.rows(sql), out);
      return true;
    } catch (UserError e) {
      err.println(TerminalText.lines(e.getMessage()));
    } catch (RuntimeException e) { // what only the rows show, as a division by zero
      err.println("SQL: " + TerminalText.line(Main.firstLine(e)));
    }
    err.flush();
    return false;
  }
}
