package dev.kolrank.cli;

import dev.kolrank.engine.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** A line per step and what it took, those included whose rows are not stored. */
final class StepTimes implements Progress {
  private final PrintWriter out;

  StepTimes(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void started(String step, int number, int total) {}

  @Override
  public synchronized void finished(String step, long rows, double seconds) {
    out.printf(Locale.ROOT, "  %-28s %8.1f s %,12d rows%n", step, seconds, rows);
    out.flush();
  }

  @Override
  public synchronized void computed(String step, double seconds) {
    out.printf(Locale.ROOT, "  %-28s %8.1f s%n", step, seconds);
    out.flush();
  }

  @Override
  public void skipped(String step) {}
}
