package dev.kolrank.engine;

import dev.kolrank.core.ContractViolation;
import dev.kolrank.core.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Runs a plan: builds each step's rows, audits them, commits them. Steps that do not wait for each
 * other run side by side. Gold tables are written last, and only after every step's audit passed
 * (write, audit, publish). A step whose fingerprint is that of its last success is skipped.
 */
public final class Runner {

  private final Lake lake;
  private final Progress progress;
  private final int parallelism;

  /**
   * A runner.
   *
   * @param parallelism how many steps may run side by side
   */
  public Runner(Lake lake, Progress progress, int parallelism) {
    this.lake = lake;
    this.progress = progress;
    this.parallelism = parallelism;
  }

  /** What a run did: rows by table written, and tables left as they were. */
  public record Outcome(Map<String, Long> written, List<String> skipped) {

    /** What two runs did, one after the other. */
    public Outcome and(Outcome later) {
      var all = new HashMap<>(written);
      all.putAll(later.written);
      return new Outcome(
          Map.copyOf(all), Stream.concat(skipped.stream(), later.skipped.stream()).toList());
    }
  }

  /**
   * Runs the plan.
   *
   * @throws ContractViolation when rows break a contract; gold is then untouched
   */
  public Outcome run(Plan plan, Night night) {
    if (plan.steps().isEmpty()) {
      return new Outcome(Map.of(), List.of());
    }
    var run = new Run(lake, progress, plan, night);
    ExecutorService pool = Executors.newFixedThreadPool(parallelism);
    try {
      return run.execute(pool);
    } finally {
      pool.shutdownNow();
      run.close();
    }
  }
}
