package dev.kolrank.job;

import dev.kolrank.connector.Functions;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** Starts Spark as the settings say; what spark-submit set wins. */
public final class Sessions {

  private Sessions() {}

  /** The session of this program: {@code local[*]} unless a master is set. */
  public static SparkSession start(Settings settings) {
    return start(settings.texts("spark"));
  }

  /**
   * The session for a night over {@code bytes} of files.
   *
   * @param bytes size of every file that the night may read
   */
  public static SparkSession start(Settings settings, long bytes) {
    var options = new TreeMap<>(settings.texts("spark"));
    if (bytes < settings.whole("small-night.below-mb") * (1L << 20)) {
      options.putAll(settings.texts("small-night.spark"));
    }
    return start(options);
  }

  private static SparkSession start(Map<String, String> options) {
    var all = new TreeMap<>(options);
    all.putIfAbsent("spark.master", "local[*]");
    // databases that queries name their views under leave an empty folder each
    all.putIfAbsent(
        "spark.sql.warehouse.dir",
        Path.of(System.getProperty("java.io.tmpdir"), "kolrank-warehouse").toString());
    var builder = SparkSession.builder();
    all.forEach(
        (key, value) -> {
          if (System.getProperty(key) == null) {
            builder.config(key, value);
          }
        });
    SparkSession spark = builder.getOrCreate();
    Functions.register(spark);
    return spark;
  }
}
