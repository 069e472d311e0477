package dev.kolrank.connector.read;

import dev.kolrank.connector.storage.Patience;
import dev.kolrank.connector.storage.Retries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** SHA-256 of files as they lie, read side by side; the same as a reading of the file gives. */
public final class Digests {
  private static final int FILES_PER_TASK = 64;

  private Digests() {}

  /** Digests by path; a file that the storage does not give has none. */
  public static Map<String, String> of(SparkSession spark, List<CrawlFile> files, Retries retries) {
    if (files.isEmpty()) {
      return Map.of();
    }
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var hadoop = new SerializableConfiguration(spark.sessionState().newHadoopConf());
    int tasks = Math.max(context.defaultParallelism(), files.size() / FILES_PER_TASK);
    return new HashMap<>(
        context
            .parallelize(files, Math.min(files.size(), tasks))
            .mapPartitionsToPair(part -> digests(part, hadoop, new Patience(retries)))
            .filter(pair -> pair._2() != null)
            .collectAsMap());
  }

  private static Iterator<Tuple2<String, String>> digests(
      Iterator<CrawlFile> files, SerializableConfiguration hadoop, Patience patience) {
    var digests = new ArrayList<Tuple2<String, String>>();
    files.forEachRemaining(
        f -> digests.add(new Tuple2<>(f.path(), digest(f, hadoop.value(), patience))));
    return digests.iterator();
  }

  private static String digest(CrawlFile file, Configuration hadoop, Patience patience) {
    try (var bytes = StoredBytes.of(file, hadoop, patience)) {
      return bytes.sha256Hex();
    } catch (IOException | RuntimeException e) {
      return null; // thrown by the close: the reader will see what is wrong
    }
  }
}
