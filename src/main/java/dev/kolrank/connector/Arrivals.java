package dev.kolrank.connector;

import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.connector.read.Digests;
import dev.kolrank.connector.storage.Retries;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.ops.Redelivery;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Which of the listed files are to be read.
 *
 * @param fresh files that the ledger does not hold, or holds with other content
 * @param again rows of {@link Redelivery}: files that have another modification time than the
 *     ledger says, and the same bytes
 */
public record Arrivals(List<CrawlFile> fresh, List<Row> again) {

  public Arrivals {
    fresh = List.copyOf(fresh);
    again = List.copyOf(again);
  }

  /** A file as it was when it was last looked into. */
  private record Known(long size, long modifiedMillis, String sha256) {
    boolean looksLike(CrawlFile file) {
      return size == file.size() && modifiedMillis == file.modifiedMillis();
    }
  }

  /**
   * Compares what is listed with what was taken in. Size and time are trusted where both are as
   * before; a file of the same size and another time is hashed.
   *
   * @param ledger {@link IngestedFile}
   * @param redelivered {@link Redelivery}
   * @param broken files that a broken run began to replace: read again whatever they look like
   * @param retries how often the storage is asked again for a file to hash; one that it does not
   *     give counts as fresh, so that its reader finds out, and fails its source
   */
  public static Arrivals of(
      Landing landing,
      LocalDate asOf,
      Dataset<Row> ledger,
      Dataset<Row> redelivered,
      Set<String> broken,
      Retries retries) {
    Map<String, Known> held = known(ledger.orderBy(Columns.BATCH.col()));
    Map<String, Known> again = known(redelivered);
    var fresh = new ArrayList<CrawlFile>();
    var touched = new ArrayList<CrawlFile>();
    for (CrawlFile file : landing.files()) {
      Known before = held.get(file.path());
      if (broken.contains(file.path())) {
        fresh.add(file);
      } else if (!file.date().isAfter(asOf)) {
        if (before == null || before.size() != file.size() || before.sha256() == null) {
          fresh.add(file);
        } else if (!before.looksLike(file) && !isRemembered(again.get(file.path()), before, file)) {
          touched.add(file);
        }
      }
    }
    return compared(ledger.sparkSession(), fresh, touched, held, retries);
  }

  private static Arrivals compared(
      SparkSession spark,
      List<CrawlFile> fresh,
      List<CrawlFile> touched,
      Map<String, Known> held,
      Retries retries) {
    var unchanged = new ArrayList<Row>();
    Map<String, String> digests = Digests.of(spark, touched, retries);
    for (CrawlFile file : touched) {
      String sha256 = digests.get(file.path());
      if (held.get(file.path()).sha256().equals(sha256)) {
        var modified = new Timestamp(file.modifiedMillis());
        unchanged.add(RowFactory.create(file.path(), file.size(), modified, sha256));
      } else {
        fresh.add(file);
      }
    }
    return new Arrivals(fresh, unchanged);
  }

  /** What was hashed before counts only while the ledger holds the same content. */
  private static boolean isRemembered(Known hashed, Known held, CrawlFile file) {
    return hashed != null && hashed.looksLike(file) && hashed.sha256().equals(held.sha256());
  }

  private static Map<String, Known> known(Dataset<Row> rows) {
    var known = new HashMap<String, Known>();
    rows.select(
            Columns.SOURCE_FILE.col(),
            IngestedFile.SIZE_BYTES.col(),
            IngestedFile.MODIFIED_AT.col().cast("timestamp"),
            IngestedFile.SHA256.col())
        .toLocalIterator()
        .forEachRemaining(
            r ->
                known.put(
                    r.getString(0),
                    new Known(r.getLong(1), r.getTimestamp(2).getTime(), r.getString(3))));
    return known;
  }

  /** The files to be read, by the connector that reads them, in order of their paths. */
  public Map<Connector, List<CrawlFile>> byConnector(Connectors connectors) {
    var sorted = new TreeMap<String, CrawlFile>();
    fresh.forEach(f -> sorted.put(f.path(), f));
    var byConnector = new HashMap<Connector, List<CrawlFile>>();
    for (CrawlFile file : sorted.values()) {
      Connector connector = connectors.forFolder(file.source()).orElseThrow();
      byConnector.computeIfAbsent(connector, c -> new ArrayList<>()).add(file);
    }
    return byConnector;
  }
}
