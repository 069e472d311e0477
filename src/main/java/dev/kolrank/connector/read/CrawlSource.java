package dev.kolrank.connector.read;

import dev.kolrank.connector.storage.Retries;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Spark's entry to crawled files. The list of files is handed over in the driver's memory, not
 * through an option: a night may bring a hundred thousand of them.
 */
public final class CrawlSource implements TableProvider {
  private static final String REQUEST = "request";
  private static final Map<String, Request> REQUESTS = new ConcurrentHashMap<>();
  private static final AtomicLong COUNT = new AtomicLong();

  /** What a scan shall read. */
  record Request(
      List<CrawlFile> files, Layout layout, SerializableConfiguration hadoop, Retries retries) {}

  /** The rows of {@link CrawlRow} for these files, all of one connector. */
  public static Dataset<Row> read(
      SparkSession spark, String name, List<CrawlFile> files, Layout layout, Retries retries) {
    Configuration hadoop = spark.sessionState().newHadoopConf();
    String request = name + " #" + COUNT.incrementAndGet();
    REQUESTS.put(
        request, new Request(files, layout, new SerializableConfiguration(hadoop), retries));
    try {
      return spark.read().format(CrawlSource.class.getName()).option(REQUEST, request).load();
    } finally {
      // the plan holds it from here on, as long as anyone holds the plan
      REQUESTS.remove(request);
    }
  }

  /** How many requests wait for their plan: none, once each is planned. */
  static int pending() {
    return REQUESTS.size();
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return CrawlRow.schema(REQUESTS.get(options.get(REQUEST)).layout().shape());
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new Crawl(REQUESTS.get(properties.get(REQUEST)));
  }

  /** The readable table. */
  private record Crawl(Request request) implements Table, SupportsRead {
    @Override
    public String name() {
      return "crawl";
    }

    @Override
    @SuppressWarnings("deprecation") // columns() has a default that asks for this
    public StructType schema() {
      return CrawlRow.schema(request.layout().shape());
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
      return () -> new CrawlScan(request);
    }
  }
}
