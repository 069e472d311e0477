package dev.kolrank.engine;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.kolrank.core.Materialized;
import dev.kolrank.core.Plan;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import dev.kolrank.table.Columns;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One run of a plan: what is due, what was written, what waits for the publication. */
final class Run {
  private static final long FLUSH_MILLIS = 10_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Lake lake;
  private final Progress progress;
  private final Plan plan;
  private final StepMeter meter;
  private final Journal journal;
  private final Map<String, String> fingerprints;
  private final Outputs outputs;
  private final Set<String> due;
  private final Map<Table, Long> staged = new LinkedHashMap<>();
  private final Map<String, Long> written = new LinkedHashMap<>();
  private final List<String> skipped = new ArrayList<>();
  private int begun;
  private long flushedAt = System.currentTimeMillis();

  Run(Lake lake, Progress progress, Plan plan, Night night) {
    this.lake = lake;
    this.progress = progress;
    this.plan = plan;
    this.meter = StepMeter.on(lake.spark().sparkContext());
    this.journal = new Journal(lake, night, meter);
    this.fingerprints = Fingerprints.of(plan, night, lake);
    this.outputs = new Outputs(lake, night, journal);
    this.due = due();
  }

  /** The tables to compute: stored ones that are not up to date, and the passing ones they read. */
  private Set<String> due() {
    var found = new HashSet<String>();
    var read = new HashSet<Table>();
    for (int i = plan.steps().size() - 1; i >= 0; i--) {
      Step step = plan.steps().get(i);
      boolean passing = step.output().mode() == WriteMode.TRANSIENT;
      if (passing ? read.contains(step.output()) : !isDone(step)) {
        found.add(step.name());
        read.addAll(step.inputs());
      }
    }
    return found;
  }

  Runner.Outcome execute(ExecutorService pool) {
    try {
      var running = new HashMap<String, CompletableFuture<Void>>();
      for (Step step : plan.steps()) {
        CompletableFuture<?>[] needed =
            step.inputs().stream()
                .map(t -> running.get(t.name()))
                .filter(f -> f != null)
                .toArray(CompletableFuture<?>[]::new);
        running.put(
            step.output().name(),
            CompletableFuture.allOf(needed).thenRunAsync(() -> measured(step), pool));
      }
      CompletableFuture.allOf(running.values().toArray(CompletableFuture<?>[]::new)).join();
      publishStaged();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      journal.flush();
    }
    return new Runner.Outcome(Map.copyOf(written), List.copyOf(skipped));
  }

  private void measured(Step step) {
    meter.enter(step.name());
    long before = THREADS.getCurrentThreadCpuTime();
    try {
      execute(step);
    } finally {
      meter.driver(step.name(), THREADS.getCurrentThreadCpuTime() - before);
    }
  }

  private void execute(Step step) {
    Table table = step.output();
    long start = System.nanoTime();
    boolean isDue = due.contains(step.name());
    if (table.mode() == WriteMode.TRANSIENT) {
      if (isDue) {
        outputs.add(table, held(step), true);
        journal.computed(table, fingerprints.get(table.name()), seconds(start));
        progress.computed(step.name(), seconds(start));
      }
      return;
    }
    if (!isDue) {
      synchronized (this) {
        skipped.add(table.name());
        begun++;
      }
      progress.skipped(step.name());
      return;
    }
    synchronized (this) {
      progress.started(step.name(), ++begun, plan.stored());
    }
    long count = table.layer().equals("gold") ? stage(step) : write(step, start);
    progress.finished(step.name(), count, seconds(start));
  }

  /** Gold waits for the publication, which comes when every step's audit has passed. */
  private long stage(Step step) {
    Dataset<Row> rows = held(step);
    long count = audited(step.output(), rows);
    outputs.add(step.output(), rows, false);
    synchronized (this) {
      staged.put(step.output(), count);
    }
    return count;
  }

  /** Other tables are written at once and read back by later steps: their plans stay short. */
  private long write(Step step, long start) {
    Table table = step.output();
    Dataset<Row> all = conformed(step);
    if (!step.selectsOnly()) {
      all = Materialized.cached(all);
    }
    boolean isNew = lake.version(table).isEmpty();
    try {
      Column gone = coalesce(step.gone().orElse(lit(false)), lit(false));
      Dataset<Row> rows = step.gone().isEmpty() ? all : all.where(not(gone));
      long count = audited(table, rows);
      Dataset<Row> keys = all.where(gone).select(table.keyColumns());
      if (step.gone().isPresent() && !isNew && !keys.isEmpty()) {
        lake.merge(table, rows, keys);
      } else {
        commit(table, rows, count, slice(step));
      }
      if (Materialized.isLocal(rows)) {
        outputs.add(table, rows, isNew);
      }
      record(table, count, start);
      return count;
    } finally {
      all.unpersist(); // does nothing where they were not kept
    }
  }

  private String slice(Step step) {
    return step.replaced(outputs.inputsOf(step))
        .map(files -> files.select(Columns.BATCH.col(), Columns.SOURCE_FILE.col()).distinct())
        .map(files -> Slice.with(outputs.slice(step.output()), files.collectAsList()))
        .orElseGet(() -> outputs.slice(step.output()));
  }

  private long audited(Table table, Dataset<Row> rows) {
    Auditor.Report report = Auditor.audit(table, rows);
    journal.audited(report);
    report.require();
    return report.rows();
  }

  private boolean isDone(Step step) {
    return journal.isDone(step.name(), fingerprints.get(step.name()), lake.version(step.output()));
  }

  private Dataset<Row> conformed(Step step) {
    Dataset<Row> rows = step.rows(outputs.inputsOf(step));
    return rows.select(step.output().conform(rows.schema()));
  }

  /** The rows computed once, cut off from the plan that made them. */
  private Dataset<Row> held(Step step) {
    Dataset<Row> rows = conformed(step);
    return step.parts()
        .map(parts -> HeldParts.of(rows, parts))
        .orElseGet(() -> Materialized.of(rows));
  }

  private void commit(Table table, Dataset<Row> rows, long count, String slice) {
    boolean changes =
        switch (table.mode()) {
          case UPSERT -> count > 0;
          case REPLACE_BATCH -> count > 0 || !lake.read(table).where(slice).isEmpty();
          default -> true;
        };
    if (changes || lake.version(table).isEmpty()) {
      lake.write(table, rows, slice);
    }
  }

  private void record(Table table, long count, long start) {
    long version = lake.version(table).orElseThrow();
    journal.wrote(table, fingerprints.get(table.name()), count, version, seconds(start));
    synchronized (this) {
      written.put(table.name(), count);
      if (System.currentTimeMillis() - flushedAt > FLUSH_MILLIS) {
        flushedAt = System.currentTimeMillis();
        journal.flush();
      }
    }
  }

  private void publishStaged() {
    staged.forEach(
        (table, count) -> {
          long start = System.nanoTime();
          meter.enter(table.name());
          commit(table, outputs.get(table), count, outputs.slice(table));
          record(table, count, start);
        });
  }

  void close() {
    meter.close();
    outputs.close();
  }

  private static double seconds(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
