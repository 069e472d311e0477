package dev.kolrank.notebook;

import dev.kolrank.core.UserError;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import java.io.File;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/** Evaluates cells in this JVM and hands out the value of their last expression. */
final class Shell {
  private static final int FRAMES = 12;

  private final InProcess process = new InProcess();
  private final JShell jshell;

  Shell() {
    jshell = JShell.builder().executionEngine(process, null).build();
    String path = System.getProperty("java.class.path");
    Arrays.stream(path.split(File.pathSeparator)).forEach(jshell::addToClasspath);
    jshell.eval("import java.util.*;");
  }

  /** The value of the cell's last snippet, null unless that is an expression without semicolon. */
  Object run(String cell) throws CellFailure {
    Object value = null;
    String rest = cell;
    while (!rest.isBlank()) {
      var next = jshell.sourceCodeAnalysis().analyzeCompletion(rest);
      String source = next.source() == null ? rest : next.source();
      switch (next.completeness()) {
        case EMPTY -> {
          return value;
        }
        case DEFINITELY_INCOMPLETE ->
            throw new CellFailure("the cell ends in the middle of:\n" + rest.strip());
        default -> value = evaluate(source);
      }
      rest = next.remaining();
    }
    return value;
  }

  private Object evaluate(String source) throws CellFailure {
    Object value = null;
    for (SnippetEvent event : jshell.eval(source)) {
      verify(event);
      // an event with a cause tells of an older snippet that was only compiled anew
      if (event.causeSnippet() == null && shown(event.snippet(), source)) {
        value = process.result();
      }
    }
    return value;
  }

  private static boolean shown(Snippet snippet, String source) {
    boolean expression =
        switch (snippet.subKind()) {
          case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND -> true;
          default -> false;
        };
    return expression && !source.strip().endsWith(";");
  }

  private void verify(SnippetEvent event) throws CellFailure {
    Snippet snippet = event.snippet();
    if (event.status() == Snippet.Status.REJECTED) {
      throw new CellFailure(
          jshell
              .diagnostics(snippet)
              .filter(Diag::isError)
              .map(diag -> located(snippet.source(), diag))
              .collect(Collectors.joining("\n\n")));
    }
    if (event.exception() != null) {
      throw new CellFailure(told(process.failure() == null ? event.exception() : process.failure()));
    }
    if (snippet instanceof DeclarationSnippet declaration && !event.status().isDefined()) {
      String missing =
          jshell.unresolvedDependencies(declaration).collect(Collectors.joining(", "));
      if (!missing.isEmpty()) {
        throw new CellFailure("not known: " + missing + "\n" + snippet.source().strip());
      }
    }
  }

  /** The message under the line it is about, with a caret at the place. */
  private static String located(String source, Diag diag) {
    int at = (int) Math.max(0, Math.min(diag.getPosition(), source.length()));
    int from = source.lastIndexOf('\n', at - 1) + 1;
    int to = source.indexOf('\n', at) < 0 ? source.length() : source.indexOf('\n', at);
    return source.substring(from, to)
        + "\n"
        + " ".repeat(at - from)
        + "^\n"
        + diag.getMessage(Locale.ENGLISH);
  }

  /** A user's fault in its sentence; any other with the frames up to the cell. */
  private static String told(Throwable failure) {
    if (failure instanceof UserError) {
      return failure.getMessage();
    }
    Stream<String> frames =
        Arrays.stream(failure.getStackTrace())
            .takeWhile(frame -> !frame.getClassName().startsWith("REPL."))
            .limit(FRAMES)
            .map(frame -> "    at " + frame);
    return Stream.concat(Stream.of(failure.toString()), frames).collect(Collectors.joining("\n"));
  }

  ReplacementOptions complete(String cell, int at) {
    var anchor = new int[] {at};
    var words =
        jshell.sourceCodeAnalysis().completionSuggestions(cell, at, anchor).stream()
            .map(SourceCodeAnalysis.Suggestion::continuation)
            .distinct()
            .toList();
    return new ReplacementOptions(words, anchor[0], at);
  }
}
