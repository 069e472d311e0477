package dev.kolrank.cli;

import static org.apache.spark.sql.functions.max_by;

import dev.kolrank.engine.DeltaLake;
import dev.kolrank.table.ops.StepRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Samples the program while it runs, and reports where a run spent its CPU time. */
final class Profile implements AutoCloseable {
  private static final String SAMPLES = "jdk.ExecutionSample";
  private static final Duration PERIOD = Duration.ofMillis(20);

  private final Recording recording = new Recording();

  private Profile() {}

  /** Starts sampling. */
  static Profile start() {
    var profile = new Profile();
    profile.recording.enable(SAMPLES).withPeriod(PERIOD);
    profile.recording.start();
    return profile;
  }

  /**
   * Writes the sampled stacks as flame-graph input: per line the frames from thread to method,
   * separated by semicolons, then the number of samples.
   *
   * @throws IOException if the file cannot be written
   */
  void write(Path stacks) throws IOException {
    recording.stop();
    Path events = Files.createTempFile("kolrank", ".jfr");
    try {
      recording.dump(events);
      var counts = new TreeMap<String, Long>();
      try (var file = new RecordingFile(events)) {
        while (file.hasMoreEvents()) {
          RecordedEvent event = file.readEvent();
          if (event.getEventType().getName().equals(SAMPLES) && event.getStackTrace() != null) {
            counts.merge(stack(event), 1L, Long::sum);
          }
        }
      }
      Files.write(
          stacks, counts.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
    } finally {
      Files.delete(events);
    }
  }

  private static String stack(RecordedEvent event) {
    List<RecordedFrame> frames = event.getStackTrace().getFrames();
    var line = new StringBuilder(pool(event));
    for (int i = frames.size() - 1; i >= 0; i--) {
      var method = frames.get(i).getMethod();
      line.append(';').append(method.getType().getName()).append('.').append(method.getName());
    }
    return line.toString();
  }

  /** Returns the thread's name without numbers, so that the threads of a pool are one. */
  private static String pool(RecordedEvent event) {
    var thread = event.getThread("sampledThread");
    String name = thread == null ? null : thread.getJavaName();
    return name == null ? "thread" : name.replaceAll("[0-9]+", "N").replaceAll("[; ]", "_");
  }

  /** Prints the steps of the newest run, the most expensive first. */
  static void print(SparkSession spark, String place, PrintWriter out) {
    var steps = DeltaLake.at(spark, place).read(StepRun.TABLE);
    String run =
        steps.agg(max_by(StepRun.RUN_ID.col(), StepRun.ENDED_AT.col())).first().getString(0);
    List<Row> rows =
        steps
            .where(StepRun.RUN_ID.col().equalTo(run))
            .orderBy(StepRun.CPU_SECONDS.col().desc(), StepRun.STEP.col())
            .select(
                StepRun.STEP.col(),
                StepRun.CPU_SECONDS.col(),
                StepRun.SECONDS.col(),
                StepRun.JOBS.col(),
                StepRun.ROWS_READ.col(),
                StepRun.BYTES_READ.col(),
                StepRun.BYTES_WRITTEN.col())
            .collectAsList();
    out.println();
    out.println(
        "step                              CPU s       s   jobs     rows read   MB read  MB written");
    rows.forEach(row -> out.println(line(row)));
    out.printf(
        Locale.ROOT,
        "%-30s %8.1f %7s %6d %,13d%n",
        "all steps",
        rows.stream().mapToDouble(r -> r.getDouble(1)).sum(),
        "",
        rows.stream().mapToLong(r -> r.getLong(3)).sum(),
        rows.stream().mapToLong(r -> r.getLong(4)).sum());
  }

  private static String line(Row row) {
    double megabyte = 1 << 20;
    return String.format(
        Locale.ROOT,
        "%-30s %8.1f %7.1f %6d %,13d %9.1f %11.1f",
        row.getString(0),
        row.getDouble(1),
        row.getDouble(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5) / megabyte,
        row.getLong(6) / megabyte);
  }

  @Override
  public void close() {
    recording.close();
  }
}
