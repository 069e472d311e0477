package dev.kolrank.job;

import dev.kolrank.connector.Functions;
import org.apache.spark.sql.SparkSession;

/** Starts Spark as the settings say; what spark-submit set wins. */
public final class Sessions {

  private Sessions() {}

  /** The session of this program: {@code local[*]} unless a master is set. */
  public static SparkSession start(Settings settings) {
    var builder = SparkSession.builder();
    settings
        .texts("spark")
        .forEach(
            (key, value) -> {
              if (System.getProperty(key) == null) {
                builder.config(key, value);
              }
            });
    if (System.getProperty("spark.master") == null
        && !settings.texts("spark").containsKey("spark.master")) {
      builder.master("local[*]");
    }
    SparkSession spark = builder.getOrCreate();
    Functions.register(spark);
    return spark;
  }
}
