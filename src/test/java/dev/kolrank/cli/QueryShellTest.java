package dev.kolrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.core.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryShellTest {
  private final List<String> answered = new ArrayList<>();
  private final StringWriter err = new StringWriter();

  @Test
  void pipedStatementsGiveNothingButTheirResults() throws IOException {
    assertEquals(0, read(false, "select 1;\nselect\n2;\nselect 3"));
    assertEquals(List.of("select 1", "select\n2", "select 3"), answered);
    assertEquals("", err.toString());
  }

  @Test
  void aWrongStatementIsReportedAndTheNextOneAnswered() throws IOException {
    assertEquals(2, read(false, "wrong;\nselect 1;"));
    assertEquals(List.of("select 1"), answered);
    assertEquals("it is wrong\n", err.toString());
  }

  @Test
  void whoTypesSeesPromptsAndMayQuit() throws IOException {
    assertEquals(0, read(true, "wrong;\nselect\n1;\nquit\nselect 2;"));
    assertEquals(List.of("select\n1"), answered);
    assertEquals("kolrank> it is wrong\nkolrank>       -> kolrank> ", err.toString());
  }

  private int read(boolean typed, String statements) throws IOException {
    var shell = new QueryShell(typed, new PrintWriter(err), this::answer);
    return shell.read(new BufferedReader(new StringReader(statements)));
  }

  private void answer(String sql) {
    if (sql.equals("wrong")) {
      throw new UserError("it is wrong");
    }
    answered.add(sql);
  }
}
