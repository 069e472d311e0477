package dev.kolrank;

import dev.kolrank.connector.Functions;
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
    return SparkSession.builder()
        .master("local[2]")
        .appName("tests")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.databricks.delta.snapshotPartitions", "2")
        .config(
            "spark.sql.warehouse.dir", Path.of("target", "warehouse").toAbsolutePath().toString())
        .getOrCreate();
  }
}
