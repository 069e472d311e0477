package dev.kolrank;

import dev.kolrank.connector.Functions;
import dev.kolrank.job.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The one Spark session that all tests of a JVM share, started by the first that asks. */
public final class SparkFixture {
  private static SparkSession session;

  private SparkFixture() {}

  /** The session; nobody stops it. */
  public static synchronized SparkSession spark() {
    if (session == null) {
      session = start();
      Functions.register(session);
    }
    return session;
  }

  private static SparkSession start() {
    try {
      // native libraries are unpacked there, and nobody else makes the folder
      Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var builder = SparkSession.builder().master("local[2]").appName("tests");
    // as a small night runs: tests are ruled by planning, not by data
    Settings settings = Settings.defaults();
    settings.texts("spark").forEach(builder::config);
    settings.texts("small-night.spark").forEach(builder::config);
    return builder
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config(
            "spark.sql.warehouse.dir", Path.of("target", "warehouse").toAbsolutePath().toString())
        .getOrCreate();
  }
}
