package dev.kolrank.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Measures the work of each step while a plan runs: Spark jobs, CPU time, rows and bytes. */
final class StepMeter extends SparkListener {
  private static final String STEP = "kolrank.step";
  private static final double NANOS = 1e9;

  private final SparkContext context;
  private final Map<Integer, String> stages = new ConcurrentHashMap<>();
  private final Map<String, Work> work = new ConcurrentHashMap<>();

  /**
   * What a step took.
   *
   * @param jobs Spark jobs started
   * @param cpuSeconds CPU time of its tasks and of the driver thread that planned them
   * @param rowsRead rows that tasks read from files and caches
   * @param bytesRead bytes that tasks read from files and caches
   * @param bytesWritten bytes that tasks wrote to files; shuffles excluded
   */
  record Work(long jobs, double cpuSeconds, long rowsRead, long bytesRead, long bytesWritten) {
    static final Work NONE = new Work(0, 0, 0, 0, 0);

    Work plus(Work other) {
      return new Work(
          jobs + other.jobs,
          cpuSeconds + other.cpuSeconds,
          rowsRead + other.rowsRead,
          bytesRead + other.bytesRead,
          bytesWritten + other.bytesWritten);
    }
  }

  private StepMeter(SparkContext context) {
    this.context = context;
  }

  /** Starts measuring; the caller closes it. */
  static StepMeter on(SparkContext context) {
    var meter = new StepMeter(context);
    context.addSparkListener(meter);
    return meter;
  }

  /** Attributes the jobs that this thread starts from now on to a step. */
  void enter(String step) {
    context.setLocalProperty(STEP, step);
    context.setJobDescription(step);
  }

  /** Adds CPU time of the driver to a step. */
  void driver(String step, long nanos) {
    add(step, new Work(0, nanos / NANOS, 0, 0, 0));
  }

  /** Returns the work of a step so far, after all events of finished tasks have arrived. */
  Work of(String step) {
    return work.getOrDefault(step, Work.NONE);
  }

  /** Waits for the events of finished tasks. */
  void settle() {
    try {
      context.listenerBus().waitUntilEmpty();
    } catch (TimeoutException e) {
      // figures that come late are missing in the record of the step, nothing else
      return;
    }
  }

  void close() {
    context.removeSparkListener(this);
  }

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    step(job.properties()).ifPresent(s -> add(s, new Work(1, 0, 0, 0, 0)));
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted stage) {
    step(stage.properties()).ifPresent(s -> stages.put(stage.stageInfo().stageId(), s));
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    TaskMetrics metrics = task.taskMetrics();
    String step = stages.get(task.stageId());
    if (step == null || metrics == null) {
      return;
    }
    long nanos = metrics.executorCpuTime() + metrics.executorDeserializeCpuTime();
    var spent =
        new Work(
            0,
            nanos / NANOS,
            metrics.inputMetrics().recordsRead(),
            metrics.inputMetrics().bytesRead(),
            metrics.outputMetrics().bytesWritten());
    add(step, spent);
  }

  private void add(String step, Work more) {
    work.merge(step, more, Work::plus);
  }

  private static Optional<String> step(Properties properties) {
    return Optional.ofNullable(properties).map(p -> p.getProperty(STEP));
  }
}
