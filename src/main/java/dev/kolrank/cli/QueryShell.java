package dev.kolrank.cli;

import dev.kolrank.core.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Consumer;

/**
 * Reads statements, each ended by a semicolon. A wrong statement is reported, and the next one is
 * answered. Prompts and errors go to standard error, so that results can be piped.
 *
 * @param typed whether a person types the statements and sees prompts
 * @param err where prompts and errors are printed
 * @param answer prints the result of one statement; throws what keeps it from doing so
 */
record QueryShell(boolean typed, PrintWriter err, Consumer<String> answer) {

  /** Reads to the end or to "quit"; the exit code is 2 where a piped statement failed. */
  int read(BufferedReader in) throws IOException {
    var statement = new StringBuilder();
    boolean failed = false;
    prompt(statement);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (statement.isEmpty() && line.strip().matches("(?i)(quit|exit|\\\\q);?")) {
        break;
      }
      statement.append(line).append('\n');
      if (line.strip().endsWith(";")) {
        failed |= !answers(statement);
      }
      prompt(statement);
    }
    failed |= !answers(statement);
    return failed && !typed ? Main.MEND : 0;
  }

  private void prompt(StringBuilder statement) {
    if (typed) {
      err.print(statement.isEmpty() ? "kolrank> " : "      -> ");
      err.flush();
    }
  }

  /** Answers and empties the statement; false where it failed. */
  private boolean answers(StringBuilder statement) {
    String sql = statement.toString().strip().replaceFirst(";$", "");
    statement.setLength(0);
    if (sql.isBlank()) {
      return true;
    }
    try {
      answer.accept(sql);
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
