package dev.kolrank.job;

import dev.kolrank.core.UserError;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.engine.Progress;
import dev.kolrank.table.bronze.IngestedFile;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.sql.SparkSession;

/** Times the way from crawled files to bronze, and to bronze and silver. */
public final class IngestBench {

  private IngestBench() {}

  /** How far the records go. */
  public enum Reach {
    BRONZE,
    SILVER;

    Set<String> layers() {
      return switch (this) {
        case BRONZE -> Set.of("landing", "bronze");
        case SILVER -> Set.of("landing", "bronze", "silver");
      };
    }
  }

  /**
   * One measured run.
   *
   * @param records records taken in
   * @param seconds wall time
   * @param cpuSeconds CPU time of the process, its compilers and collectors included
   * @param crawlBytesRead bytes of the crawl that all stages together read
   * @param peakHeap the most heap in use, garbage included, in bytes
   */
  public record Measured(
      long records, double seconds, double cpuSeconds, long crawlBytesRead, long peakHeap) {}

  /** Runs the first steps of a night into an empty lake. */
  public static Measured run(
      SparkSession spark, Nightly.Request request, Reach reach, Progress progress) {
    if (DeltaLake.at(spark, request.lake()).version(IngestedFile.TABLE).isPresent()) {
      throw new UserError("--lake must name an empty folder: " + request.lake());
    }
    Nightly nightly = Nightly.prepare(request);
    var read = new CrawlBytes();
    spark.sparkContext().addSparkListener(read);
    Meter meter = Meter.start();
    Summary summary = nightly.run(spark, progress, reach.layers());
    double seconds = meter.seconds();
    double cpuSeconds = meter.cpuSeconds();
    long peak = meter.peakHeap();
    spark.sparkContext().removeSparkListener(read);
    return new Measured(summary.records(), seconds, cpuSeconds, read.bytes.get(), peak);
  }

  /** Counts what the stages that scan the crawl read from files. */
  private static final class CrawlBytes extends SparkListener {
    private final AtomicLong bytes = new AtomicLong();

    @Override
    public void onStageCompleted(SparkListenerStageCompleted completed) {
      var stage = completed.stageInfo();
      boolean scansCrawl =
          scala.jdk.javaapi.CollectionConverters.asJava(stage.rddInfos()).stream()
              .anyMatch(rdd -> rdd.name().contains("DataSourceRDD"));
      if (scansCrawl) {
        bytes.addAndGet(stage.taskMetrics().inputMetrics().bytesRead());
      }
    }
  }
}
