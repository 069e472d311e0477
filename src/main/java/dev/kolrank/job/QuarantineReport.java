package dev.kolrank.job;

import dev.kolrank.engine.Lake;
import dev.kolrank.table.silver.QuarantinedValue;
import java.util.Optional;

/** What waits in quarantine, for the closing lines of a run. */
final class QuarantineReport {

  private QuarantineReport() {}

  /** How many values wait; empty if none does. */
  static Optional<String> sentence(Lake lake) {
    long waiting = QuarantinedValue.waiting(lake.read(QuarantinedValue.TABLE));
    return waiting == 0
        ? Optional.empty()
        : Optional.of(
            "%s in quarantine: see %s"
                .formatted(
                    waiting == 1 ? "1 value waits" : waiting + " values wait",
                    QuarantinedValue.TABLE));
  }
}
