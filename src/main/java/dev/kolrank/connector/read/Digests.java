package dev.kolrank.connector.read;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** SHA-256 of files as they lie, read side by side; the same as a reading of the file gives. */
public final class Digests {
  private static final int FILES_PER_TASK = 64;

  private Digests() {}

  /** Digests by path; a file that cannot be read has none. */
  public static Map<String, String> of(SparkSession spark, List<CrawlFile> files) {
    if (files.isEmpty()) {
      return Map.of();
    }
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var hadoop = new SerializableConfiguration(spark.sessionState().newHadoopConf());
    int tasks = Math.max(context.defaultParallelism(), files.size() / FILES_PER_TASK);
    return new HashMap<>(
        context
            .parallelize(files, Math.min(files.size(), tasks))
            .mapToPair(f -> new Tuple2<>(f.path(), digest(f, hadoop)))
            .filter(pair -> pair._2() != null)
            .collectAsMap());
  }

  private static String digest(CrawlFile file, SerializableConfiguration hadoop) {
    var path = new Path(file.location());
    try (var stream = path.getFileSystem(hadoop.value()).open(path);
        var bytes = new StoredBytes(stream)) {
      return bytes.sha256Hex();
    } catch (IOException e) {
      return null;
    }
  }
}
