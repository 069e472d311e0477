package dev.kolrank.cli;

import dev.kolrank.engine.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints a line per finished step: its number, rows and duration. */
final class TerminalProgress implements Progress {
  private final PrintWriter out;
  private int done;
  private int total;
  private int unchanged;

  TerminalProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void started(String step, int number, int of) {
    total = of;
  }

  @Override
  public synchronized void finished(String step, long rows, double seconds) {
    done++;
    out.println(
        String.format(
            Locale.ROOT,
            "[%2d/%d] %-28s %,10d rows %6.1f s",
            done + unchanged,
            total,
            step,
            rows,
            seconds));
    out.flush();
  }

  @Override
  public synchronized void computed(String step, double seconds) {
    out.println(String.format(Locale.ROOT, "        %-28s  not stored     %6.1f s", step, seconds));
    out.flush();
  }

  @Override
  public synchronized void skipped(String step) {
    unchanged++;
  }
}
